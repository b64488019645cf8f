"""Commands that look after the diary file: ``check``, ``backup`` and ``restore``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import RefusedError, diary_option, diary_path, print_json
from twitchlog.domain.texts import moment_text
from twitchlog.domain.words import count

EXPOSURES = ("exercise", "caffeine", "stress", "sitting")
NOT_YET = (
    "Reading what is left of a damaged file is not possible yet. "
    "Please go back to the newest sound backup: twitchlog restore PATH"
)


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--rescue", type=click.Path(path_type=Path), hidden=True)
@diary_option
def check_command(rescue: Path | None, *, as_json: bool) -> None:
    """Say whether the diary file is sound, what is in it, and which backups there are."""
    if rescue is not None:
        raise RefusedError(NOT_YET)
    path = diary_path()
    found = {"diary": str(path), **_looked_at(path), "backups": _backups(path)}
    if as_json:
        print_json(found)
    elif found["sound"]:
        click.echo(_sound_words(found))
    if not found["sound"]:
        raise RefusedError(" ".join(found["problems"]))


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
    last = f" The newest: {good[0]['at']}, {good[0]['path']}" if good else ""
    return "\n".join([*lines, f"{count(len(backups), 'backup')}, {len(good)} of them sound.{last}"])


@click.command("backup")
@diary_option
def backup_command() -> None:
    """Make a verified copy of the diary now."""
    from twitchlog.cli.stores import opened
    from twitchlog.store.backups import backup

    with opened(diary_path()) as store:
        made = backup(store, "by-hand", now())
    click.echo(f"{made.path}\n{count(made.episodes, 'twitch', 'twitches')} copied, opened again and checked.")


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path))
@diary_option
def restore_command(path: Path) -> None:
    """Bring the diary back to a backup; the present one is kept."""
    from twitchlog.store.backups import restore

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
