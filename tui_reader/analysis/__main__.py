"""A document in, its article out, both pickled: how the reader has a long text analysed by another process."""

import pickle
import sys

from tui_reader.analysis.pipeline import analyse

if __name__ == "__main__":
    document = pickle.load(sys.stdin.buffer)  # noqa: S301 - what our own parent process wrote
    pickle.dump(analyse(document), sys.stdout.buffer)
