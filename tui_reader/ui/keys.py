"""Every key of the reader in one table: bindings, footer, help and palette are made of it, so they cannot disagree."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from tui_reader.messages import N_, _


class Command(NamedTuple):
    """An action of the reader screen: its keys, what the footer calls it, what the help says, and its group."""

    action: str
    keys: str
    name: str
    help: str
    group: str
    footer: bool = False


MOVING, READING, PANES, COPYING, PROGRAM = N_("Moving"), N_("Reading"), N_("Panes"), N_("Copying"), N_("Program")

COMMANDS = (
    Command(
        "open", "enter,l,right", N_("Open"), N_("open the selected headline, go to the selected place"), MOVING, True
    ),
    Command("back", "escape,h,left", N_("Back"), N_("back to the pane before, or drop the filter"), MOVING, True),
    Command("flip", "v", N_("Raw"), N_("cleaned text or raw text, at the same place"), READING, True),
    Command("figures", "f", N_("Figures"), N_("go to the key figures"), PANES, True),
    Command("quotes", "c", N_("Quotes"), N_("go to the quotes"), PANES, True),
    Command("copy", "y", N_("Copy"), N_("copy the selected quote, figure or passage, words only"), COPYING, True),
    Command("cite", "Y", N_("Cite"), N_("copy with speaker, title, site, date and address"), COPYING, True),
    Command("find", "slash", N_("Find"), N_("find in the article; in the list, filter as you type"), READING, True),
    Command("help", "question_mark,f1", N_("Help"), N_("all keys"), PROGRAM, True),
    Command("quit", "q", N_("Quit"), N_("leave"), PROGRAM, True),
    Command("move(1)", "j,down", N_("Down"), N_("down"), MOVING),
    Command("move(-1)", "k,up", N_("Up"), N_("up"), MOVING),
    Command("edge(False)", "g,home", N_("Top"), N_("to the top"), MOVING),
    Command("edge(True)", "G,end", N_("Bottom"), N_("to the bottom"), MOVING),
    Command("page(0.5)", "ctrl+d", N_("Half page down"), N_("half a page down"), MOVING),
    Command("page(-0.5)", "ctrl+u", N_("Half page up"), N_("half a page up"), MOVING),
    Command(
        "onward", "space,pagedown", N_("Page down"), N_("a page down; at the end, the next unread article"), MOVING
    ),
    Command("page(-1.0)", "b,pageup", N_("Page up"), N_("a page up"), MOVING),
    Command("article(1)", "J", N_("Next article"), N_("next article"), READING),
    Command("article(-1)", "K", N_("Previous article"), N_("previous article"), READING),
    Command("match(1)", "n", N_("Next match"), N_("next match; in the list, next unread"), READING),
    Command("match(-1)", "N", N_("Previous match"), N_("previous match; in the list, previous unread"), READING),
    Command("quote(1)", "right_parenthesis", N_("Next quote"), N_("next quote"), READING),
    Command("quote(-1)", "left_parenthesis", N_("Previous quote"), N_("previous quote"), READING),
    Command("figure(1)", "semicolon", N_("Next figure"), N_("next figure"), READING),
    Command("figure(-1)", "comma", N_("Previous figure"), N_("previous figure"), READING),
    Command("related", "r", N_("Related headlines"), N_("show or hide the related headlines"), PANES),
    Command("side", "p", N_("Side panel"), N_("side panel on or off"), PANES),
    Command("pane(1)", "tab", N_("Next pane"), N_("next pane"), PANES),
    Command("pane(-1)", "shift+tab", N_("Previous pane"), N_("previous pane"), PANES),
    Command("palette", "colon,ctrl+p", N_("Palette"), N_("find a command by its name"), PROGRAM),
    Command("suspend", "ctrl+z", N_("Suspend"), N_("suspend; fg brings the reader back"), PROGRAM),
    Command("app.quit", "ctrl+q", N_("Leave at once"), N_("leave at once"), PROGRAM),
)


def bindings() -> list[Binding]:
    """The bindings of the reader screen, in the language that is spoken now."""
    return [
        Binding(
            c.keys, c.action, _(c.name), show=c.footer, tooltip=_(c.help), id=c.action, priority=c.action == "app.quit"
        )
        for c in COMMANDS
    ]
