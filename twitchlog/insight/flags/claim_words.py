"""What the two articles say, in our own words, by the id of the claim; only those that a rule rests on."""

CLAIMS: dict[str, str] = {
    "A3": "Eyelid, finger, toe, sole, calf and thigh are the places where it is seen most.",
    "A8": "It can have many reasons, and most of them are harmless.",
    "A9": "Nearly everybody has it, most people only now and then.",
    "A11": "Exercise, worry and a lack of minerals are named as the main reasons.",
    "A12": "It is worth asking whether this very muscle has just been used.",
    "A13": "After a long walk it was felt only hours afterwards.",
    "A14": "It was felt while sitting still, on the day of the walk.",
    "A17": "When nerve cells are ill, which is rare, it lasts and there is wider muscle trouble with it.",
    "A18": "With nothing but the twitching, and a muscle that has just worked, there is reason to relax.",
    "A19": "When examination and tests find nothing, it is called benign and left alone.",
    "B1": "Mostly it does no harm and goes by itself.",
    "B3": "Overuse is one reason: exercise, dancing, sitting for long.",
    "B4": "Nerves send small signals even while the body is still.",
    "B5": "Much caffeine or stress can make muscles livelier.",
    "B6": "After walking or dancing a muscle may go on moving for a while.",
    "B7": "Blood flow can feel like a movement in time with the pulse.",
    "B8": "Sitting long, an odd position in sleep or a slight pressure can irritate a nerve.",
    "B9": "A vehicle, music or a machine can shake a muscle from outside.",
    "B10": "In most cases it is harmless and does not stay.",
    "B11": "Without a pause, or together with pain, numbness or weakness, a doctor should have a look.",
    "B12": "Tired muscles, nerves, or too little potassium or magnesium can be behind it.",
    "B14": "It can be left alone unless it comes very often or hurts.",
}


def claims_in_words(source: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a rule rests on as sentences, each with the article it is from; empty where no article is."""
    return tuple(f"Article {claim[0]}: {CLAIMS[claim]}" for claim in source)
