"""What a monkey does at a terminal: a seeded stream of bursts, the same for a seed for ever."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Literal, NamedTuple

from tests.fuzz.folder import NAMES
from tui_reader.ui.commands.keys import COMMANDS

Kind = Literal["type", "resize", "continue", "outside", "write", "remove"]
WIDEST, HIGHEST = 160, 45


class Event(NamedTuple):
    """One thing that is done: bytes that are typed (as Latin-1), a size, or a file by its name."""

    kind: Kind
    value: str = ""

    def __str__(self) -> str:
        return json.dumps(self)

    @classmethod
    def read(cls, line: str) -> Event:
        """The event that a line of a report tells of."""
        return cls(*json.loads(line))


SPECIAL = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "slash": "/", "colon": ":", "question_mark": "?", "comma": ",", "semicolon": ";",
    "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left_parenthesis": "(", "right_parenthesis": ")", "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
LEAVING = {"quit", "leave"}
OUTSIDE = {"edit", "suspend"}  # the terminal is somebody else's meanwhile, who would get the keys that follow


def key_bytes(name: str) -> str:
    """What a terminal sends for a key by its name in the table."""
    if name.startswith("ctrl+"):
        return chr(ord(name[-1]) & 0x1F)
    return SPECIAL.get(name, name)


def keys_of(actions: Callable[[str], bool]) -> list[str]:
    return [key_bytes(key) for command in COMMANDS if actions(command.id) for key in command.keys.split(",")]


KEYS = keys_of(lambda action: action not in LEAVING | OUTSIDE)
LEAVING_KEYS = keys_of(LEAVING.__contains__)
OUTSIDE_KEYS = keys_of(OUTSIDE.__contains__)
WINDOW_KEYS = ["V", "?", ":", "S", "T", "i", "/", "\r", "\x1b", "\x1b", "\r", "q", "h", "l", "i", "j", "k", "g", "G"]
TYPING = [
    *"aeilnrst ",
    "é",
    "\x7f",
    "\x17",
    "\x0b",
    "\x01",
    "\x05",
    "\x1b[3~",
    "\x1b[1;5D",
    "\x1b[1;2D",
    "\x18",
    "\x16",
]
UNBOUND = [
    *"QXZ8#é€日🎃", "e\u0301", "\x00", "\x07", "\x1c", "\x1f", "\x1b[15~", "\x1bx", "\x1b[1;5A", "\x1b[200;200R",
    "\x1b[?2026;2$y", "\x1b[?2048;0$y", "\x1b[?1u", "\u3164", "\x03",
]  # fmt: skip
PASTES = [
    "", "\n", "x", "digue", "deux\nlignes\n", "\x1b]0;PWNED\x07", "a\x9b2Jb", "ab\b\bcd", "nul\0nul",
    "\u202eevil\u202c", "[/b] [@click=app.quit]x[/]", "\t\r\x0b", "\u200b\u2066x\u2069", "é" + "\u0301" * 60,
    "日本語 🎃", "\x85\u2028",
    "Une dépêche\n\n« Il gèle », a dit Anne Le Goff, qui a compté 300 personnes.\n",
]  # fmt: skip
LONG_PASTE = "La digue de 1 200 mètres a cédé, « un désastre », selon Paul Roux. "


def stream(seed: int, count: int) -> Iterator[Sequence[Event]]:
    """Bursts of events, `count` events together."""
    random = Random(seed)
    size = (120, 36)
    while count > 0:
        burst: list[Event] = []
        for _ in range(min(count, random.choice((1, 1, 2, 3, 5, 8)))):
            event = random.choices(_MAKERS, _WEIGHTS)[0](random, size)
            if event.kind == "resize":
                width, height = event.value.split("x")
                size = (int(width), int(height))
            burst.append(event)
            if event.kind == "outside":
                break
        count -= len(burst)
        yield burst


def _typed(text: str) -> Event:
    return Event("type", text.encode().decode("latin-1"))


def _key(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(KEYS))


def _window_key(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(WINDOW_KEYS))


def _typing(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(TYPING))


def _unbound(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(UNBOUND))


def _leaving(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(LEAVING_KEYS))


def _outside(random: Random, _size: tuple[int, int]) -> Event:
    return Event("outside", random.choice(OUTSIDE_KEYS))


def _broken(random: Random, _size: tuple[int, int]) -> Event:
    """Bytes that are no UTF-8, and sequences cut in the middle."""
    return Event(
        "type", random.choice(["\x9b", "\xe9", "\xff", "\xc3", "\x1b[", "\x1b[<0;", "\x1b]", "\x1bP", "\x1b[M"])
    )


def _paste(random: Random, _size: tuple[int, int]) -> Event:
    text = LONG_PASTE * 1500 if random.random() < 0.03 else random.choice(PASTES)
    return _typed(f"\x1b[200~{text}\x1b[201~")


def _place(random: Random, size: tuple[int, int]) -> tuple[int, int]:
    """Somewhere on the screen, its edges often, seldom beyond."""
    column, row = (random.choice((1, 2, top, top - 1, random.randint(1, top), random.randint(1, top))) for top in size)
    return max(1, column), max(1, row)


def _mouse(random: Random, size: tuple[int, int]) -> Event:
    column, row = _place(random, size)
    what = random.choice(("click", "double", "drag", "wheel", "wheel", "move", "down", "up", "beyond"))
    if what == "beyond":
        column, row = column + 200, row + 100
    if what == "wheel":
        reports = [f"{random.choice((64, 65, 65, 66, 67))};{column};{row}M"] * random.randint(1, 4)
    elif what == "move":
        reports = [f"35;{column};{row}M"]
    elif what in ("down", "up"):
        reports = [f"0;{column};{row}{'M' if what == 'down' else 'm'}"]
    elif what == "drag":
        reports = [f"0;{column};{row}M"]
        for _ in range(random.randint(1, 4)):
            column, row = _place(random, size)
            reports.append(f"32;{column};{row}M")
        reports.append(f"0;{column};{row}m")
    else:
        button = random.choice((0, 0, 0, 1, 2))
        reports = [f"{button};{column};{row}M", f"{button};{column};{row}m"] * (1 + (what == "double"))
    return _typed("".join(f"\x1b[<{report}" for report in reports))


def _resize(random: Random, _size: tuple[int, int]) -> Event:
    usual = ((120, 36), (80, 24), (60, 20), (40, 10), (1, 1), (20, 6), (WIDEST, HIGHEST))
    width, height = random.choice((*usual, *[(random.randint(1, WIDEST), random.randint(1, HIGHEST))] * 7))
    return Event("resize", f"{width}x{height}")


def _focus(random: Random, _size: tuple[int, int]) -> Event:
    return _typed(random.choice(("\x1b[I", "\x1b[O")))


def _continue(_random: Random, _size: tuple[int, int]) -> Event:
    return Event("continue")


def _write(random: Random, _size: tuple[int, int]) -> Event:
    return Event("write", f"{random.choice(NAMES)}|{random.randint(0, 99)}")


def _remove(random: Random, _size: tuple[int, int]) -> Event:
    return Event("remove", random.choice(NAMES))


def _reload(_random: Random, _size: tuple[int, int]) -> Event:
    return _typed("R")


_MAKERS = (
    *(_key, _window_key, _typing, _mouse, _resize, _paste, _unbound, _focus, _continue),
    *(_write, _remove, _reload, _leaving, _outside, _broken),
)
_WEIGHTS = (30, 18, 8, 20, 6, 4, 3, 1, 0.5, 1.5, 1, 2, 0.3, 0.5, 0.3)
