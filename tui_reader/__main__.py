"""`python -m tui_reader`, and the command `tui-reader`."""

import gc
import signal
import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    gc.disable()  # what is imported stays: collecting garbage meanwhile finds none, and costs a tenth of the time
    try:
        from tui_reader.cli import main as run  # noqa: PLC0415
    except KeyboardInterrupt:  # before there is anything to interrupt
        return 128 + signal.SIGINT
    return run()


if __name__ == "__main__":
    sys.exit(main())
