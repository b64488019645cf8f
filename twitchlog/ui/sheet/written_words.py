"""What is said when a table or a package is written: how much went out, and how much came back."""

from pathlib import Path

from twitchlog.domain import words
from twitchlog.files.written import Written

TABLE_KIND = "Spreadsheet table (*.csv);;Workbook (*.xlsx)"


def written_words(path: Path, counts: Written) -> str:
    """Return how much was written and read back: "412 twitches written, 412 read back: ..."."""
    episodes = counts.written.get("episodes", 0)
    others = sum(counts.written.values()) - episodes
    more = f" and {words.count(others, 'other entry', 'other entries')}" if others else ""
    back = sum(counts.read_back.values())
    return f"{words.count(episodes, 'twitch', 'twitches')}{more} written, {back:,} read back: {path}"
