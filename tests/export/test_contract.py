"""The form of what `extract` prints: scripts depend on it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.corpus import ROOT
from tests.export.goldens import FOLDER, INPUTS
from tui_reader.analysis.pipeline import analyse, unanalysed
from tui_reader.export.contract import SCHEMA, as_json, as_line
from tui_reader.ingest.sources import document_from_text, read
from tui_reader.model import Article, BlockKind, Change, FigureKind, Qualifier, Quote, Source, SourceForm

CORPUS = ROOT / "tests" / "corpus"
TEXTS = sorted(
    [
        *(path for folder in ("archives", "pages", "texts") for path in (CORPUS / folder).glob("*.txt")),
        *(ROOT / "assets" / "samples").iterdir(),
        *INPUTS.values(),
    ]
)


EXPLAINED = ("reasons", "proposals")
"""Keys that stand there only when they are asked for."""
OPTIONAL = (*EXPLAINED, "corrected")
"""Keys that do not always stand there."""


@cache
def schema() -> dict[str, Any]:
    """The schema as the package ships it."""
    text = resources.files("tui_reader.export").joinpath("contract.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def problems(value: Any) -> list[str]:
    return [f"{list(one.absolute_path)}: {one.message}" for one in validator().iter_errors(value)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_printed_keeps_to_the_schema(path: Path) -> None:
    for document in read(str(path)):
        for article in (analyse(document), unanalysed(document)):
            printed, explained = json.loads(as_line(article)), as_json(article, explain=True)
            assert problems(explained) == []
            assert without_explanations(explained) == printed
            items = [*printed["blocks"], *printed["figures"], *printed["quotes"]]
            items += [variant for headline in printed["headlines"] for variant in headline["variants"]]
            assert all(printed["raw"][item["start"] : item["end"]] == item["text"] for item in items)


def without_explanations(part: Any) -> Any:
    """A part of what is printed as it is where nobody asks why."""
    if isinstance(part, dict):
        return {key: without_explanations(value) for key, value in part.items() if key not in EXPLAINED}
    return [without_explanations(one) for one in part] if isinstance(part, list | tuple) else part


def objects(part: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object that the schema describes, with where it stands."""
    if isinstance(part, dict):
        if part.get("type") in ("object", ["object", "null"]):
            yield name, part
        for key, value in part.items():
            yield from objects(value, f"{name}/{key}")


def test_every_object_names_all_its_keys_and_no_other() -> None:
    described = dict(objects(schema()))
    assert len(described) == 18
    for name, part in described.items():
        assert part["additionalProperties"] is False, name
        assert part["required"] == [key for key in part["properties"] if key not in OPTIONAL], name


@pytest.mark.parametrize(
    ("item", "key", "values"),
    [
        ("block", "kind", get_args(BlockKind)),
        ("figure", "kind", get_args(FigureKind)),
        ("figure", "change", (*get_args(Change), None)),
        ("figure", "qualifier", (*get_args(Qualifier), None)),
        ("quote", "how", get_args(SourceForm)),
        ("quote", "kind", get_args(get_type_hints(Quote)["kind"])),
    ],
)
def test_the_schema_knows_the_values_of_the_model(item: str, key: str, values: tuple[str | None, ...]) -> None:
    assert schema()["$defs"][item]["properties"][key]["enum"] == list(values)


@cache
def whole() -> dict[str, Any]:
    """An article that has every key: of each list the items that bring a new one."""
    articles = [one for path in sorted(FOLDER.glob("*.json")) for one in json.loads(path.read_text(encoding="utf-8"))]
    declared = max((article["declared"] for article in articles), key=lambda one: sum(map(bool, one.values())))
    found: dict[str, Any] = {**articles[0], "source": {**articles[0]["source"], "notes": []}, "declared": declared}
    for key in ("links", "blocks", "headlines", "figures", "quotes"):
        found[key] = telling([item for article in articles for item in article[key]])
    found["source"]["notes"] = telling([note for article in articles for note in article["source"]["notes"]])
    return found


def telling(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that have a key, also further inside, which those before lack."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for item in items:
        names = {key_names(way) for way in places(item)}
        if not names <= seen:
            seen |= names
            found.append(item)
    return found


def key_names(way: tuple[str | int, ...]) -> tuple[str, ...]:
    """A way without the numbers of items."""
    return tuple(step for step in way if isinstance(step, str))


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each key of a JSON value."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield (*path, key)
            yield from places(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from places(one, (*path, at))


def changed(value: dict[str, Any], way: tuple[str | int, ...], change: Callable[[dict[str, Any], str], None]) -> Any:
    """A copy of a JSON value, in which the object that holds the key at the end of `way` is changed."""
    other = copy.deepcopy(value)
    at: Any = other
    for step in way[:-1]:
        at = at[step]
    change(at, str(way[-1]))
    return other


def rename(parent: dict[str, Any], key: str) -> None:
    parent[f"{key}s"] = parent.pop(key)


def drop(parent: dict[str, Any], key: str) -> None:
    del parent[key]


def add(parent: dict[str, Any], key: str) -> None:
    parent["more"] = parent[key]


def mistake(parent: dict[str, Any], key: str) -> None:
    parent[key] = {"of another": "kind"}


@pytest.mark.parametrize("change", [rename, drop, add, mistake])
def test_a_key_that_is_renamed_dropped_added_or_of_another_kind_is_refused(
    change: Callable[[dict[str, Any], str], None],
) -> None:
    article = whole()
    assert problems(article) == []
    seen: set[tuple[str, ...]] = set()
    for way in places(article):
        name = key_names(way)
        if name not in seen:
            seen.add(name)
            assert problems(changed(article, way, change)), way
    assert len(seen) == 112


BROKEN: list[tuple[tuple[str | int, ...], Any]] = [
    (("schema",), "tui-reader/2"),
    (("id",), "abc"),
    (("language",), "French"),
    (("published",), "1er mars 2022"),
    (("published",), "2022-3-1"),
    (("source", "record"), -1),
    (("blocks", 0, "kind"), "advert"),
    (("blocks", 0, "kept"), 1),
    (("blocks", 0, "kept"), False),  # and no rule
    (("blocks", 0, "start"), -1),
    (("blocks", 0, "start"), 1.5),
    (("blocks", 0, "text"), ""),
    (("figures", 0, "kind"), "amount"),
    (("figures", 0, "value"), None),
    (("figures", 0, "value"), "3"),
    (("figures", 0, "qualifier"), "roughly"),
    (("figures", 0, "change"), "flat"),
    (("figures", 0, "rank"), 0),
    (("figures", 0, "mentions"), []),
    (("figures", 0, "sentence"), [1]),
    (("figures", 0, "sentence"), [1, 2, 3]),
    (("quotes", 0, "kind"), "indirect"),
    (("quotes", 0, "how"), None),
    (("quotes", 0, "speaker"), ""),
    (("quotes", 0, "handle"), "anne"),
    (("quotes", 0, "speaker_span"), [3]),
    (("headlines", 0, "variants"), []),
]


@pytest.mark.parametrize(("way", "value"), BROKEN, ids=lambda one: str(one)[:40])
def test_a_wrong_value_is_refused(way: tuple[str | int, ...], value: Any) -> None:
    def put(parent: dict[str, Any], key: str) -> None:
        parent[key] = value

    assert problems(changed(whole(), way, put))


SEPARATORS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@given(st.text() | st.text(SEPARATORS + 'a\x00\x1b\x7f\x9b\ud800\\"', max_size=8))
def test_a_line_is_one_line_and_holds_the_text(text: str) -> None:
    document = replace(document_from_text(text), source=Source(path=text))
    line = as_line(Article(document, title=text))
    assert line.splitlines() == [line]
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in line)
    line.encode("utf-8")
    assert json.loads(line) == as_json(Article(document, title=text))


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
def test_an_article_with_any_separator_is_one_line(separator: str) -> None:
    article = analyse(document_from_text(f"Un titre{separator}Le texte dit ce qu’il dit{separator}et s’arrête."))
    assert len(as_line(article).splitlines()) == 1
    assert json.loads(as_line(article))["raw"] == article.document.raw


def test_the_schema_is_that_of_the_output() -> None:
    assert schema()["$defs"]["article"]["properties"]["schema"] == {"const": SCHEMA}
