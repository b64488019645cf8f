"""Commands that look after the diary file: ``check``, ``backup`` and ``restore``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import RefusedError, diary_option, diary_path, print_json
from twitchlog.domain.texts import moment_text
from twitchlog.domain.words import count

if TYPE_CHECKING:
    from twitchlog.store.rescue import Rescued

EXPOSURES = ("exercise", "caffeine", "stress", "sitting")
SHOWN = 20


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--rescue",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read what can be read of a damaged file into a new diary beside it.",
)
@diary_option
def check_command(rescue: Path | None, *, as_json: bool) -> None:
    """Say whether the diary file is sound, what is in it, and which backups there are."""
    if rescue is not None:
        _rescue(rescue, as_json=as_json)
        return
    path = diary_path()
    found = {"diary": str(path), **_looked_at(path), "backups": _backups(path)}
    if as_json:
        print_json(found)
    elif found["sound"]:
        click.echo(_sound_words(found))
    if not found["sound"]:
        raise RefusedError(" ".join(found["problems"]))


def _rescue(damaged: Path, *, as_json: bool) -> None:
    from twitchlog.store.rescue import rescue

    with _store_says():
        done = rescue(damaged, now())
    if as_json:
        print_json(
            {
                "damaged": str(damaged),
                "diary": str(done.path),
                "recovered": done.counts,
                "from_backup": done.from_backup,
                "backup": str(done.backup) if done.backup else None,
                "missing": list(done.missing),
                "refused": done.refused,
                "unreadable_pages": done.unreadable,
                "settings": done.settings,
            }
        )
    else:
        click.echo("\n".join(_rescue_words(damaged, done)))


def _rescue_words(damaged: Path, done: "Rescued") -> list[str]:
    others = sum(done.counts.values()) - done.counts["episodes"] - done.counts["trash"]
    twitches = count(done.counts["episodes"], "twitch", "twitches")
    entries = count(others, "other entry", "other entries")
    lines = [f"Read back: {twitches}, {entries}, {done.counts['trash']:,} deleted before."]
    if sum(done.from_backup.values()):
        lines.append(f"Of these, {sum(done.from_backup.values()):,} only from the backup {done.backup}")
    if done.missing:
        shown = ", ".join(done.missing[:SHOWN])
        more = (
            f" and {len(done.missing) - SHOWN:,} more (all with --json)" if len(done.missing) > SHOWN else ""
        )
        lines.append(f"Not read back, as far as the file still tells: {shown}{more}")
    if done.unreadable:
        lines.append(f"The disk does not give {count(done.unreadable, 'page')} of the file.")
    if done.refused:
        lines.append(f"{count(done.refused, 'row')} could be read but cannot be an entry.")
    if not done.settings:
        lines.append("The diary's own settings could not be read: please set the start of the day again.")
    return [
        *lines,
        f"The damaged file was left as it is: {damaged}",
        f"The new diary: {done.path}",
        f'To look at it: twitchlog --diary "{done.path}". To go on with it: twitchlog restore "{done.path}"',
    ]


def _looked_at(path: Path) -> dict[str, Any]:
    """Return the contract's facts about the file; numbers are ``None`` where it cannot be read."""
    from twitchlog.cli.stores import opened

    try:
        with opened(path, reading=True) as store:
            problems, counts = store.problems(), store.counts()
            return {
                "sound": not problems,
                "problems": problems,
                "episodes": counts["episodes"],
                "exposures": sum(counts[table] for table in EXPOSURES),
                "days": counts["days"],
                "schema": store.schema,
                "newest": store.newest() or None,
            }
    except RefusedError as error:
        unknown = dict.fromkeys(("episodes", "exposures", "days", "schema", "newest"))
        return {"sound": False, "problems": [error.message], **unknown}


def _backups(path: Path) -> list[dict[str, Any]]:
    from twitchlog.store.backups import backups

    return [
        {"path": str(each.path), "at": moment_text(each.at), "sound": each.sound, "episodes": each.episodes}
        for each in backups(path)
    ]


def _sound_words(found: dict[str, Any]) -> str:
    newest = f", the newest of {found['newest']}" if found["newest"] else ""
    others = f"{count(found['exposures'], 'exposure')}, {count(found['days'], 'day')}"
    lines = [
        f"{found['diary']} is sound.",
        f"{count(found['episodes'], 'twitch', 'twitches')}{newest}; {others}.",
    ]
    backups = found["backups"]
    if not backups:
        return "\n".join([*lines, "No backup yet. To make one: twitchlog backup"])
    good = [each for each in backups if each["sound"]]
    last = f" The newest: {good[0]['path']}" if good else ""
    return "\n".join(
        [
            *lines,
            _last_backup_words(Path(found["diary"])),
            f"{count(len(backups), 'backup')}, {len(good)} of them sound.{last}",
        ]
    )


def _last_backup_words(diary: Path) -> str:
    from twitchlog.store.second_folder import last_backup_words

    return last_backup_words(diary, now(), _second_folder())


def _second_folder() -> Path | None:
    from twitchlog.store.places import settings_file
    from twitchlog.store.preferences import read_preferences

    chosen = read_preferences(settings_file()).second_folder
    return Path(chosen) if chosen else None


@click.command("backup")
@diary_option
def backup_command() -> None:
    """Make a verified copy of the diary now."""
    from twitchlog.cli.stores import opened
    from twitchlog.store.backups import backup

    with opened(diary_path()) as store:
        made = backup(store, "by-hand", now())
    click.echo(f"{made.path}\n{count(made.episodes, 'twitch', 'twitches')} copied, opened again and checked.")
    second = _second_folder()
    if second is not None:
        from twitchlog.store.second_folder import copied_to_second

        with _store_says():
            click.echo(f"Also here: {copied_to_second(diary_path(), made, second, now())}")


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change; change nothing.")
@diary_option
def restore_command(path: Path, *, dry_run: bool) -> None:
    """Bring the diary back to a backup; the present one is kept."""
    from twitchlog.store.restoring import change_words, rehearsed, restore

    if dry_run:
        with _store_says():
            click.echo(change_words(rehearsed(diary_path(), path)))
        return
    with _store_says():
        restored = restore(diary_path(), path, now())
    newest = f", the newest of {restored.newest}" if restored.newest else ""
    click.echo(f"The diary now holds {count(restored.episodes, 'twitch', 'twitches')}{newest}.")
    if restored.before is not None:
        click.echo(f"What was there before is kept: {restored.before.path}")
    elif restored.aside is not None:
        click.echo(f"The damaged file is kept: {restored.aside}")


@contextmanager
def _store_says() -> Iterator[None]:
    from twitchlog.store.errors import StoreError

    try:
        yield
    except StoreError as error:
        raise RefusedError(str(error)) from error
