"""Queries in the form that Lucene gave them: words, "phrases", fields, OR, -, parentheses; as conditions of SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, NoReturn

from luqum import tree
from luqum.exceptions import IllegalCharacterError, ParseSyntaxError
from luqum.parser import parser

from tui_reader.analysis.text.find import loose
from tui_reader.errors import QueryError
from tui_reader.library.index.query_fields import field_named, value_named
from tui_reader.library.index.query_values import Amount, amount_named, languages_named, things_named, units_named
from tui_reader.library.index.rows import ItemKind, unit_token
from tui_reader.messages import N_

_OF_QUOTES, _OF_FIGURES = ("speaker", "said"), ("figure", "unit", "counts")
_FIELDS_OF_ITEMS: tuple[tuple[ItemKind, tuple[str, ...]], ...] = (
    ("quote", _OF_QUOTES),
    ("figure", _OF_FIGURES),
)
_BLANK = "[ \u00a0\u202f]"
_AMOUNT = re.compile(rf"(?P<field>\w+):[<>]?=?\d+(?:{_BLANK}\d{{3}}(?!\d))*(?:[.,]\d+)?(?:{_BLANK}[%€$£])?")
_SPOKEN = re.compile(r'"[^"]*"|\bOU\b|\bET\b|≥|≤')  # what stands for an operator, but for what is quoted
_OPERATORS = {"OU": "OR", "ET": "  ", "≥": ">=", "≤": "<="}  # all is sought anyway that no OR joins
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?:-\w+)*")  # of BCP 47: `de`, `fr-CA`
_STATUS = "EXISTS (SELECT 1 FROM kept.status s WHERE s.document = a.document AND s.{column} = 1)"
UNREAD = "NOT " + _STATUS.format(column="read")
"""The condition that the reader has not read an article."""
_CONDITIONS = {
    ("is", "unread"): UNREAD,
    ("is", "starred"): _STATUS.format(column="starred"),
    ("is", "clipped"): "EXISTS (SELECT 1 FROM kept.clipping c WHERE c.document = a.document)",
    ("has", "quotes"): "EXISTS (SELECT 1 FROM quote q WHERE q.article = a.key)",
    ("has", "figures"): "EXISTS (SELECT 1 FROM figure f WHERE f.article = a.key)",
}
_ANYWHERE = "title text quotes"
"""The columns in which words without a field are looked for."""
_SHORTEST_BEGINNING = 2  # letters of a beginning of a word; words that begin with one letter are nearly all
_MOST_LETTERS = 4_000  # of a query; SQLite takes no condition of a thousand parts
_DEEPEST = 30  # parts of a query inside one another; the parsers of luqum and of SQLite go down into each
_TOO_DEEP = N_("too much stands inside something else")


class Condition(NamedTuple):
    """A condition of SQL on the row `a` of an article, with its values.

    `match` is the expression of FTS5 that says the same, where the condition is about words alone, else empty.
    """

    sql: str
    values: tuple[object, ...] = ()
    match: str = ""


class ItemCondition(NamedTuple):
    """A condition of SQL on the row `i` of a quote or a figure, with its values."""

    table: ItemKind
    sql: str
    values: tuple[object, ...]


class Query(NamedTuple):
    """What is asked for: a condition, an expression of FTS5 by which what is found is ranked, the words sought, and
    what is asked of a quote or a figure: an article that is found may have one for each of `items`.

    All that is found has words of `ranking`, which is empty where that may not be so.
    """

    condition: Condition
    ranking: str
    words: tuple[str, ...]
    items: tuple[ItemCondition, ...] = ()


def read_query(text: str, *, typing: bool = False) -> Query:
    """The query that a text is; while it is being typed, its last word is the beginning of one. Raises QueryError."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # an argument may hold bytes that are none of UTF-8
    text = _SPOKEN.sub(_as_typed_elsewhere, text)
    text = _AMOUNT.sub(_held_together, text)
    if not text.strip():
        return Query(_NOTHING, "", ())
    if len(text) > _MOST_LETTERS:
        raise QueryError(text, _MOST_LETTERS, N_("the query is too long"))
    try:
        root = parser.parse(text)
    except (ParseSyntaxError, IllegalCharacterError) as error:
        found = re.search(r"position (\d+)", str(error))
        position = int(found[1]) if found else len(text)
        reason = N_("something is missing at the end") if position >= len(text) else N_("is not understood")
        raise QueryError(text, position, reason) from error
    except RecursionError as error:
        raise QueryError(text, 0, _TOO_DEEP) from error
    typed_names = _name_fields(root, text)
    builder = _Builder(text, typed_names, typing=typing and not text[-1].isspace())
    condition = builder.condition(root)
    if condition is _ANY:
        return Query(_NOTHING, "", ())
    ranking = condition.match or ("" if builder.may_lack_words else " OR ".join(builder.matches))
    return Query(condition, ranking, tuple(builder.words), tuple(builder.items))


def _as_typed_elsewhere(spoken: re.Match[str]) -> str:
    """An operator as its French name or its sign means it; what is quoted as it is."""
    return _OPERATORS.get(spoken.group(), spoken.group())


def _held_together(amount: re.Match[str]) -> str:
    """An amount behind its field, with apostrophes for its blanks, at which a query ends: `figure:50 000`, `10 %`."""
    is_figure = field_named(amount["field"]) == "figure"
    return re.sub(_BLANK, "'", amount.group()) if is_figure else amount.group()


def _name_fields(root: tree.Item, text: str) -> dict[int, str]:
    """Give the fields of a tree the names by which they are known here; returns how each node's was typed, by its id.

    Raises QueryError where the tree is too deep.
    """
    typed_names: dict[int, str] = {}
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST:
            raise QueryError(text, node.pos or 0, _TOO_DEEP)
        waiting += [(child, depth + 1) for child in node.children]
        if isinstance(node, tree.SearchField):
            typed_names[id(node)] = node.name
            node.name = field_named(node.name) or node.name
    return typed_names


class _Builder:
    """Makes the conditions of a tree, whose fields were typed as `typed_names` say.

    `words`, `matches` and `items` are what was sought on the way.
    """

    def __init__(self, text: str, typed_names: Mapping[int, str], *, typing: bool) -> None:
        self._text = text
        self._typed_names = typed_names
        self._typing = typing
        self.words: list[str] = []
        self.matches: list[str] = []
        self.items: list[ItemCondition] = []
        self.may_lack_words = False  # one side of an OR asks for no words

    def condition(self, node: tree.Item) -> Condition:
        """The condition of a node."""
        match node:
            case tree.Word() | tree.Phrase():
                condition = self._of_words(node)
            case tree.UnknownOperation() | tree.AndOperation():
                condition = self._all_of(node.children)
            case tree.OrOperation():
                sides = [self.condition(child) for child in node.children]
                self.may_lack_words = self.may_lack_words or not all(side.match for side in sides)
                condition = _joined("OR", sides)
            case tree.Group() | tree.Plus():
                condition = self.condition(node.children[0])
            case tree.Not() | tree.Prohibit():
                condition = self._not(node.children[0])
            case tree.SearchField():
                condition = self._all_of([node])
            case _:
                self._refuse(node, N_("is not understood"))
        return condition

    def _all_of(self, nodes: Sequence[tree.Item]) -> Condition:
        """All of these hold; fields of a quote, or of a figure, that stand beside each other are true of one."""
        fields = [node for node in nodes if isinstance(node, tree.SearchField)]
        parts = [self.condition(node) for node in nodes if not isinstance(node, tree.SearchField)]
        for table, names in _FIELDS_OF_ITEMS:
            of_item = [node for node in fields if node.name in names and not self._is_too_short(node.children[0])]
            parts += [self._of_item(table, of_item)] if of_item else []
        parts += [self._of_head(node) for node in fields if node.name not in (*_OF_QUOTES, *_OF_FIGURES)]
        return _joined("AND", parts)

    def _not(self, node: tree.Item) -> Condition:
        """Something does not hold; what it is about is neither marked nor ranked by."""
        before = list(self.words), list(self.matches), list(self.items)
        condition = self.condition(node)
        self.words, self.matches, self.items = before
        return Condition(f"NOT ({condition.sql})", condition.values)

    def _of_words(self, node: tree.Item) -> Condition:
        """A word, the beginning of one with `*`, or a phrase, anywhere in the article."""
        match = self._sought(node)
        return Condition("a.key IN (SELECT rowid FROM words WHERE words MATCH ?)", (match,), match) if match else _ANY

    def _sought(self, node: tree.Item, columns: str = _ANYWHERE) -> str:
        """A word or a phrase as FTS5 has it, in some columns and always between quotation marks.

        Empty where it has no letter, or, while it is typed, only its first one.
        """
        sought = _plain(node)
        if not any(character.isalnum() for character in sought) or self._is_too_short(node):
            return ""
        is_beginning = isinstance(node, tree.Word) and (node.value.endswith("*") or self._is_being_typed(node))
        match = f'{{{columns}}} : "{sought}"' + ("*" if is_beginning else "")
        self.words.append(sought)
        self.matches.append(match)
        return match

    def _is_being_typed(self, node: tree.Item) -> bool:
        """Whether a word is the last of a query that is being typed."""
        return self._typing and (node.pos or 0) + len(str(node).rstrip()) >= len(self._text.rstrip())

    def _is_too_short(self, node: tree.Item) -> bool:
        """Whether only the first letter of a word was typed so far: with it nearly everything begins."""
        is_beginning = isinstance(node, tree.Word) and (node.value.endswith("*") or self._is_being_typed(node))
        sought = _plain(node)
        return is_beginning and sought.isalnum() and len(sought) < _SHORTEST_BEGINNING

    # Fields

    def _of_head(self, node: tree.SearchField) -> Condition:
        """A condition on what is known of the article as a whole."""
        name, value = node.name, self._value(node)
        if name in ("author", "site"):
            column = {"author": "byline", "site": "site"}[name]
            return Condition(f"loose(a.{column}) LIKE ? ESCAPE '\\'", (_containing(value),))
        if name in ("after", "before", "on"):
            if not _is_day(value):
                self._refuse(node, N_("{name} must be a day, a month or a year, year first"))
            comparison = {"after": "a.day >= ?", "before": "a.day <> '' AND a.day < ?", "on": "a.day LIKE ?"}[name]
            return Condition(f"({comparison})", (value + "%" if name == "on" else value,))
        if name == "lang":
            codes = languages_named(value) or ((value.lower(),) if _LANGUAGE_CODE.fullmatch(value) else ())
            if not codes:
                self._refuse(node, N_("{name} does not know {value}"))
            either = " OR ".join("a.language LIKE ? ESCAPE '\\'" for _code in codes)
            return Condition(f"({either})", tuple(f"{_escaped(code)}%" for code in codes))
        sql = _CONDITIONS.get((name, value_named(name, value) or ""))
        if sql is None:
            self._refuse(
                node, N_("{name} does not know {value}") if name in ("is", "has") else N_("{name} is no field")
            )
        return Condition(sql)

    def _of_item(self, table: ItemKind, fields: Sequence[tree.SearchField]) -> Condition:
        """There is a quote, or a figure, of which all these fields are true."""
        parts = [self._of_field(node) for node in fields]
        wanted = " AND ".join(part.sql for part in parts)
        values = tuple(value for part in parts for value in part.values)
        self.items.append(ItemCondition(table, wanted, values))
        matches = [part.match for part in parts if part.match]
        if not matches:
            return Condition(f"a.key IN (SELECT i.article FROM {table} i WHERE {wanted})", values)  # noqa: S608 - see values
        exists = f"EXISTS (SELECT 1 FROM {table} i WHERE i.article = a.key AND {wanted})"  # noqa: S608
        among = "a.key IN (SELECT rowid FROM words WHERE words MATCH ?)"  # few articles are looked into then
        return Condition(f"({among} AND {exists})", (" AND ".join(matches), *values))

    def _of_field(self, node: tree.SearchField) -> Condition:
        """A condition on the row `i` of a quote or a figure."""
        if node.name == "figure":
            return self._of_value(node)
        value = self._value(node)
        if not value:
            self._refuse(node, N_("{name} must be a word or a phrase"))
        if node.name == "unit":
            return self._of_units(units_named(value))
        if node.name == "counts":
            things = things_named(loose(value))
            named = " OR i.things LIKE ?" * len(things)
            named_matches = [f'{{counted}} : "{thing}"' for thing in things]
            match = " OR ".join(filter(None, (self._sought(node.children[0], "counted"), *named_matches)))
            self.matches += named_matches
            values = (_containing(value), *(f"% {thing} %" for thing in things))
            return Condition(f"(i.what LIKE ? ESCAPE '\\'{named})", values, f"({match})" if match else "")
        column, indexed = {"speaker": ("speaker", "speakers"), "said": ("words", "quotes")}[node.name]
        match = self._sought(node.children[0], indexed)
        return Condition(f"i.{column} LIKE ? ESCAPE '\\'", (_containing(value),), match)

    def _of_units(self, units: Sequence[str]) -> Condition:
        """A figure has one of these units."""
        match = " OR ".join(f'{{counted}} : "{unit_token(unit)}"' for unit in units)
        self.matches.append(match)
        return Condition(f"i.unit IN ({', '.join('?' * len(units))})", tuple(units), f"({match})")

    def _of_value(self, node: tree.SearchField) -> Condition:
        """A value of a figure: one amount, a bound, or a range; with a unit, also that is its own."""
        wanted = node.children[0]
        is_bound = isinstance(wanted, tree.From | tree.To | tree.Range)
        amounts = [self._amount(node, child) for child in (wanted.children if is_bound else [wanted])]
        numbers = [amount.number for amount in amounts]
        match wanted:
            case tree.From():
                condition = Condition(f"i.high {'>=' if wanted.include else '>'} ?", (numbers[0],))
            case tree.To():
                condition = Condition(f"i.value {'<=' if wanted.include else '<'} ?", (numbers[0],))
            case _:
                condition = Condition("(i.high >= ? AND i.value <= ?)", (numbers[0], numbers[-1]))
        units = [amount.unit for amount in amounts if amount.unit]
        if not units:
            return condition
        of_units = self._of_units(units)
        return Condition(f"{condition.sql} AND {of_units.sql}", condition.values + of_units.values, of_units.match)

    def _amount(self, node: tree.SearchField, child: tree.Item) -> Amount:
        amount = amount_named(_plain(child))
        if amount is None:
            self._refuse(node, N_("{name} must be a number, as 300, >300 or [3 TO 5]"))
        return amount

    def _value(self, node: tree.SearchField) -> str:
        if not isinstance(node.children[0], tree.Word | tree.Phrase):
            self._refuse(node, N_("{name} must be a word or a phrase"))
        return _plain(node.children[0])

    def _refuse(self, node: tree.Item, message: str) -> NoReturn:
        value = _plain(node.children[0]) if isinstance(node, tree.SearchField) else str(node).strip()
        raise QueryError(self._text, node.pos or 0, message, name=self._typed_names.get(id(node), ""), value=value)


_ANY, _NOTHING = Condition("1"), Condition("0")


def _joined(operator: str, parts: Sequence[Condition]) -> Condition:
    """Conditions of which all hold, or one; about words alone, they are one expression."""
    wanted = [part for part in parts if part is not _ANY] or [_ANY]
    if len(wanted) == 1:
        return wanted[0]
    if all(part.match for part in wanted):
        match = "(" + f" {operator} ".join(part.match for part in wanted) + ")"
        return Condition("a.key IN (SELECT rowid FROM words WHERE words MATCH ?)", (match,), match)
    sql = "(" + f" {operator} ".join(part.sql for part in wanted) + ")"
    return Condition(sql, tuple(value for part in wanted for value in part.values))


def _is_day(text: str) -> bool:
    """Whether a text is a day, a month or a year, year first."""
    try:
        date.fromisoformat((text + "-01-01")[: len("2000-01-01")])
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def _plain(node: tree.Item) -> str:
    """The words of a node without quotation marks or `*`."""
    return str(getattr(node, "value", node)).strip().strip('"').rstrip("*").replace('"', " ").replace("\0", " ")


def _escaped(text: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", text)


def _containing(value: str) -> str:
    """The pattern of LIKE for what contains a value, accents and kinds of marks aside."""
    return f"%{_escaped(loose(value))}%"
