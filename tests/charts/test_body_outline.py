"""The drawing of the body: every place is there, symmetrical, on the person's own side, and reads as a body."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.charts.body.curves import Path, Point, blob, curve, loop, mirrored, polygons, straight
from twitchlog.charts.body.heat import area_count, step_bounds, step_of
from twitchlog.charts.body.layout import AREAS, LENSES, SPOTS, VIEWS, Layout, Words, label_words, layout
from twitchlog.charts.body.outline import Area, View, centre, other_side, rings
from twitchlog.domain.sites import PARENTS, Side, Site, sides_of

WORDS = Words(line=15.0, widths=dict.fromkeys(label_words(), 36.0))
DRAWN = [area for area in AREAS if area.path]
SEEN_MIRRORED = {"front", "face"}


def inside(point: Point, area: Area) -> bool:
    """Even-odd rule on each ring of the area."""
    x, y = point
    for ring in rings(area):
        crossings = 0
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
        if crossings % 2:
            return True
    return False


def hit(point: Point, view: str) -> Area | None:
    """The area painted last at a point."""
    return next((area for area in reversed(DRAWN) if area.view == view and inside(point, area)), None)


def the_area(view: str, site: Site, side: Side) -> Area:
    return next(area for area in AREAS if (area.view, area.site, area.side) == (view, site, side))


def size(area: Area) -> float:
    """Square units of all rings together."""
    return sum(
        abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2
        for ring in rings(area)
    )


def boxes(drawn: Layout) -> list[tuple[float, float, float, float]]:
    return [placed.frame for placed in drawn.placed] + list(drawn.pills.values())


def test_every_site_of_the_contract_is_drawn() -> None:
    assert {area.site for area in AREAS} == set(Site)


def test_there_are_59_places_on_the_body_and_two_without_a_place() -> None:
    assert len(SPOTS) == len(set(SPOTS)) == 61
    assert SPOTS[-2:] == ((Site.MANY, Side.MIDDLE), (Site.OTHER, Side.MIDDLE))


@pytest.mark.parametrize("site", Site)
def test_a_site_is_drawn_left_and_right_or_whole(site: Site) -> None:
    drawn = {side for each, side in SPOTS if each is site}
    assert drawn in ({Side.LEFT, Side.RIGHT}, {Side.MIDDLE})
    if Side.MIDDLE not in sides_of(site):
        assert drawn == {Side.LEFT, Side.RIGHT}


@pytest.mark.parametrize("area", DRAWN, ids=lambda a: f"{a.view}-{a.site}-{a.side}")
def test_the_centre_of_an_area_hits_itself(area: Area) -> None:
    assert hit(centre(area), area.view) is area


@pytest.mark.parametrize("area", DRAWN, ids=lambda a: f"{a.view}-{a.site}-{a.side}")
def test_left_and_right_are_mirror_images(area: Area) -> None:
    twin = the_area(area.view, area.site, other_side(area.side))
    if area.side is Side.MIDDLE:
        xs = [x for ring in rings(area) for x, _ in ring]
        assert min(xs) == pytest.approx(-max(xs))
    else:
        assert twin.path == mirrored(area.path)
        assert centre(twin) == pytest.approx((-centre(area)[0], centre(area)[1]))


@pytest.mark.parametrize(
    "area", [a for a in DRAWN if a.side is not Side.MIDDLE], ids=lambda a: f"{a.view}-{a.site}-{a.side}"
)
def test_left_is_the_persons_own(area: Area) -> None:
    on_viewers_right = centre(area)[0] > 0
    assert on_viewers_right is ((area.side is Side.LEFT) is (area.view in SEEN_MIRRORED))


@pytest.mark.parametrize("view", VIEWS[:-1], ids=lambda view: view.name)
def test_the_words_left_and_right_stand_on_their_side(view: View) -> None:
    drawn = layout((0, 0, 700, 700), WORDS)
    placed = next(each for each in drawn.placed if each.view is view)
    left, top, width, height = placed.frame
    beside = {
        label.words: label.x
        for label in drawn.labels
        if left <= label.x <= left + width and top <= label.y < top + height
    }
    a_left = next(a for a in placed.view.areas if a.side is Side.LEFT)
    assert (beside["left"] > beside["right"]) is (centre(a_left)[0] > 0)


def test_nothing_leaves_its_picture() -> None:
    for view in VIEWS[:-1]:
        left, top, right, bottom = view.box
        for area in view.areas:
            for x, y in (corner for ring in rings(area) for corner in ring):
                assert left <= x <= right
                assert top <= y <= bottom


def test_the_adult_is_seven_and_a_half_heads_tall() -> None:
    front = [corner for a in DRAWN if a.view == "front" for ring in rings(a) for corner in ring]
    chin = max(y for ring in rings(the_area("front", Site.JAW, Side.MIDDLE)) for _, y in ring)
    crown = min(y for _, y in front)
    assert (max(y for _, y in front) - crown) / (chin - crown) == pytest.approx(7.5, abs=0.1)


def test_neighbours_in_a_figure_do_not_overlap() -> None:
    """Only lids and lips lie on the cheeks: everywhere else the first hit is the only one."""
    for view in ("front", "back"):
        areas = [a for a in DRAWN if a.view == view and a.site not in {Site.EYELID, Site.LIPS}]
        for one, other in combinations(areas, 2):
            assert not inside(centre(one), other)


def test_no_area_is_too_small_to_see() -> None:
    drawn = layout((0, 0, 470, 490), WORDS)
    scale = {placed.view.name: placed.scale for placed in drawn.placed}
    exact = [a for a in DRAWN if a.view not in {"front", "back"}]
    assert min(size(area) * scale[area.view] ** 2 for area in exact) > 60


@settings(max_examples=60, deadline=None)
@given(
    width=st.floats(300, 1000), height=st.floats(320, 1000), line=st.floats(12, 24), left=st.floats(-50, 50)
)
def test_everything_fits_into_any_rectangle(width: float, height: float, line: float, left: float) -> None:
    drawn = layout((left, 7, width, height), Words(line=line, widths=dict.fromkeys(label_words(), line * 3)))
    for x, y, wide, tall in boxes(drawn):
        assert left - 0.5 <= x
        assert x + wide <= left + width + 0.5
        assert y >= 6.5
        assert y + tall <= 7 + height + 0.5


@settings(max_examples=40, deadline=None)
@given(width=st.floats(340, 900), height=st.floats(380, 900), line=st.floats(12, 22))
def test_lenses_never_cover_each_other_or_a_figure(width: float, height: float, line: float) -> None:
    drawn = layout((0, 0, width, height), Words(line=line, widths=dict.fromkeys(label_words(), line * 2.4)))
    frames = [placed.frame for placed in drawn.placed[:-1]]
    for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(frames, 2):
        assert ax + aw <= bx + 0.01 or bx + bw <= ax + 0.01 or ay + ah <= by + 0.01 or by + bh <= ay + 0.01


def test_larger_words_leave_less_room_for_the_body() -> None:
    small = layout((0, 0, 400, 420), WORDS)
    large = layout((0, 0, 400, 420), Words(line=24.0, widths=dict.fromkeys(label_words(), 60.0)))
    assert large.unit < small.unit


def test_an_edge_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="breaks off"):
        loop(straight((0, 0), (1, 0)), straight((1, 1), (0, 0)))


def test_a_curve_passes_through_its_knots_and_back() -> None:
    way = curve("start@0,0 10,5 middle@20,0 30,-5 end@40,0")
    assert [segment[0] for segment in way.segments] == [(0, 0), (10, 5), (20, 0), (30, -5)]
    back = way.piece("end", "middle")
    assert (back[0][0], back[-1][3]) == ((40, 0), (20, 0))


def test_a_marked_knot_is_a_corner_and_the_others_are_smooth() -> None:
    def turns(path: Path) -> list[float]:
        """How far the direction jumps at each knot, as a cross product of unit tangents."""
        found = []
        points = [numbers for word, numbers in path if word == "C"]
        for before, after in zip(points, [*points[1:], points[0]], strict=True):
            ax, ay = before[4] - before[2], before[5] - before[3]
            bx, by = after[0] - before[4], after[1] - before[5]
            found.append(abs(ax * by - ay * bx) / ((ax * ax + ay * ay) ** 0.5 * (bx * bx + by * by) ** 0.5))
        return found

    assert max(turns(blob("0,0 10,0 10,10 0,10"))) < 0.01
    assert sum(turn > 0.1 for turn in turns(blob("0,0! 10,0 10,10 0,10"))) == 1


def test_every_path_is_closed_and_made_of_the_four_commands() -> None:
    for area in DRAWN:
        assert {word for word, _ in area.path} <= {"M", "C", "L", "Z"}
        assert area.path[-1] == ("Z", ())
        for ring in polygons(area.path):
            assert ring[0] == pytest.approx(ring[-1])


# Heat


@pytest.mark.parametrize(("child", "parent"), PARENTS.items())
def test_the_figure_counts_a_child_site_into_its_parent_and_the_lens_does_not(
    child: Site, parent: Site
) -> None:
    counts = {(child, Side.LEFT): 3, (parent, Side.LEFT): 1}
    shown = {(a.view, a.side): area_count(a, counts) for a in AREAS if a.site is parent}
    figure = {
        count for (view, side), count in shown.items() if view in {"front", "back"} and side is Side.LEFT
    }
    lens = {
        count for (view, side), count in shown.items() if view not in {"front", "back"} and side is Side.LEFT
    }
    assert figure == {4}
    assert lens <= {1}
    assert [area_count(a, counts) for a in AREAS if a.spot == (child, Side.LEFT)] == [3]


def test_both_counts_on_both_sides_and_once_on_a_whole_area() -> None:
    calf = {(Site.CALF, Side.BOTH): 2, (Site.CALF, Side.LEFT): 1}
    assert area_count(the_area("back", Site.CALF, Side.LEFT), calf) == 3
    assert area_count(the_area("back", Site.CALF, Side.RIGHT), calf) == 2
    lips = {(Site.LIPS, Side.BOTH): 2, (Site.LIPS, Side.LEFT): 1, (Site.LIPS, Side.MIDDLE): 4}
    assert area_count(the_area("face", Site.LIPS, Side.MIDDLE), lips) == 7


def test_the_middle_of_a_halved_site_touches_both_halves() -> None:
    counts = {(Site.NECK, Side.MIDDLE): 2, (Site.NECK, Side.RIGHT): 1}
    assert area_count(the_area("front", Site.NECK, Side.LEFT), counts) == 2
    assert area_count(the_area("back", Site.NECK, Side.RIGHT), counts) == 3


@settings(deadline=None)
@given(most=st.integers(0, 100_000))
def test_the_steps_cover_every_count_once(most: int) -> None:
    bounds = step_bounds(most)
    assert len(bounds) == min(most, 5)
    assert [first for first, _ in bounds] == [1, *(last + 1 for _, last in bounds[:-1])][: len(bounds)]
    assert not bounds or bounds[-1][1] == most
    assert all(first <= last for first, last in bounds)
    assert step_of(0, bounds) == 0
    for step, (first, last) in enumerate(bounds, start=1):
        assert step_of(first, bounds) == step_of(last, bounds) == step


def test_the_lenses_show_every_site_that_is_too_small_in_the_figure() -> None:
    in_lenses = {area.site for view in LENSES for area in view.areas}
    assert set(PARENTS) <= in_lenses
    assert {Site.FOREHEAD, Site.EYELID, Site.CHEEK, Site.LIPS, Site.JAW, Site.TONGUE} <= in_lenses
