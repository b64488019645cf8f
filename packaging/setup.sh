# Sourced by run.sh, test.sh and check.sh, which set $root first. Sets up what is missing: the libraries that a Qt
# window links to, Python, uv, and the packages of uv.lock. Says nothing and changes nothing when all is there.

oldest=3.11
newest=3.14
environment=${UV_PROJECT_ENVIRONMENT:-.venv}
case $environment in /*) ;; *) environment=$root/$environment ;; esac

# uv must take the Python that is installed here: its own builds come from a download site, not from a package index.
export UV_PYTHON_DOWNLOADS=never
# Another project's active environment is not this one's.
unset VIRTUAL_ENV

say() {
    echo "twitchlog: $*" >&2
}

# The names, from standard input, of Debian packages that are not installed. What an installed package provides
# counts: newer releases have libglib2.0-0t64 for libglib2.0-0.
not_installed() {
    dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | awk '
        FNR == NR && $1 == "installed" { for (i = 2; i <= NF; i++) { sub(/,$/, "", $i); have[$i] = 1 } }
        FNR != NR && NF && !($1 in have) { print $1 }
    ' - "$1"
}

install_debian_packages() {
    missing=$(not_installed "$root/packaging/debian-packages.txt" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        say "some Debian packages are missing; please have them installed with"
        say "  apt-get install --no-install-recommends $missing"
        return 0
    fi
    say "installing Debian packages: $missing"
    # A list that could not be fetched matters only if a package is then missing, and that fails below.
    $as_root apt-get update -qq -o DPkg::Lock::Timeout=300 >/dev/null || true
    # shellcheck disable=SC2086 # a list of names, and no word at all for root
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 $missing >/dev/null || {
        say "that did not work; please run"
        say "  sudo apt-get update && sudo apt-get install --no-install-recommends $missing"
        return 0
    }
}

# On these two the line is only shown: no one has tried it there for us.
name_fedora_packages() {
    names="fontconfig glib2 dbus-libs krb5-libs libglvnd-egl libglvnd-glx libwayland-cursor libxkbcommon"
    names="$names libxkbcommon-x11 xcb-util-cursor xcb-util-keysyms xcb-util-wm"
    # shellcheck disable=SC2086 # a list of names
    rpm -q $names >/dev/null 2>&1 || say "if the window does not open: sudo dnf install $names"
}

name_arch_packages() {
    names="fontconfig glib2 dbus krb5 libglvnd wayland libxkbcommon libxkbcommon-x11 xcb-util-cursor"
    names="$names xcb-util-keysyms xcb-util-wm"
    # shellcheck disable=SC2086 # a list of names
    pacman -Q $names >/dev/null 2>&1 || say "if the window does not open: sudo pacman -S --needed $names"
}

system_packages() {
    if [ -e /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
        install_debian_packages
    elif [ -e /etc/fedora-release ]; then
        name_fedora_packages
    elif [ -e /etc/arch-release ]; then
        name_arch_packages
    fi
}

# The path of a Python if it is one that twitchlog supports, else nothing. Naming a version manager's link is not
# enough: it may lead nowhere. From within another environment the Python that made it is the answer.
supported() {
    "$1" -c '
import sys
low, high = (tuple(map(int, v.split("."))) for v in sys.argv[1:])
if not low <= sys.version_info[:2] <= high:
    raise SystemExit(1)
print(getattr(sys, "_base_executable", None) or sys.executable)
' "$oldest" "$newest" 2>/dev/null
}

find_python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
        command -v "$name" >/dev/null 2>&1 || continue
        python=$(supported "$name") && return 0
    done
    say "Python $oldest to $newest is needed and was not found. Please install it:"
    say "  Debian, Ubuntu: sudo apt-get install python3 python3-venv (on older releases python3.11 python3.11-venv)"
    say "  Fedora: sudo dnf install python3.13    Arch: sudo pacman -S python    macOS: brew install python@3.13"
    return 1
}

# Which Python: the one the environment was made with, as long as it works, so that a later run changes nothing.
choose_python() {
    python=
    [ -z "${UV_PYTHON:-}" ] || return 0
    [ ! -x "$environment/bin/python" ] || ! supported "$environment/bin/python" >/dev/null || return 0
    find_python
}

find_uv() {
    uv=$(command -v uv) && return 0
    case $(uname -s) in
        Darwin) cache=$HOME/Library/Caches ;;
        *) cache=${XDG_CACHE_HOME:-$HOME/.cache} ;;
    esac
    home=$cache/twitchlog/uv
    uv=$home/bin/uv
    "$uv" --version >/dev/null 2>&1 && return 0
    say "fetching uv from PyPI into $home"
    [ -n "$python" ] || find_python || return 1
    if ! "$python" -m venv --clear "$home" >&2; then
        say "this Python cannot make virtual environments; on Debian and Ubuntu: sudo apt-get install python3-venv"
        return 1
    fi
    "$home/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1' >&2 || {
        say "uv could not be fetched. Is this computer online?"
        return 1
    }
}

# Bring the environment to what uv.lock says; the arguments say which groups.
sync() {
    [ -z "$python" ] || set -- --python "$python" "$@"
    "$uv" sync --project "$root" --frozen --quiet --check "$@" 2>/dev/null && return 0
    say "fetching Python packages"
    "$uv" sync --project "$root" --frozen "$@" >&2
}

set_up() {
    system_packages
    choose_python
    find_uv
    sync "$@"
}
