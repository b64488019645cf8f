"""Exercise by its everyday names, and how hard it was.

An activity is stored by the name the imports use where they have one (walk, hike, jog, run, cycle, yoga, pilates,
stretch, circuit, weights, tennis, football, basketball), so that the two meet.
"""

from twitchlog.domain.exposures import Effort
from twitchlog.domain.quick_entry.reading import Phrases, meanings

ACTIVITIES = {
    "run": "run,runs,ran,sprint,sprints,sprinted,treadmill",
    "jog": "jog,jogs,jogged",
    "walk": "walk,walks,walked,stroll",
    "hike": "hike,hikes,hiked,trek",
    "cycle": "cycled,bike ride,biked,bike,cycle,spin class",
    "mountain bike": "mountain bike",
    "swim": "swim,swam,swims",
    "gym": "gym,fitness studio",
    "weights": "weights,weight training,strength training,weight lifting,squats,squat,lunges,deadlift,deadlifts,"
    "leg day,leg press,calf raises,bench press",
    "calisthenics": "calisthenics,push ups,pushups,sit ups,situps,pull ups,pullups",
    "circuit": "circuit,circuit training,crossfit",
    "exercise": "exercise,exercises,exercised,workout,workouts,work out,worked out,training,trained,sport,sports",
    "yoga": "yoga",
    "pilates": "pilates",
    "stretch": "stretch,stretches,stretched",
    "dance": "dance,danced,zumba,dance class",
    "tennis": "tennis",
    "football": "football,soccer",
    "basketball": "basketball",
    "badminton": "badminton",
    "volleyball": "volleyball",
    "climb": "climb,climbed",
    "rowing machine": "rowing machine,rowed",
    "stair machine": "stair machine,stairs",
    "elliptical": "elliptical,cross trainer,crosstrainer",
    "ski": "skied",
    "golf": "golf",
    "boxing": "boxing",
    "aerobics": "aerobics",
    "gardening": "gardening",
}
WHILE_DOING = {
    "run": "running,sprinting",
    "jog": "jogging",
    "walk": "walking",
    "hike": "hiking,trekking",
    "cycle": "cycling,biking,spinning",
    "swim": "swimming",
    "weights": "lifting,lifting weights,squatting",
    "exercise": "exercising,working out",
    "stretch": "stretching",
    "dance": "dancing",
    "climb": "climbing,bouldering",
    "rowing machine": "rowing",
    "ski": "skiing",
}
"""Forms that also say what goes on at the moment: exercise only with "after", a length or a time of its own."""

NAMES = Phrases(
    {phrase: (activity, False) for phrase, activity in meanings(ACTIVITIES).items()}
    | {phrase: (activity, True) for phrase, activity in meanings(WHILE_DOING).items()}
)
VERBS = {
    "ran",
    "sprinted",
    "jogged",
    "walked",
    "hiked",
    "cycled",
    "biked",
    "swam",
    "exercised",
    "trained",
    "worked",
    "stretched",
    "danced",
    "climbed",
    "rowed",
    "skied",
    "sat",
    "slept",
}
"""Forms that no length stands before: in "calf 3 min ran 1 h ago" the 3 minutes are the twitch's."""

FAMILIES = {"jog": "run", "weights": "gym", "calisthenics": "gym", "circuit": "gym", "mountain bike": "cycle"}
ANY = "exercise"

EFFORTS = {"light": Effort.LIGHT, "easy": Effort.LIGHT, "gentle": Effort.LIGHT, "moderate": Effort.MODERATE}
EFFORTS |= {"hard": Effort.HARD, "intense": Effort.HARD, "strenuous": Effort.HARD}


def same_activity(typed: str, written: str) -> bool:
    """Whether an activity as typed can be the one already written down: a jog is a run, a workout is any."""
    written = written.lower()
    return ANY in {typed, written} or FAMILIES.get(typed, typed) == FAMILIES.get(written, written)
