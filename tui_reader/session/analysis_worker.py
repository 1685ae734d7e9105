"""The process that `SubprocessAnalyser` starts: it reads pickled questions and writes pickled answers."""

import gc
import os
import pickle
import sys
from typing import BinaryIO

from tui_reader.session.analysis_process import answer

YIELDING = 10
"""What is added to the niceness: where processors are few, the screen and its keys come before the list."""


def work(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the questions end."""
    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - what our own parent process wrote
        except EOFError:
            return
        pickle.dump(answer(question), answers)
        answers.flush()
        gc.enable()


if __name__ == "__main__":
    gc.disable()  # the first answer is waited for: collecting garbage meanwhile finds none
    os.nice(YIELDING)
    work(sys.stdin.buffer, sys.stdout.buffer)
