from pathlib import Path

import pytest

from twitchlog.store.here import zone_name


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("TZ", raising=False)
    return tmp_path / "nothing"


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("UTC", "UTC"),
        (":/usr/share/zoneinfo/Asia/Kathmandu", "Asia/Kathmandu"),
        ("/usr/share/zoneinfo/posix/Asia/Tokyo", "Asia/Tokyo"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", ""),
        ("", ""),
        ("../../etc/passwd", ""),
        ("Europe/" + "x" * 80, ""),
    ],
)
def test_the_setting_of_the_zone_is_read(
    nothing: Path, monkeypatch: pytest.MonkeyPatch, setting: str, name: str
) -> None:
    monkeypatch.setenv("TZ", setting)
    assert zone_name(nothing, nothing) == name


def test_the_link_of_the_computer_is_read(tmp_path: Path, nothing: Path) -> None:
    (tmp_path / "zoneinfo" / "Europe").mkdir(parents=True)
    zone = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    zone.touch()
    (tmp_path / "localtime").symlink_to(zone)
    assert zone_name(tmp_path / "localtime", nothing) == "Europe/Berlin"


def test_a_copy_instead_of_a_link_leaves_the_text_file(tmp_path: Path, nothing: Path) -> None:
    (tmp_path / "localtime").touch()
    (tmp_path / "timezone").write_text("Europe/Lisbon\n", encoding="utf-8")
    assert zone_name(tmp_path / "localtime", tmp_path / "timezone") == "Europe/Lisbon"


def test_a_computer_that_does_not_tell_gives_no_name(tmp_path: Path, nothing: Path) -> None:
    assert zone_name(nothing, nothing) == ""
    (tmp_path / "odd").write_bytes(b"\xff\xfe")
    assert zone_name(nothing, tmp_path / "odd") == ""
