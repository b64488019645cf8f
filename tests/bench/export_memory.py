"""Says how many MB of objects an export has at its peak on top of the diary that is in memory."""

import sys
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.diaries import read_diary
from twitchlog.files import package


def main() -> None:
    """Read the diary, then export it; the resident memory would hide what fits into the reading's freed pages."""
    diary = read_diary(Path(sys.argv[1]))
    with TemporaryDirectory() as folder:
        tracemalloc.start()
        package.write(Path(folder) / "export.zip", diary)
        print(tracemalloc.get_traced_memory()[1] / 1024**2)


if __name__ == "__main__":
    main()
