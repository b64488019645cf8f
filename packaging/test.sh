#!/bin/sh
# Sets up what is missing and passes all tests; arguments are passed on: sh packaging/test.sh tests/domain -k sites
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

set_up --group oracle
cd "$root"
exec "$uv" run --frozen --no-sync pytest -n auto "$@"
