"""Where things are: the diary, its backups, the settings."""

import os
from pathlib import Path

from twitchlog.store.private_files import make_private_folder, narrow

APP = "twitchlog"


def diary_file(option: str | None = None) -> Path:
    """Return the diary's path: the ``--diary`` given, else ``TWITCHLOG_DIARY``, else in the user's data folder.

    The data folder is made if needed, for its owner only; nothing else is touched.
    """
    given = option or os.environ.get("TWITCHLOG_DIARY")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path

    folder = user_data_path(APP, appauthor=False)
    make_private_folder(folder)
    narrow(folder)
    return folder / "diary.db"


def settings_file() -> Path:
    """Return the path of the settings that do not change what the diary means."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.json"


def backups_folder(diary: Path) -> Path:
    """Return the folder beside a diary that holds its backups."""
    return diary.with_name(f"{diary.name}.backups")
