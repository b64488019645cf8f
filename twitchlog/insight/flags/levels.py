"""How much a flag asks of the person, in the four words a person reads."""

NOTICED, WORTH_MENTIONING, SEE_A_DOCTOR, HELP_TODAY = range(4)

LEVELS = ("Noticed", "Worth mentioning", "A good idea to see a doctor", "Get medical help today")
"""By level, 0 to 3. Twitching that lasts stays at 1: most harmless twitching lasts for months."""
