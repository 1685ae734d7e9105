"""The day of somebody who reviews the press, on a terminal: read, keep, correct, give a source; kill -9; hand on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.terminal import Terminal
from tests.test_terminal import READER
from tui_reader.library.status import reading_library
from tui_reader.library.values import Clipping, KeptCorrection

PLACES = {
    "Varenne": "Les ouvriers ont remplacé les poutres de chêne par du métal peint, et les pêcheurs y reviennent déjà.",
    "Corbel": "Un marché aux fromages occupe désormais la rive droite, où poussaient des ronces et des orties.",
    "Raval": "Le collège voisin y a planté des tilleuls que chaque classe arrose à son tour pendant les vacances.",
    "Tournac": "Les cyclistes gagnent un quart d’heure sur le chemin de l’usine, dont la sirène a retenti deux fois.",
    "Montrevel": "Une fanfare venue de la vallée a joué jusqu’au soir malgré la pluie froide qui tombait des collines.",
}
"""The places of the articles, each with a paragraph that makes its article another one than the others."""
TEXT = """Le pont de {place} rouvre après deux ans

Le pont de {place} a rouvert lundi devant {count} habitants venus en famille, a annoncé la mairie.

{more} {more}

« C’est un soulagement pour {place} », a déclaré la maire, Anne Roux, devant la foule.

« Il était temps », a dit Paul Verdier, architecte. Il a ajouté que tout était prêt.
"""


ESCAPE = "\x1b"
SIZE = (60, 20)


class Day:
    """A library on the disk, and the program on a terminal, in `language`."""

    def __init__(self, folder: Path, size: tuple[int, int], language: str) -> None:
        self.library = folder / "library.sqlite3"
        self.press = folder / "press"
        self.press.mkdir()
        for number, (place, more) in enumerate(PLACES.items(), 1):
            text = TEXT.format(place=place, count=number * 111, more=more)
            (self.press / f"{number}.txt").write_text(text, encoding="utf-8")
        self.options = ["--lang", language, "--library", str(self.library)]
        self.terminal = Terminal([*READER, *self.options, str(self.press)], size=size)

    @property
    def clippings(self) -> list[Clipping]:
        """What another process finds kept."""
        with reading_library(self.library) as library:
            return library.clippings() if library else []

    @property
    def corrections(self) -> list[KeptCorrection]:
        """What another process finds corrected."""
        with reading_library(self.library) as library:
            return library.corrections() if library else []

    def do(self, *keys: str, until: Callable[[], bool] | None = None) -> None:
        """Press keys one after the other, and wait for what they are to have done."""
        for key in keys:
            self.terminal.send(key)
            self.terminal.pump(0.3 if key == ESCAPE else 0.02)  # an escape and a letter close behind it are one key
        if until:
            self.terminal.wait_for(until)

    def keep(self, *keys: str, count: int) -> None:
        """Press keys that keep so many clippings."""
        wanted = len(self.clippings) + count
        self.do(*keys, until=lambda: len(self.clippings) == wanted)

    def correct(self, *keys: str, least: int = 1) -> None:
        """Press keys that make so many corrections at least."""
        wanted = len(self.corrections) + least
        self.do(*keys, until=lambda: len(self.corrections) >= wanted)

    def say(self, *words: str) -> str:
        """What a command prints."""
        command = [*READER, words[0], "--library", str(self.library), *words[1:]]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_all_is_there_after_a_kill(tmp_path: Path) -> None:
    """On the narrowest screen, where the panes take turns, and in French."""
    day = Day(tmp_path, SIZE, "fr")
    with day.terminal as terminal:
        terminal.wait_for("Varenne")
        for number, place in enumerate(PLACES):  # five quotes and four figures, of five articles
            day.do("c")
            terminal.wait_for(f"soulagement pour {place}")  # its title may be there before its article is
            day.keep("a", count=1)
            if number < 4:
                day.keep("f", "a", count=1)
            day.do("J")
        day.keep("c", "j", "a", count=1)
        day.keep("\r", "g", "}", "x", "j", "a", ESCAPE, count=1)
        give_headings(day)

        day.correct("c", "g", "i", "\r", "j", "\r", "q")
        day.correct("K", "c", "g", "i", "\r", "j", "\r", "q")
        day.correct("f", "i", "\r", "\x15", *"77", "\r", "q")
        day.correct("\r", "G", "x", "o", *"llll", "i", "\r", "q")
        day.correct("I", "j", "j", "\r", *"Clairon", "\r", "q")
        terminal.process.kill()
        terminal.process.wait()
    check_what_is_handed_on(day)
    with Terminal([*READER, *day.options], size=SIZE) as again:
        again.wait_for("Varenne")
        again.send("A")
        again.wait_for("Culture")
        again.wait_for("✎")
        again.send("qq")
        assert again.wait_for_end() == 0


def give_headings(day: Day) -> None:
    """Put the clippings under two headings: both are typed once, and chosen after that."""
    day.do("A")
    put_under_heading(day, *"Une")
    put_under_heading(day, "j", "\r", *"Culture")
    while any(not one.heading for one in day.clippings):
        put_under_heading(day)
    day.do("q")


def put_under_heading(day: Day, *keys: str) -> None:
    """Put the first clipping that has no heading under one."""
    left = sum(not one.heading for one in day.clippings) - 1
    day.do("g", "t", *keys, "\r", until=lambda: sum(not one.heading for one in day.clippings) == left)


def check_what_is_handed_on(day: Day) -> None:
    """The commands give all that was kept and corrected."""
    clippings = json.loads(day.say("clippings", "--format", "json"))
    kinds = [one["kind"] for one in clippings]
    assert (kinds.count("quote"), kinds.count("figure"), kinds.count("passage")) == (6, 4, 1)
    assert {one["heading"] for one in clippings} == {"Une", "Culture"}
    assert {one["site"] for one in clippings} == {None, "Clairon"}
    markdown = day.say("clippings")
    assert markdown.index("## Culture") < markdown.index("## Une")
    dossier = day.library.with_name("press.html")
    day.say("clippings", "--format", "html", "-o", str(dossier))
    assert "C’est un soulagement pour Varenne" in dossier.read_text(encoding="utf-8")
    articles = [json.loads(line) for line in day.say("export", str(day.press)).splitlines()]
    quotes = [quote for article in articles for quote in article["quotes"]]
    assert [quote["text"] for quote in quotes if "present" in quote.get("corrected", ())] == ["tout était prêt."]
    assert sum("speaker" in quote.get("corrected", ()) for quote in quotes) == 2
    assert [one["value"] for article in articles for one in article["figures"] if "corrected" in one] == [77]
    assert len(day.say("corrections").splitlines()) == len(day.corrections)
