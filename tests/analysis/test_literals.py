"""The code of the analysis holds no French and no English: the words of a language stand in its folder of the lexicon.

Each string constant outside `lexicon/` is taken for one of these:

- a *name*: a member of a `Literal`, such as the kinds of blocks; the name of a rule; a name with a dot or an
  underscore; a subscript; as an argument, a key of the lexicon or a group of a pattern. It is no text.
- a *pattern*, in a call of `re`: every letter that stands for itself is text, also in a class of letters; ranges
  (`a-z`), escapes (`\\w`) and the names of groups are none.
- an *affix*, which a method of strings takes that looks into a text (`endswith`, `replace` ...): every letter is text.
- *words*, which is anything else: a run of letters that the lexicon or a word list has as a word is text.

Docstrings, annotations and messages to the reader are left out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import tui_reader
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.schema import COMMON_FILES, FILES
from tui_reader.analysis.lexicon.tables import Table, fields_of, key_of
from tui_reader.analysis.lexicon.word_list import word_list

PACKAGE = Path(tui_reader.__file__).parent
ANALYSIS = PACKAGE / "analysis"
MODULES = [path for path in sorted(ANALYSIS.rglob("*.py")) if "lexicon" not in path.relative_to(ANALYSIS).parts]

SIGNS = {
    "k": "kilo, in the counts of buttons",
    "x": "the sign of multiplication",
    "t": "ISO 8601: a time follows",
    "z": "ISO 8601: UTC",
    "http": "a scheme of addresses",
    "https": "a scheme of addresses",
    "www": "a label of host names",
    "ae": "æ in two letters",
    "oe": "œ in two letters",
    "ss": "ß in two letters",
}
"""Letters that belong to no language, and what they are."""

LOOKING = {"startswith", "endswith", "removeprefix", "removesuffix", "find", "rfind", "index", "count", "replace"}
LOOKING |= {"partition", "rpartition", "split", "rsplit", "strip", "lstrip", "rstrip"}
MESSAGES = frozenset({"_", "N_", "ngettext"})
TAKING_RULES = re.compile(r"Edit|RankReason|drop|\w*Rule")
TAKING_NAMES = frozenset({"Step", "TypeVar", "encode", "decode", "normalize"})
LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ]+")
IDENTIFIER = re.compile(r"[a-z]{2,}(?:[._-][a-z]{1,})*")
NO_LETTER = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|\(\?P[<=]\w+[>)]|\(\?[aiLmsux]+[:)]|\w-\w(?=[^\]]*\])")
GROUP = re.compile(r"\(\?P<(\w+)>")


def texts(source: str) -> list[str]:
    """The runs of letters in the strings of a module that are text."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            way: list[ast.AST] = [node]
            while way[-1] in parents:
                way.append(parents[way[-1]])
            found += [run for run in text_of(node.value, way) if run.lower() not in SIGNS]
    return found


def text_of(value: str, way: Sequence[ast.AST]) -> list[str]:
    """The runs of letters of a constant that are text; `way` leads from it out to the module."""
    steps = list(pairwise(one for one in way if not isinstance(one, ast.IfExp)))
    calls = [called(outer) for _inner, outer in steps if isinstance(outer, ast.Call)]
    if is_prose(steps) or not MESSAGES.isdisjoint(calls) or is_name(value, steps):
        return []
    if any(call.startswith("re.") for call in calls):
        return LETTERS.findall(NO_LETTER.sub(" ", value))
    if calls and calls[0] in LOOKING:
        return LETTERS.findall(value)
    return [run for run in LETTERS.findall(value) if len(run) > 1 and is_word(run.lower())]


def is_prose(steps: Sequence[tuple[ast.AST, ast.AST]]) -> bool:
    """Whether a constant is a docstring, part of a type, or of what an exception says."""
    return isinstance(steps[0][1], ast.Expr) or any(
        inner in (getattr(outer, "annotation", None), getattr(outer, "returns", None))
        or is_literal(outer)
        or isinstance(outer, ast.Raise)
        for inner, outer in steps
    )


def is_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


def is_name(value: str, steps: Sequence[tuple[ast.AST, ast.AST]]) -> bool:
    """Whether a constant is a name by what it is, or by where it stands."""
    if value in names() or (IDENTIFIER.fullmatch(value) and re.search(r"[._]", value)):
        return True
    inner, outer = steps[0]
    if isinstance(outer, ast.Subscript):
        return inner is outer.slice
    if isinstance(outer, ast.Compare):  # `block.rule == "address"`
        attributes = {side.attr for side in ast.walk(outer) if isinstance(side, ast.Attribute)}
        return "rule" in attributes or ("groupdict" in attributes and value in keys())
    if isinstance(outer, ast.Call) and called(outer) not in LOOKING:
        return value in keys() or called(outer) in TAKING_NAMES
    is_prefix = isinstance(outer, ast.JoinedStr) and re.fullmatch(r"[a-z]+\.", value)  # `f"kind.{kind}"`
    is_looked_up = isinstance(outer, ast.Tuple) and isinstance(steps[1][1], ast.comprehension) and value in keys()
    takes_rule = any(isinstance(one, ast.Call) and TAKING_RULES.fullmatch(called(one)) for _inner, one in steps)
    return bool(is_prefix) or is_looked_up or takes_rule


def called(call: ast.Call) -> str:
    """What a call calls: a function, a method, or "re." and a function."""
    if isinstance(call.func, ast.Attribute):
        of_re = isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
        return f"re.{call.func.attr}" if of_re else call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


@cache
def names() -> frozenset[str]:
    """The members of every `Literal` of the package, and the names of rules."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if is_literal(node):
                found.update(constants(node))
            elif isinstance(node, ast.Dict):  # rules, with their weights or with the reasons that the reader is told
                pairs = zip(node.keys, node.values, strict=True)
                found.update(*(constants(key) for key, value in pairs if key and is_of_rule(value)))
            elif isinstance(node, ast.keyword) and node.arg == "rule":
                found.update(constants(node.value))
            elif isinstance(node, ast.Call) and TAKING_RULES.fullmatch(called(node)):
                found.update(one for argument in node.args for one in constants(argument, deep=False))
    return frozenset(found)


def is_of_rule(node: ast.AST) -> bool:
    """Whether an entry of a table is a message or a weight."""
    is_weight = isinstance(node, ast.Constant) and isinstance(node.value, float)
    return is_weight or (isinstance(node, ast.Call) and called(node) in MESSAGES)


def constants(node: ast.AST, *, deep: bool = True) -> Iterator[str]:
    """The identifiers among the strings in a node."""
    for one in ast.walk(node) if deep else [node]:
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and IDENTIFIER.fullmatch(one.value):
            yield one.value


@cache
def keys() -> frozenset[str]:
    """The files of the lexicon, their keys, and the groups of all patterns."""
    found = {*FILES, *COMMON_FILES, "mul", *common_data().cleaning.limits}
    found.update(common_data().cleaning.weights)
    kinds: list[Any] = [*FILES.values(), *COMMON_FILES.values()]
    while kinds:
        kind = kinds.pop()
        if isinstance(kind, type) and issubclass(kind, Table):
            found.update(map(key_of, fields_of(kind)))
            kinds += fields_of(kind).values()
        else:
            kinds += get_args(kind)
    for path in PACKAGE.rglob("*.py"):
        found.update(GROUP.findall(path.read_text(encoding="utf-8")))
    return frozenset(found)


def is_word(word: str) -> bool:
    """Whether a language has a word: by its word list, or by any file of its folder."""
    return any(word_list(language.code).find(word) for language in every_language()) or word in listed()


@cache
def listed() -> frozenset[str]:
    """The words of all files of all languages."""
    files = [(one.folder / f"{name}.toml").read_text(encoding="utf-8") for one in every_language() for name in FILES]
    return frozenset(
        word for file in files for text in re.findall(r'"([^"]*)"', file) for word in LETTERS.findall(text)
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ANALYSIS)))
def test_no_word_of_a_language_stands_in_the_code(path: Path) -> None:
    assert texts(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('word == "of"', ["of"]),
        ('word in ("selon", "wrzx")', ["selon"]),
        ('_OPENERS = frozenset({"whereas"})', ["whereas"]),
        ('_OPENERS = "tandis alors".split()', ["tandis", "alors"]),
        ('low.endswith("s")', ["s"]),
        ('low.endswith(("e", "é"))', ["e", "é"]),
        ('words.replace("ex-", "ex ")', ["ex", "ex"]),
        ('f"{of} the {noun}"', ["the"]),
        ('find_words("according to")', ["according", "to"]),
        ('re.compile(r"[’\']s$")', ["s"]),
        ('re.compile(r"[ldn][’\'](?=\\w)(?!après\\b)")', ["ldn", "après"]),
        ('re.compile(rf"{_NUMBER}(?:er|nd)(?!\\w)")', ["er", "nd"]),
        ('re.compile(r"(?P<hour>\\d+)\\s?[a-z]{2}\\u00a0\\b")', []),
        ('re.match(r"https?://[A-ZÀ-Þ]")', []),
        ('numbers.words["of"]', []),
        ('chunk.kind == "verb"', []),
        ('block.rule == "address"', []),
        ('match.start("sign")', []),
        ('limit("near")', []),
        ('raise ValueError("no such thing")', []),
        ('say(_("no such thing"))', []),
        ('f"kind.{kind}"', []),
        ('"""What stands here."""', []),
        ('line.endswith("…")', []),
    ],
)
def test_what_counts_as_text(source: str, text: list[str]) -> None:
    assert texts(source) == text
