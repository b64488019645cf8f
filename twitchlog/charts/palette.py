"""The colours of both themes, by what they mean; one place for the window, the charts and the page."""

from dataclasses import dataclass

BAND = 0.3
"""How much of its colour a band has, over what lies below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as ``#RRGGBB``. ``steps`` go from none (0) to most (5)."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    border: str
    control: str
    text: str
    text2: str
    body: str
    body_line: str
    focus: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    note_bg: str
    note_fg: str
    mention_bg: str
    mention_fg: str
    see_bg: str
    see_fg: str
    urgent_bg: str
    urgent_fg: str
    twitch: str
    exercise: str
    caffeine: str
    stress: str
    sleep: str
    steps: tuple[str, ...]

    @property
    def sitting(self) -> str:
        """Sitting has the colour of lines: five data colours are as many as can be told apart."""
        return self.control

    def colour(self, name: str) -> str:
        """Return a colour by its name: a token, or "step0" to "step5".

        Raises:
            AttributeError: there is no such token.
        """
        if name.startswith("step"):
            return self.steps[int(name.removeprefix("step"))]
        return str(getattr(self, name))

    def on_step(self, step: int) -> str:
        """Return the colour of a sign on a step: the dark and the light end swap sides between the themes."""
        light_square = step >= 4 if self.dark else step <= 2
        return "#0B1A22" if light_square else "#FFFFFF"


LIGHT = Palette(
    dark=False,
    bg="#F5F4F1",
    surface="#FFFFFF",
    sunken="#ECEBE6",
    border="#DDDAD3",
    control="#858B95",
    text="#1E232D",
    text2="#545B68",
    body="#DCD9D2",
    body_line="#8E8B84",
    focus="#0B4A66",
    accent="#17678A",
    on_accent="#FFFFFF",
    accent_soft="#DFEDF3",
    accent_text="#0F5674",
    note_bg="#EFF3F5",
    note_fg="#34505E",
    mention_bg="#FBF1DC",
    mention_fg="#6B4A08",
    see_bg="#ECE8F7",
    see_fg="#46337A",
    urgent_bg="#F9E6DF",
    urgent_fg="#7A2B14",
    twitch="#2278BD",
    exercise="#2E9E7B",
    caffeine="#9C5400",
    stress="#7E1D5A",
    sleep="#4A3AA8",
    steps=("#E6EFF5", "#B5D3E5", "#7DB2D3", "#448CBB", "#14649A", "#0B3F69"),
)

DARK = Palette(
    dark=True,
    bg="#15181D",
    surface="#1D2127",
    sunken="#262B33",
    border="#343B46",
    control="#7E8896",
    text="#E8EAEE",
    text2="#ABB3C0",
    body="#39404B",
    body_line="#707A88",
    focus="#A8DDF2",
    accent="#6BB7D6",
    on_accent="#0B1A22",
    accent_soft="#1F3A47",
    accent_text="#8FCCE4",
    note_bg="#222B31",
    note_fg="#B9D2DF",
    mention_bg="#332A18",
    mention_fg="#F0D296",
    see_bg="#2A2540",
    see_fg="#CFC3F5",
    urgent_bg="#3A231C",
    urgent_fg="#F6C1AE",
    twitch="#62B6EA",
    exercise="#1E9E78",
    caffeine="#F2C14E",
    stress="#E0559F",
    sleep="#8E7BFF",
    steps=("#232B34", "#234A66", "#2A6C97", "#4291C2", "#7DB9DE", "#CBE5F5"),
)
