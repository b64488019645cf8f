"""Other processes, that can be killed at any moment."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

PRELOADED = ["__main__", "tests.store.jobs"]


@contextmanager
def child(job: Callable[..., None], *args: Any) -> Iterator[Connection]:
    """Run a job, which gets a pipe's end first, in a process of its own; what it sends is received here.

    At the end it is killed as ``kill -9`` does, wherever it is.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=job, args=(theirs, *args), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
