"""JSON Lines, JSON and tables: which field is what, broken records, what is no record at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.promises import check_document
from tui_reader.analysis.pipeline import analyse
from tui_reader.errors import InputError
from tui_reader.ingest.decode import BEGINNING
from tui_reader.ingest.formats import csv_records, json_records
from tui_reader.ingest.formats.field_names import USUAL_NAMES, with_own_names
from tui_reader.ingest.formats.records import document_of
from tui_reader.model import Document, Source

TEXT = "Quarante oies ont traversé la route lundi, à la surprise de tous."


def from_json(text: str) -> list[Document]:
    return list(json_records.read(text.encode(), Source(path="a.jsonl"), USUAL_NAMES))


def said(document: Document | None) -> dict[str, Any]:
    """What is declared, as plain values."""
    assert document is not None
    declared = document.declared
    names = ("title", "site", "published", "modified", "url", "language")
    values: dict[str, Any] = {name: value.text for name in names if (value := getattr(declared, name))}
    return values | ({"authors": list(declared.authors.names)} if declared.authors else {})


@pytest.mark.parametrize(
    ("record", "declared", "raw"),
    [
        (
            {"title": "Les oies", "text": TEXT, "url": "https://a.example/1", "date": "2022-03-02",
             "author": "Anne Roux", "hostname": "a.example", "language": "fr"},  # trafilatura
            {"title": "Les oies", "url": "https://a.example/1", "published": "2022-03-02", "authors": ["Anne Roux"],
             "site": "a.example", "language": "fr"},
            f"Les oies\n\n{TEXT}",
        ),
        (
            {"title": "Les oies", "maintext": TEXT, "date_publish": "2022-03-02 10:00:00",
             "authors": ["Anne Roux", "Paul"], "source_domain": "a.example", "description": "Autre"},  # news-please
            {"title": "Les oies", "published": "2022-03-02T10:00:00", "authors": ["Anne Roux", "Paul"],
             "site": "a.example"},
            f"Les oies\n\n{TEXT}",
        ),
        (
            {"@type": "NewsArticle", "headline": "Les oies", "articleBody": TEXT, "author": {"name": "Anne Roux"},
             "publisher": {"name": "Le Clairon"}, "datePublished": "2022-03-02T10:00:00Z", "inLanguage": "fr-FR"},
            {"title": "Les oies", "authors": ["Anne Roux"], "site": "Le Clairon", "published": "2022-03-02T10:00:00Z",
             "language": "fr-FR"},
            f"Les oies\n\n{TEXT}",
        ),
        (
            {"title": {"rendered": "L&rsquo;oie <i>rouge</i>"}, "content": {"rendered": f"<p>{TEXT}</p><p>Fin.</p>"},
             "date": "2022-03-02T10:00:00"},  # WordPress
            {"title": "L’oie rouge", "published": "2022-03-02T10:00:00"},
            f"L’oie rouge\n\n{TEXT}\n\nFin.",
        ),
        ({"title": "L&#8217;oie &amp; nous", "text": TEXT}, {"title": "L’oie & nous"}, f"L’oie & nous\n\n{TEXT}"),
        ({"_id": 1, "_source": {"titre": "Les oies", "texte": TEXT}}, {"title": "Les oies"}, f"Les oies\n\n{TEXT}"),
        ({"data": {"article": {"headline": "Oie", "body": TEXT}}}, {"title": "Oie"}, f"Oie\n\n{TEXT}"),
        ({"body": [TEXT, "Fin."]}, {}, f"{TEXT}\n\nFin."),
        ({"title": "Les oies"}, {"title": "Les oies"}, "Les oies"),
        ({"text": "1 < 2 et <3 fois>", "authors": "Anne Roux; Paul Diaz"}, {"authors": ["Anne Roux", "Paul Diaz"]},
         "1 < 2 et <3 fois>"),
        ({"text": TEXT, "timestamp": 1646215200}, {"published": "2022-03-02T10:00:00+00:00"}, TEXT),
        ({"text": TEXT, "pubDate": "Wed, 02 Mar 2022 10:00:00 GMT"}, {"published": "2022-03-02"}, TEXT),
        (
            {"headline": {"main": "Les oies", "kicker": None}, "lead_paragraph": TEXT, "pub_date": "2022-03-02T10:00",
             "byline": {"original": "Anne Roux"}, "web_url": "https://a.example/1"},  # the New York Times
            {"title": "Les oies", "published": "2022-03-02T10:00", "authors": ["Anne Roux"],
             "url": "https://a.example/1"},
            f"Les oies\n\n{TEXT}",
        ),
        ({"text": TEXT, "date": "03/02/2021", "language": "fr"}, {"published": "2021-02-03", "language": "fr"}, TEXT),
        ({"text": TEXT, "date": "03/02/2021", "language": "en"}, {"language": "en"}, TEXT),
        ({"text": TEXT, "date": "hier", "language": "French", "url": None}, {}, TEXT),
        ({"text": TEXT, "date": "2022-13-45"}, {}, TEXT),
        ({"text": TEXT, "date": "20221399"}, {}, TEXT),
        ({"text": TEXT, "url": "javascript:alert(1)"}, {}, TEXT),
        ({"text": TEXT, "date": "2022-03-02T10:00+99:99"}, {"published": "2022-03-02"}, TEXT),
        ({"text": TEXT, "date": "2022-03-02 10:00 (modifié)"}, {"published": "2022-03-02"}, TEXT),
        ({"text": TEXT, "date": "1 " * 300_000, "author": "a" + " " * 300_000 + "b"}, {"authors": ["a b"]}, TEXT),
    ],
)  # fmt: skip
def test_fields_are_known_by_their_names(record: dict[str, Any], declared: dict[str, Any], raw: str) -> None:
    document = document_of(record, Source())
    assert said(document) == declared
    assert document is not None
    assert document.raw == raw


OWN_NAMES = with_own_names({"title": ["Kop"], "text": ["doc.Parts.body", "intro"]})


@pytest.mark.parametrize(
    ("record", "raw"),
    [
        ({"kop": "Les oies", "title": "x", "intro": TEXT, "text": "x"}, f"Les oies\n\n{TEXT}"),
        ({"title": "Les oies", "Doc": {"parts": {"BODY": TEXT}}, "intro": "x"}, f"Les oies\n\n{TEXT}"),
        ({"title": "Les oies", "doc.parts.body": TEXT}, f"Les oies\n\n{TEXT}"),
        ({"title": "Les oies", "doc": "x", "text": TEXT}, f"Les oies\n\n{TEXT}"),
    ],
)
def test_the_users_names_of_fields_come_first(record: dict[str, Any], raw: str) -> None:
    document = document_of(record, Source(), OWN_NAMES)
    assert document is not None
    assert document.raw == raw


def test_the_users_names_make_a_record_of_what_is_none_else() -> None:
    table = "kop;intro\nLes oies;Elles sont là.\n"
    (document,) = csv_records.read(table.encode(), Source(path="a.csv"), OWN_NAMES)
    assert document.raw == "Les oies\n\nElles sont là."
    whole = json.dumps({"meta": [{"a": 1}], "kop": "Les oies", "intro": "Elles sont là."})
    (document,) = json_records.read(whole.encode(), Source(path="a.json"), OWN_NAMES)
    assert document.raw == "Les oies\n\nElles sont là."


@pytest.mark.parametrize("record", [{}, {"id": 3}, {"title": " ", "text": ""}, {"text": None}, {"text": True}])
def test_a_record_without_words_is_none(record: dict[str, Any]) -> None:
    assert document_of(record, Source()) is None


def test_what_a_source_leaves_out_of_a_text_is_said() -> None:
    document = document_of({"content": f"{TEXT}… [+2300 chars]"}, Source())
    assert document is not None
    assert document.raw == f"{TEXT}…"
    (left_out,) = document.source.notes
    assert (left_out.rule, "2300" in left_out.text) == (BEGINNING, True)


def test_the_text_of_a_record_is_its_article() -> None:
    document = document_of({"title": "Les oies", "text": f"{TEXT}\n\nPartager\n\n{TEXT[::-1]}"}, Source())
    assert document is not None
    article = analyse(document)
    assert article.title == "Les oies"
    assert article.text == f"{TEXT}\n\n{TEXT[::-1]}"


LINES = [json.dumps({"title": f"Oie {number}", "text": TEXT}) for number in range(3)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("\n".join(LINES), ["Oie 0", "Oie 1", "Oie 2"]),
        ("\r\n\r\n".join(LINES), ["Oie 0", "Oie 1", "Oie 2"]),
        (f"[{','.join(LINES)}]", ["Oie 0", "Oie 1", "Oie 2"]),
        (
            json.dumps({"total": 3, "articles": [json.loads(line) for line in LINES]}, indent=1),
            ["Oie 0", "Oie 1", "Oie 2"],
        ),
        (json.dumps(json.loads(LINES[0]), indent=1), ["Oie 0"]),
        (json.dumps({"title": "Oie", "text": TEXT * 9, "tags": [{"name": "x"}]}, indent=1), ["Oie"]),
        (f"\ufeff{LINES[1]}\n", ["Oie 1"]),
        (f'{{"title": "Oie", "text": {"[" * 900}1{"]" * 900}}}', ["Oie"]),
        ('{"title": "Oie", "text": "Un\u2028deux"}\n{"title": "Cygne", "text": "x"}', ["Oie", "Cygne"]),
        (f'{{"total": 3, "articles": [{", ".join(LINES)}]}}', ["Oie 0", "Oie 1", "Oie 2"]),
        (f'{{"response": {{"status": "ok", "results": [{", ".join(LINES)}]}}}}', ["Oie 0", "Oie 1", "Oie 2"]),
        (f'{{"title": "Flux", "description": "x", "items": [{LINES[0]}]}}', ["Oie 0"]),
        (json.dumps({"title": "Oie", "text": TEXT, "tags": [{"name": "x"}]}), ["Oie"]),
        (json.dumps({"_source": {"title": "Oie", "text": TEXT, "tags": [{"name": "x"}]}}), ["Oie"]),
    ],
)
def test_records_are_found_in_each_form(text: str, titles: list[str]) -> None:
    documents = from_json(text)
    assert [said(one)["title"] for one in documents] == titles
    numbers = [one.source.record for one in documents]
    assert numbers == ([None] if len(titles) == 1 else list(range(len(titles))))


def test_a_broken_record_is_told_by_its_line_and_the_rest_is_read() -> None:
    first, last = from_json(f'{LINES[0]}\n\n{{"title": "cassé\n{LINES[1]}\n{{"id": 1}}\n"texte"')
    assert (said(first)["title"], said(last)["title"]) == ("Oie 0", "Oie 1")
    (told,) = first.source.notes
    assert told.rule == "records.broken"
    assert told.text.endswith(": 3, 4, 6")
    assert last.source.notes == ()


@pytest.mark.parametrize("text", ['{"id": 1}\n{"id": 2}', "[{}]"])
def test_records_without_words_are_said(text: str) -> None:
    with pytest.raises(InputError, match="no record"):
        from_json(text)


@pytest.mark.parametrize("text", ['{ "a": un texte }\nQui va', "[" * 5000, "Un texte\nsur deux lignes"])
def test_what_is_no_json_is_text(text: str) -> None:
    (document,) = from_json(text)
    assert document.raw == text
    assert document.source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("table", "titles"),
    [
        (f'title,text\nOie,"{TEXT}"\nCygne,"Un\ncygne, ""blanc"""\n', ["Oie", "Cygne"]),
        (f"Titre;Texte;Date\nOie;{TEXT};2022-03-02\n;;\n", ["Oie"]),
        (f"headline\tbody\r\nOie\t{TEXT}\r\n", ["Oie"]),
        (f"\ufefftitle|text\nOie|{TEXT}\n", ["Oie"]),
        (f"sep=;\nTitre;Texte\nOie;{TEXT}\n", ["Oie"]),
        (f"\n\nTitre;Texte\nOie;{TEXT}\n", ["Oie"]),
        (",".join(map(str, range(50_000))) + ",title\n" + "a,b\n" * 300 + "," * 50_000 + "Oie", ["Oie"]),
        (f"id,title,text\n1,Oie,{TEXT.replace(',', '')}\n2,,\n", ["Oie"]),
    ],
)
def test_a_table_has_a_record_a_row(table: str, titles: list[str]) -> None:
    documents = list(csv_records.read(table.encode(), Source(path="a.csv"), USUAL_NAMES))
    assert [said(one)["title"] for one in documents] == titles


def test_a_text_with_delimiters_and_no_quotes_is_whole() -> None:
    (document,) = csv_records.read(b"title;text\nOie;Un; deux; trois\n", Source(path="a.csv"), USUAL_NAMES)
    assert document.raw == "Oie\n\nUn; deux; trois"


def test_a_table_without_words_is_text() -> None:
    (document,) = csv_records.read(b"a,b\n1,2\n", Source(path="a.csv"), USUAL_NAMES)
    assert document.raw == "a,b\n1,2\n"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.just(f"<p>{TEXT}</p>"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "text", "name"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "text", "authors", "date", "url", "language", "x"]), VALUES))
def test_whatever_a_record_holds_every_place_is_true(record: dict[str, Any]) -> None:
    document = document_of(record, Source())
    if document:
        check_document(document)
