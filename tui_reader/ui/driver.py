"""What comes from the terminal. No byte of it ends the program."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder

from textual.drivers.linux_driver import LinuxDriver

from tui_reader.ui.pasted_text import PasteGuard
from tui_reader.ui.textual_internals import XTermParser, raise_in

HUNG_UP = 128 + signal.SIGHUP


class ReaderDriver(LinuxDriver):
    """Textual's driver for terminals; bytes that are no UTF-8 become stand-ins, where Textual would end."""

    _has_terminal = False

    def start_application_mode(self) -> None:
        """Take the terminal, once: a second SIGCONT would start a second thread that takes every other key."""
        if not self._has_terminal:
            self._has_terminal = True
            super().start_application_mode()  # type: ignore[no-untyped-call] # Textual does not say

    def stop_application_mode(self) -> None:
        self._has_terminal = False
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Hand on keys, mouse and pastes until `exit_event` is set, or the terminal is gone."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser, pastes = XTermParser(self._debug), PasteGuard()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            going = True
            while going:
                going = not self.exit_event.is_set()
                if selector.select(0.1):
                    data = os.read(self.fileno, 4096)
                    if not data:
                        raise OSError
                    text = pastes.feed(decode(data))
                    for event in parser.feed(text) if text else ():  # nothing would be the end for the parser
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:  # there is no terminal any more
            self._app.call_later(self._app.exit, return_code=HUNG_UP)
        except Exception as error:  # a defect: told as one of the loop is, for nothing would answer to keys any more
            self._app.call_later(raise_in, self._app, error)
