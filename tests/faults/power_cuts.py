"""Power cuts: images of the disk after each kind of write, with what was not flushed there, gone, mixed or torn."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from tests.faults.disk import KEPT, Disk, laid_out, logged, said
from tests.faults.row import Row, Run
from tests.faults.speaking import entry
from tests.helpers import NOON, an_episode, an_id
from twitchlog.domain.episode import Episode
from twitchlog.store.backups import backup, backups
from twitchlog.store.errors import StoreError
from twitchlog.store.reserve import given_up
from twitchlog.store.store import Store

NO_STRACE = "strace is not there"
IMPORTED = 120


def power_cuts(run: Run) -> Row:
    """An entry said to be saved is there after the power comes back; deleted ones stay deleted."""
    if shutil.which("strace") is None:
        return Row(not_run=NO_STRACE)
    cuts = run.times(600, 10_000)
    losses = _cut(run, "saving", ["12"], cuts, _saves_kept)
    controls = run.times(60, 400)
    noticed = sum(
        bool(_cut(run, "saving", ["12", weaker], controls, _saves_kept)) for weaker in ("FULL", "OFF")
    )
    return Row(cuts, losses, noticed if noticed == 2 else 0, 2, "control: DELETE + FULL, OFF")


def power_cuts_of_the_rest(run: Run) -> Row:
    """Imports, backups and restores are whole or not there after the power comes back."""
    if shutil.which("strace") is None:
        return Row(not_run=NO_STRACE)
    cuts = run.times(60, 1500)
    losses = (
        *_cut(run, "importing", [str(IMPORTED)], cuts, _all_or_none),
        *_cut(run, "backing_up", ["3"], cuts, _backups_sound),
        *_cut(run, "restoring", [], cuts, _old_or_new),
    )
    noticed = len(_cut(run, "importing", [str(IMPORTED)], 40, _all_or_none, flushed=False))
    return Row(3 * cuts, losses, noticed, 40, "control: no flush ever reaches the disk")


def _cut(
    run: Run,
    job: str,
    words: Sequence[str],
    cuts: int,
    check: Callable[[Path, list[str]], str],
    *,
    flushed: bool = True,
) -> tuple[str, ...]:
    """Return what was lost in images of the disk at random moments of a job."""
    folder = run.place(f"{job}-{'-'.join(words)}-{flushed}")
    path, extra = _begun(folder, job)
    before = {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    calls = logged(folder, job, str(path), *extra, *words)
    start = next(at for at, call in enumerate(calls) if call.data == b"ready\n")
    chance = run.chance
    moments = sorted(chance.randrange(start, len(calls) + 1) for _ in range(cuts))
    disk = Disk(folder, before)
    done, losses, image = 0, [], run.folder / f"image-{job}"
    for moment in moments:
        for call in calls[done:moment]:
            if flushed or not call.name.endswith("sync"):
                disk.take(call)
        done = moment
        files = disk.after_power_cut(chance.choice(KEPT), chance.choice(("none", "all", "some")), chance)
        laid_out(files, folder, image)
        lost = check(image / "diary.db", said(calls[:moment]))
        if lost:
            losses.append(f"{job} {' '.join(words)} at call {moment}: {lost}")
    shutil.rmtree(image, ignore_errors=True)
    return tuple(losses)


def _begun(folder: Path, job: str) -> tuple[Path, list[str]]:
    path = folder / "diary.db"
    with closing(Store.open(path)) as store:
        given_up(path)  # a megabyte in each image would say nothing
        if job == "saving":
            return path, []
        store.put([an_episode(id=an_id("old", n), note="old") for n in range(40)])
        if job != "restoring":
            return path, []
        made = backup(store, "daily", NOON).path
        store.put([an_episode(id=an_id("new", n), note="new") for n in range(40)])
    return path, [str(made)]


def _held(path: Path) -> tuple[set[str], str]:
    """Return the notes in a diary, and what is wrong with it."""
    try:
        with closing(Store.open(path, create=False, wait_s=0.1)) as store:
            given_up(path)
            found = [row.note for row in store.diary().every(Episode)]
            wrong = store.problems()
    except StoreError as error:
        return set(), f"cannot be opened: {error.reason}"
    if len(set(found)) < len(found) and not found[0].startswith(("old", "new")):
        return set(found), "doubled"
    return set(found), " ".join(wrong)


def _saves_kept(path: Path, words: list[str]) -> str:
    found, wrong = _held(path)
    if wrong:
        return wrong
    numbers = [int(word.split()[1]) for word in words if word.startswith("saved")]
    gone = {int(word.split()[1]) for word in words if word.startswith("deleted")}
    last = max(numbers, default=-1)
    expected = {entry(n).note for n in numbers if n not in gone}
    # The deletion and the save after the last one said may be under way.
    allowed = expected | {entry(last + 1).note}
    under_way = {entry(last - 1).note} if last % 3 == 2 else set()
    if not expected - under_way <= found:
        return f"lost {sorted(expected - found)}"
    return f"too much {sorted(found - allowed)}" if not found <= allowed else ""


def _all_or_none(path: Path, words: list[str]) -> str:
    found, wrong = _held(path)
    count = len(found - {"old"})
    if wrong or "old" not in found:
        return wrong or "lost what was there"
    if count not in {0, IMPORTED} or ("imported" in words and count == 0):
        return f"{count} of {IMPORTED} imported"
    return ""


def _backups_sound(path: Path, words: list[str]) -> str:
    lost = _saves_kept_beside_old(path, words)
    named = backups(path)
    told = {word.split()[1] for word in words if word.startswith("backup")}
    if not told <= {each.path.name for each in named}:
        return "a backup is gone"
    if any(not each.sound for each in named):
        return "a backup is not sound"
    return lost


def _saves_kept_beside_old(path: Path, words: list[str]) -> str:
    found, wrong = _held(path)
    expected = {entry(int(word.split()[1])).note for word in words if word.startswith("saved")} | {"old"}
    return wrong or ("" if expected <= found else f"lost {sorted(expected - found)}")


def _old_or_new(path: Path, words: list[str]) -> str:
    found, wrong = _held(path)
    if wrong:
        return wrong
    if "restored" in words and found != {"old"}:
        return "said to be restored but is not"
    return "" if found in ({"old"}, {"old", "new"}) else f"mixed {found}"
