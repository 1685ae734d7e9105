"""A document and its corrections in, its article out, pickled: how a text is analysed by another process."""

import gc
import pickle
import sys

if __name__ == "__main__":
    gc.disable()  # the process ends with its one article: what it leaves is never worth collecting
    from tui_reader.analysis.pipeline import analyse

    question = pickle.load(sys.stdin.buffer)  # noqa: S301 - what our own parent process wrote
    pickle.dump(analyse(*question), sys.stdout.buffer)
