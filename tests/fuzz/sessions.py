"""Random keys, news and changing files without a screen: `python -m tests.fuzz.sessions COUNT [FIRST]`.

Prints each seed that fails with the last steps before, and how many were run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.session.test_simulation import simulate

STEPS = 150


def main() -> int:
    count = int(sys.argv[1])
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed = 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                simulate(Path(folder), seed, STEPS)
            except AssertionError as error:
                failed += 1
                print(error, file=sys.stderr)
    print(f"{count} sessions of {STEPS} steps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
