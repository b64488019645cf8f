"""The set-up scripts do what they say, and the project's own text tells the truth about itself."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXTS = {".py", ".sh", ".md", ".toml", ".txt", ".svg", ".cfg", ".csv", ".json", ".yml", ".desktop", ""}
PICTURES = "resources/screenshots/"
POSIX = pytest.mark.skipif(os.name != "posix", reason="the scripts are for Linux and macOS")
DEBIAN = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian knows its packages")


def own_texts() -> list[Path]:
    """Return the project's own text files."""
    below = [ROOT / name for name in ("twitchlog", "tests", "packaging", "resources", ".ci")]
    files = [path for folder in below for path in folder.rglob("*") if "__pycache__" not in path.parts]
    return [path for path in [*files, *ROOT.glob("*.*")] if path.is_file() and path.suffix in TEXTS]


def in_setup(script: str, path: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Return what comes of some shell text after reading packaging/setup.sh, with a folder first on the PATH."""
    first = f"{path}{os.pathsep}" if path else ""
    return subprocess.run(
        ["/bin/sh", "-euc", f'root="{ROOT}"; . "$root/packaging/setup.sh"; {script}'],
        env={**os.environ, "PATH": first + os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def a_command(folder: Path, name: str, text: str) -> None:
    """Write a command that stands in for a real one."""
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)


@POSIX
@pytest.mark.parametrize("script", ["run.sh", "test.sh", "check.sh"])
def test_a_script_is_plain_shell(script: str) -> None:
    shell = shutil.which("dash") or "/bin/sh"
    for name in (script, "setup.sh"):
        subprocess.run([shell, "-n", ROOT / "packaging" / name], check=True, timeout=10)


@POSIX
def test_only_packages_that_are_not_there_are_missing(tmp_path: Path) -> None:
    installed = "installed libone \ninstalled libtwo2t64 libtwo2 (= 2.1)\nconfig-files libthree "
    a_command(tmp_path, "dpkg-query", f"cat <<'END'\n{installed}\nEND")
    wanted = tmp_path / "wanted.txt"
    wanted.write_text("libone\nlibtwo2\nlibthree\nlibfour\n")
    assert in_setup(f'not_installed "{wanted}"', tmp_path).stdout.split() == ["libthree", "libfour"]


@POSIX
def test_without_the_right_to_install_the_line_is_shown(tmp_path: Path) -> None:
    a_command(tmp_path, "dpkg-query", "echo installed libegl1")
    a_command(tmp_path, "id", "echo 1000")
    a_command(tmp_path, "sudo", "exit 1")
    done = in_setup("install_debian_packages", tmp_path)
    assert done.returncode == 0
    assert re.search(
        r"sudo apt-get install --no-install-recommends python3-venv libgl1 .*libwayland", done.stderr
    )


@POSIX
@pytest.mark.parametrize(
    ("oldest", "newest", "found"), [("3.11", "3.99", True), ("3.98", "3.99", False), ("3.1", "3.2", False)]
)
def test_only_a_supported_python_is_taken(oldest: str, newest: str, found: bool) -> None:
    done = in_setup(f'oldest={oldest} newest={newest}; supported "{sys.executable}"')
    assert (done.returncode == 0) is found
    assert Path(done.stdout.strip() or "/").is_file() is found


@POSIX
def test_a_name_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    a_command(tmp_path, "python3.14", "exit 127")
    a_command(tmp_path, "python3.13", f'exec "{sys.executable}" "$@"')
    done = in_setup('find_python; echo "$python"', tmp_path)
    assert done.returncode == 0
    assert Path(done.stdout.strip()).is_file()


@POSIX
def test_no_python_is_said_with_what_to_install(tmp_path: Path) -> None:
    done = in_setup("oldest=3.98 newest=3.99; find_python", tmp_path)
    assert done.returncode == 1
    assert "sudo apt-get install python3 python3-venv" in done.stderr
    assert "sudo dnf install" in done.stderr


@cache
def debian_packages() -> tuple[dict[str, set[str]], dict[str, str]]:
    """Return what each installed package depends on (any alternative), and who provides a name."""
    form = "${db:Status-Status}|${Package}|${Provides}|${Pre-Depends}, ${Depends}\n"
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=True, timeout=50
    )
    needs, providers = {}, {}
    for line in listing.stdout.splitlines():
        status, package, provides, depends = line.split("|", 3)
        if status == "installed":
            needs[package] = names_in(depends)
            providers.update(dict.fromkeys(names_in(provides), package) | {package: package})
    return needs, providers


def names_in(relation: str) -> set[str]:
    """Return the package names in a dependency field."""
    return {word for part in re.split(r"[,|]", relation) if (word := re.split(r"[ :(]", part.strip())[0])}


def closure(packages: list[str]) -> set[str]:
    """Return the packages that come along with these, as installed here."""
    needs, providers = debian_packages()
    found: set[str] = set()
    open_ = list(packages)
    while open_:
        package = providers.get(open_.pop())
        if package and package not in found:
            found.add(package)
            open_.extend(needs[package])
    return found


def owners_of(libraries: set[str]) -> dict[str, str]:
    """Return the Debian package of each library; empty where there is none.

    A package may know its files by /lib, while the loader says /usr/lib, or the other way round.
    """
    names = {
        library: {library, os.path.realpath(library), library.removeprefix("/usr"), f"/usr{library}"}
        for library in libraries
    }
    asked = sorted(set().union(*names.values()))
    said = subprocess.run(
        ["dpkg", "-S", *asked], capture_output=True, text=True, check=False, timeout=50
    ).stdout
    owner = {
        path: who.split(":")[0] for who, _, path in (line.rpartition(": ") for line in said.splitlines())
    }
    return {
        library: next((owner[n] for n in sorted(names[library]) if n in owner), "") for library in libraries
    }


def qt_files() -> list[Path]:
    """Return the parts of Qt that a window, its pictures and its printed page need on a Linux desktop."""
    import PySide6

    home = Path(PySide6.__path__[0])
    patterns = (
        "Qt/plugins/platforms/libqxcb.so",
        "Qt/plugins/platforms/libqoffscreen.so",
        "Qt/plugins/platforms/libqwayland*.so",
        "Qt/plugins/xcbglintegrations/*.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "Qt/plugins/iconengines/libqsvgicon.so",
        "Qt/plugins/imageformats/libqsvg.so",
        *(f"Qt{module}.abi3.so" for module in ("Core", "Gui", "Widgets", "Svg", "PrintSupport")),
    )
    return [path for pattern in patterns for path in home.glob(pattern)]


@DEBIAN
@pytest.mark.skipif(sys.platform != "linux", reason="Qt's Linux libraries")
def test_the_debian_packages_bring_every_library_that_the_window_links_to() -> None:
    listed = (ROOT / "packaging/debian-packages.txt").read_text().split()
    linked = subprocess.run(
        ["ldd", *qt_files()], capture_output=True, text=True, check=True, timeout=50
    ).stdout
    assert "not found" not in linked
    libraries = {
        path
        for path in re.findall(r"=> (/\S+)", linked)
        if not path.startswith((sys.prefix, sys.base_prefix))
        and "PySide6" not in path
        and "shiboken6" not in path
    }
    assert any("libEGL" in path for path in libraries)
    brought = closure([*listed, "libc6", "libgcc-s1", "libstdc++6"])
    assert {path: owner for path, owner in owners_of(libraries).items() if owner not in brought} == {}


def test_nothing_names_the_machine_it_was_written_on() -> None:
    pieces = [
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("../sha", "red"),
        ("farm", "-studio"),
        ("farm", "-bench"),
        (".pye", "nv/"),
    ]
    machine = re.compile("|".join(re.escape(a + b) for a, b in pieces))
    found = {
        f"{path.relative_to(ROOT)}: {said.group()}"
        for path in own_texts()
        if (said := machine.search(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def readme_commands() -> list[str]:
    """Return the README's commands: its indented and fenced lines of shell."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    fenced = re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)
    lines = "\n".join(fenced).splitlines() + re.findall(r"^ {4}(\S.*)$", text, re.M)
    return [line.split("#")[0].strip() for line in lines if line.strip()]


def test_the_readme_begins_with_the_two_commands() -> None:
    assert readme_commands()[:2] == ["sh packaging/run.sh", "sh packaging/test.sh"]


def test_every_script_and_module_that_the_readme_names_is_there() -> None:
    for command in readme_commands():
        words = command.split()
        if words[0] == "sh":
            assert (ROOT / words[1]).is_file(), command
        if "-m" in words and words[words.index("-m") + 1] != "pip":
            assert find_spec(words[words.index("-m") + 1]), command


def test_every_picture_and_file_that_the_readme_links_to_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not link.startswith("http")]
    if not (ROOT / PICTURES).is_dir():
        links = [link for link in links if not link.startswith(PICTURES)]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_that_the_readme_names_exists() -> None:
    named = {
        words[at + 1]
        for words in (command.split() for command in readme_commands())
        for at, word in enumerate(words[:-1])
        if word == "twitchlog" and words[at + 1].isalpha()
    }
    shown = subprocess.run(
        [sys.executable, "-m", "twitchlog", "--help"], capture_output=True, text=True, check=True, timeout=50
    ).stdout
    offered = set(re.findall(r"^ {2}([a-z]+)", shown, re.M))
    assert named
    assert named <= offered


def test_the_readme_gives_a_reason_for_each_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["dev"], *groups["oracle"]]
    names = {re.split(r"[<>=; ]", entry)[0] for entry in wanted}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name for name in names if not re.search(rf"^\| `{re.escape(name)}`", text, re.M)} == set()
