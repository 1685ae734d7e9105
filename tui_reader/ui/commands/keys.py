"""Every key of the reader in one table: bindings, footer, help and palette are made of it, so they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from textual.binding import Binding

from tui_reader.messages import N_, _
from tui_reader.ui.commands.key_names import written


class Command(msgspec.Struct, frozen=True):
    """Something a key does in the reader: its id, which the settings use, its keys, its words, and its group.

    `name` stands in the foot, `help` in the help and the palette. `footer` gives the place in the foot: the first are
    those most needed on a narrow screen; 0 for none. `mode` names the keys that mean something else than usual for a
    while. What a command does is said where it is done: `ReaderScreen.commands`.
    """

    id: str
    keys: str
    name: str
    help: str
    group: str
    footer: int = 0
    mode: str = ""


MOVING, LIST, ARTICLE = N_("In every pane"), N_("Headlines"), N_("Article")
SIDE, COPYING, PROGRAM = N_("Figures and quotes"), N_("Copying"), N_("Program")
SELECTING = N_("While selecting")
"""The group, and the mode, of the keys that change what is selected."""

COMMANDS = (
    Command("down", "j,down", N_("Down"), N_("down"), MOVING),
    Command("up", "k,up", N_("Up"), N_("up"), MOVING),
    Command("top", "g,home", N_("Top"), N_("to the top"), MOVING),
    Command("bottom", "G,end", N_("Bottom"), N_("to the bottom"), MOVING),
    Command("half-page-down", "ctrl+d", N_("Half page down"), N_("half a page down"), MOVING),
    Command("half-page-up", "ctrl+u", N_("Half page up"), N_("half a page up"), MOVING),
    Command(
        "page-down",
        "space,pagedown",
        N_("Page down"),
        N_("a page down; at the end, the next unread article"),
        MOVING,
    ),
    Command("page-up", "b,pageup", N_("Page up"), N_("a page up"), MOVING),
    Command("open", "enter,l,right", N_("Open"), N_("open what is selected, go to its place"), MOVING, 1),
    Command("back", "escape,h,left", N_("Back"), N_("back to the pane before, or drop the filter"), MOVING, 7),
    Command("next-pane", "tab", N_("Next pane"), N_("next pane"), MOVING),
    Command("previous-pane", "shift+tab", N_("Previous pane"), N_("previous pane"), MOVING),
    Command("find", "slash", N_("Find"), N_("find in the article; in the list, filter as you type"), MOVING, 10),
    Command("search", "ctrl+f", N_("Search"), N_("search in all articles of the index"), MOVING),
    Command("jump-back", "ctrl+o,alt+left", N_("Jump back"), N_("back to where you read before a jump"), MOVING),
    Command("jump-forward", "ctrl+n,alt+right", N_("Jump forward"), N_("forward again, after jumping back"), MOVING),
    Command("next-match", "n", N_("Next match"), N_("next match; in the list, next unread"), MOVING),
    Command(
        "previous-match",
        "N",
        N_("Previous match"),
        N_("previous match; in the list, previous unread"),
        MOVING,
    ),
    Command("star", "s", N_("Star"), N_("star the article, or take the star away"), LIST),
    Command("read", "m", N_("Read"), N_("mark as read, or as unread"), LIST),
    Command("all-read", "M", N_("All read"), N_("mark everything in the list as read"), LIST),
    Command("view", "w", N_("View"), N_("list all, the unread or the starred articles"), LIST),
    Command("sort", "S", N_("Sort"), N_("choose the order of the list"), LIST),
    Command("related", "r", N_("Related headlines"), N_("go to the related headlines, or hide them"), LIST),
    Command("alike", "d", N_("Alike"), N_("unfold or fold articles that are the same, or nearly"), LIST),
    Command(
        "remove-text",
        "delete",
        N_("Remove"),
        N_("remove a saved search, a feed, or an article that is in no file"),
        LIST,
    ),
    Command("flip", "v", N_("Raw"), N_("cleaned text or raw text, at the same place"), ARTICLE, 6),
    Command("removed", "V", N_("Left out"), N_("list what was left out, by reason"), ARTICLE, 13),
    Command(
        "details",
        "i",
        N_("Details"),
        N_("what is known of the quote, figure, block or selection, to be corrected"),
        ARTICLE,
        5,
    ),
    Command(
        "article-details",
        "I",
        N_("Article details"),
        N_("title, author, site, date and address, to be corrected, and all corrections"),
        ARTICLE,
    ),
    Command("links", "L", N_("Links"), N_("where the article's links lead, to open one"), ARTICLE),
    Command("next-paragraph", "right_curly_bracket,shift+down", N_("Next paragraph"), N_("next paragraph"), ARTICLE),
    Command(
        "previous-paragraph",
        "left_curly_bracket,shift+up",
        N_("Previous paragraph"),
        N_("previous paragraph"),
        ARTICLE,
    ),
    Command("next-article", "J", N_("Next article"), N_("next article"), ARTICLE),
    Command("previous-article", "K", N_("Previous article"), N_("previous article"), ARTICLE),
    Command("figures", "f", N_("Figures"), N_("go to the key figures"), SIDE, 8),
    Command("quotes", "c", N_("Quotes"), N_("go to the quotes"), SIDE, 9),
    Command("next-quote", "right_parenthesis", N_("Next quote"), N_("next quote"), SIDE),
    Command("previous-quote", "left_parenthesis", N_("Previous quote"), N_("previous quote"), SIDE),
    Command("next-figure", "semicolon", N_("Next figure"), N_("next figure"), SIDE),
    Command("previous-figure", "comma", N_("Previous figure"), N_("previous figure"), SIDE),
    Command(
        "order",
        "t",
        N_("Order"),
        N_("figures by rank or in the order of the text; quotes in order or by speaker"),
        SIDE,
    ),
    Command("all-quoted", "C", N_("All quoted"), N_("also quoted words that nobody said"), SIDE),
    Command("evidence", "E", N_("Evidence"), N_("who said what, how many, which articles: in all articles"), SIDE),
    Command("side", "p", N_("Side panel"), N_("side panel on or off"), SIDE),
    Command("copy", "y", N_("Copy"), N_("copy the quote, figure, passage or sentence, words only"), COPYING, 2),
    Command("cite", "Y", N_("Cite"), N_("copy with speaker, title, site, date and address"), COPYING, 3),
    Command("keep", "a", N_("Keep"), N_("keep what the cursor stands on, or keep it no longer"), COPYING, 4),
    Command("clippings", "A", N_("Clippings"), N_("what is kept of all articles"), COPYING),
    Command("citation-style", "ctrl+y", N_("Style of citations"), N_("choose the style of citations"), COPYING),
    Command("select", "x", N_("Select"), N_("select a passage, from the sentence at the cursor"), COPYING, 14),
    Command("sentence-forward", "j,down", N_("Sentence"), N_("a sentence further"), SELECTING, 1, SELECTING),
    Command("sentence-back", "k,up", N_("Sentence back"), N_("a sentence back"), SELECTING, 0, SELECTING),
    Command("word-forward", "l,right", N_("Word"), N_("a word further"), SELECTING, 2, SELECTING),
    Command("word-back", "h,left", N_("Word back"), N_("a word back"), SELECTING, 0, SELECTING),
    Command("paragraph-forward", "J,shift+down", N_("Paragraph"), N_("a paragraph further"), SELECTING, 3, SELECTING),
    Command("paragraph-back", "K,shift+up", N_("Paragraph back"), N_("a paragraph back"), SELECTING, 0, SELECTING),
    Command("other-end", "o", N_("Other end"), N_("move the other end"), SELECTING, 4, SELECTING),
    Command("stop-selecting", "escape", N_("Stop"), N_("select nothing any more"), SELECTING, 5, SELECTING),
    Command(
        "undo",
        "u",
        N_("Undo"),
        N_("undo what was done last: star, read, view, order, clippings, corrections, what was removed"),
        PROGRAM,
    ),
    Command("zen", "z", N_("Zen"), N_("the article alone"), PROGRAM),
    Command("narrower", "less_than_sign", N_("Narrower"), N_("a narrower column of text, or list"), PROGRAM),
    Command("wider", "greater_than_sign", N_("Wider"), N_("a wider column of text, or list"), PROGRAM),
    Command("theme", "T", N_("Theme"), N_("choose a theme"), PROGRAM),
    Command("reload", "R", N_("Reload"), N_("read what is new or changed: files, feeds, the article again"), PROGRAM),
    Command("address", "U", N_("Open an address"), N_("open an article of the web by its address"), PROGRAM),
    Command("follow", "F", N_("Follow a feed"), N_("follow a feed: articles that come"), PROGRAM),
    Command("edit", "O", N_("Edit"), N_("open the file in $EDITOR"), PROGRAM),
    Command("link", "o", N_("Link"), N_("open the article's web address"), PROGRAM),
    Command("help", "question_mark,f1", N_("Help"), N_("all keys"), PROGRAM, 11),
    Command("palette", "colon,ctrl+p", N_("Palette"), N_("find a command by its name"), PROGRAM),
    Command("suspend", "ctrl+z", N_("Suspend"), N_("suspend; fg brings the reader back"), PROGRAM),
    Command("quit", "q", N_("Quit"), N_("leave"), PROGRAM, 12),
    Command("leave", "ctrl+q", N_("Leave at once"), N_("leave at once"), PROGRAM),
)

FIXED = {"palette": "ctrl+p", "leave": "ctrl+q"}
"""Keys that Textual's App takes before any screen sees them: their commands have them besides any other."""

TEXTUAL_KEYS = (("ctrl+c", N_("copy what is selected with the mouse, or say how to leave"), COPYING),)
"""Keys that Textual has and no command: each with what it does, and its group in the help."""

LEAVE = "leave"
"""The command whose key leaves from every window, also while one types."""


def defaults() -> dict[str, str]:
    """The keys of each command as they are at first, by its id; several are separated by commas."""
    return {command.id: command.keys for command in COMMANDS}


def modes() -> dict[str, str]:
    """The mode of each command that has one, by its id: two keys are only in each other's way in one mode."""
    return {command.id: command.mode for command in COMMANDS if command.mode}


def written_defaults() -> dict[str, list[str]]:
    """The keys of each command as they are at first, as people write them."""
    return {command.id: [written(key) for key in command.keys.split(",")] for command in COMMANDS}


def action(command: Command) -> str:
    """The action of Textual's that runs a command. The keys of a mode are bound in the pane that they act on."""
    if command.id == LEAVE:
        return "app.quit"
    return f"{'screen.' if command.mode else ''}command('{command.id}')"


class Keymap:
    """Which keys the commands have: those of the table, but for the `changed` ones, normalised, by their ids."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self._changed = dict(changed or {})

    def keys_of(self, command: Command) -> list[str]:
        """The keys of a command, by Textual's names."""
        return self._changed.get(command.id, command.keys).split(",")

    def first_key(self, command_id: str) -> str:
        """The first key of a command."""
        return next(self.keys_of(command)[0] for command in COMMANDS if command.id == command_id)

    def bindings(self, mode: str = "") -> list[Binding]:
        """The bindings of the reader screen, or of a mode, in the language that is spoken, those of the foot first."""
        commands = (command for command in COMMANDS if command.mode == mode)
        ordered = sorted(commands, key=lambda command: command.footer or len(COMMANDS))
        return [
            Binding(
                ",".join(self.keys_of(command)),
                action(command),
                _(command.name),
                show=bool(command.footer),
                tooltip=_(command.help),
                id=command.id,
                priority=command.id == LEAVE,
            )
            for command in ordered
        ]
