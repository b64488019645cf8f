#!/bin/sh
# Sets up what is missing and checks how the code is written: format, lint, types, layers. The tests are test.sh.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

set_up --group oracle
cd "$root"
"$uv" run --frozen --no-sync ruff format --check .
"$uv" run --frozen --no-sync ruff check .
"$uv" run --frozen --no-sync mypy --strict twitchlog tests packaging
"$uv" run --frozen --no-sync lint-imports
