#!/bin/sh
# Sets up what is missing and starts twitchlog; arguments are passed on: sh packaging/run.sh --diary FILE
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

# What only developers need is neither fetched nor, where it is there, taken away.
set_up --inexact --no-default-groups
# Not from the project's folder: the paths among the arguments are meant from where the person is.
exec "$uv" run --project "$root" --frozen --no-sync twitchlog "$@"
