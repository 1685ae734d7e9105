"""The process that an analyser starts: it reads pickled questions and writes pickled answers."""

import gc
import os
import pickle
import sys
from typing import BinaryIO

from tui_reader.session.analysis_process import answer

YIELDING = 10
"""What is added to the niceness: where processors are few, the screen and its keys come before the list."""


def work(questions: BinaryIO, answers: BinaryIO, *, at_once: bool = False) -> None:
    """Answer until the questions end, after all other processes; the first answer `at_once`, with them."""
    gc.disable()  # the first answer is waited for: collecting garbage meanwhile finds none
    if not at_once:
        os.nice(YIELDING)
    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - what our own parent process wrote
        except EOFError:
            return
        pickle.dump(answer(question), answers)
        answers.flush()
        gc.enable()
        if at_once:
            os.nice(YIELDING)
            at_once = False


if __name__ == "__main__":
    work(sys.stdin.buffer, sys.stdout.buffer)
