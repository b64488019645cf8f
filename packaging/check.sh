#!/bin/sh
# Sets up what is missing and checks how the code is written: format, lint, types, layers. The tests are test.sh.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

set_up --group oracle
cd "$root"
failed=

# Every tool has its say, also after one has found something.
check() {
    "$uv" run --frozen --no-sync "$@" || failed="$failed $1"
}

check ruff format --check .
check ruff check .
check mypy --strict twitchlog tests packaging
check lint-imports
[ -z "$failed" ] || {
    say "not passed:$failed"
    exit 1
}
