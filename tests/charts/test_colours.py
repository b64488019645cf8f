"""The colours hold for people who see colours differently: computed, not believed."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from twitchlog.charts.palette import DARK, LIGHT, Palette

Vector = npt.NDArray[np.float64]

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB.
VIEWS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
DATA = ("twitch", "exercise", "caffeine", "stress", "sleep")
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
SMALLEST = 10.5
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> Vector:
    value = np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(colour: str, view: str) -> Vector:
    seen = np.clip(VIEWS[view] @ linear(colour), 0, 1)
    # Through the screen's eight bits and back changes nothing that can be seen.
    ratio = TO_XYZ @ seen / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: Vector, two: Vector) -> float:
    """The colour difference of CIE 142-2001 with all weights 1, after Sharma, Wu & Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    mean_c = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)))
    c1, c2 = np.hypot(a1 * (1 + g), b1), np.hypot(a2 * (1 + g), b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1 * (1 + g))) % 360, np.degrees(np.arctan2(b2, a2 * (1 + g))) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    big_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    mean_l, mean_cp = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * np.cos(np.radians(mean_h - 30)) + 0.24 * np.cos(np.radians(2 * mean_h))
    t += 0.32 * np.cos(np.radians(3 * mean_h + 6)) - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_cp, 1 + 0.015 * mean_cp * t
    spin = 60 * np.exp(-(((mean_h - 275) / 25) ** 2))
    r = -np.sin(np.radians(spin)) * 2 * np.sqrt(mean_cp**7 / (mean_cp**7 + 25.0**7))
    parts = (l2 - l1) / s_l, (c2 - c1) / s_c, big_h / s_h
    return float(np.sqrt(sum(part**2 for part in parts) + r * parts[1] * parts[2]))


def contrast(one: str, two: str) -> float:
    light, dark = sorted((float(TO_XYZ[1] @ linear(colour)) for colour in (one, two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("one", "two", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_gives_the_published_differences(
    one: tuple[float, ...], two: tuple[float, ...], difference: float
) -> None:
    assert ciede2000(np.array(one), np.array(two)) == pytest.approx(difference, abs=1e-4)


@BOTH
@pytest.mark.parametrize("view", VIEWS)
def test_data_colours_differ_in_every_view(palette: Palette, view: str) -> None:
    for one, two in combinations(DATA, 2):
        found = ciede2000(lab(palette.colour(one), view), lab(palette.colour(two), view))
        assert found >= SMALLEST, f"{one} and {two}: {found:.1f}"


@BOTH
@pytest.mark.parametrize("view", VIEWS)
def test_each_step_is_told_from_the_next_in_every_view(palette: Palette, view: str) -> None:
    for one, two in zip(palette.steps, palette.steps[1:], strict=False):
        assert ciede2000(lab(one, view), lab(two, view)) >= 8


@BOTH
def test_steps_go_one_way_in_lightness(palette: Palette) -> None:
    lightness = [lab(step, "normal")[0] for step in palette.steps]
    assert lightness == sorted(lightness, reverse=not palette.dark)


@BOTH
def test_data_colours_and_lines_stand_out_from_the_card(palette: Palette) -> None:
    for name in (*DATA, "sitting", "control"):
        assert contrast(palette.colour(name), palette.surface) >= 3, name


@BOTH
def test_words_can_be_read_on_the_card(palette: Palette) -> None:
    for name in ("text", "text2", "accent_text"):
        assert contrast(palette.colour(name), palette.surface) >= 4.5, name


@BOTH
def test_a_sign_on_a_step_can_be_seen(palette: Palette) -> None:
    for step in range(1, 6):
        assert contrast(palette.on_step(step), palette.steps[step]) >= 3, step
