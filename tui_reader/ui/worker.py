"""The other side of `analyst.Elsewhere`: pickled questions in, pickled answers out, until there are no more."""

import gc
import pickle
import sys
from typing import BinaryIO

from tui_reader.ui.analyst import answer


def work(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the questions end."""
    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - what our own parent process wrote
        except EOFError:
            return
        pickle.dump(answer(question), answers)
        answers.flush()
        gc.enable()  # the first answer is waited for: collecting garbage meanwhile finds none


if __name__ == "__main__":
    gc.disable()
    work(sys.stdin.buffer, sys.stdout.buffer)
