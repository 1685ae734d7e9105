"""Corrections as a session knows them: made, taken back, laid over articles, followed by list and clippings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tui_reader.analysis.corrections.corrected import text_of
from tui_reader.analysis.pipeline import analyse
from tui_reader.errors import InputError
from tui_reader.export.excerpt import excerpt_of_figure, excerpt_of_passage, excerpt_of_quote
from tui_reader.ingest.input_list import Input
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.values import ArticleKey, Clipping, CorrectionChange, KeptCorrection
from tui_reader.model import Article, Span
from tui_reader.session import events
from tui_reader.session.clippings import Clippings, in_version, new_clipping, revised
from tui_reader.session.collection import Collection
from tui_reader.session.corrections import Correcting, Corrections, followed, of_item, reversed_changes
from tui_reader.session.stated import Facts, Stated
from tui_reader.session.summary import summarise

TEXT = """Le pont de Varenne rouvre après deux ans

Le pont a rouvert lundi devant 300 habitants venus en famille, a annoncé la mairie.

« C’est un soulagement », a déclaré la maire, Anne Roux, devant les 40 élus du conseil.

Partager sur Facebook
"""
DOCUMENT = document_from_text(TEXT)
ARTICLE = analyse(DOCUMENT)
MOMENT = datetime(2026, 11, 29, 5, 0, tzinfo=UTC)


def collection_of(text: str = TEXT, corrections: Sequence[KeptCorrection] = ()) -> Collection:
    collection = Collection([Input("/n/a.txt", "a.txt")], corrections=Corrections(corrections))
    document = document_from_text(text)
    collection.apply(events.Analysed(0, analyse(document, collection.entries[0].heeded), collection.entries[0].heeded))
    return collection


def correcting(collection: Collection, moment: datetime = MOMENT) -> Correcting:
    found, now, where = collection.articles.found(0), collection.articles.corrected(0), collection.where(0)
    assert found
    assert now
    return Correcting(found, now, collection.corrections.of(where), where, moment, stated=collection.entries[0].stated)


def shown(collection: Collection) -> Article:
    article = collection.article(0)
    assert article
    return article


def kept(collection: Collection) -> list[KeptCorrection]:
    return collection.corrections.of(collection.where(0))


def test_a_correction_tells_what_was_found_and_where() -> None:
    collection = collection_of()
    [quote] = shown(collection).quotes
    changes = correcting(collection).item(quote, {"speaker": "Paul Verdier", "role": None})
    [speaker, role] = [change.after for change in changes if change.after]
    assert (speaker.correction.before, role.correction.before, role.correction.value) == ("Anne Roux", "maire", None)
    assert speaker.where == ArticleKey(DOCUMENT.id, "/n/a.txt")
    assert speaker.sentence.startswith("« C’est un soulagement »")
    assert speaker.made == "2026-11-29T05:00:00.000000+00:00"
    assert speaker.correction.place
    assert speaker.correction.place.quote.exact == "C’est un soulagement"


def test_a_field_has_one_correction_and_what_was_found_takes_it_back() -> None:
    collection = collection_of()
    told: list[CorrectionChange] = []
    collection.corrections.tell = told.append
    for speaker in ("Paul Verdier", "Odile Granger"):
        collection.correct(0, correcting(collection).item(shown(collection).quotes[0], {"speaker": speaker}))
    assert [one.correction.value for one in kept(collection)] == ["Odile Granger"]
    assert shown(collection).quotes[0].speaker == "Odile Granger"
    collection.correct(0, correcting(collection).item(shown(collection).quotes[0], {"speaker": "Anne Roux"}))
    assert kept(collection) == []
    assert shown(collection) == ARTICLE
    assert len({change.id for change in told}) == 1
    assert correcting(collection).item(shown(collection).quotes[0], {"speaker": "Anne Roux"}) == []


def test_corrections_of_a_quote_whose_words_were_changed_speak_of_the_same_quote() -> None:
    collection = collection_of()
    start = TEXT.index("un soulagement")
    collection.correct(0, correcting(collection).new_span(shown(collection).quotes[0], Span(start, start + 14)))
    collection.correct(0, correcting(collection).item(shown(collection).quotes[0], {"speaker": "Paul Verdier"}))
    [quote] = shown(collection).quotes
    assert (quote.text, quote.speaker) == ("un soulagement", "Paul Verdier")
    origin = TEXT.index("C’est un")
    now = collection.articles.corrected(0)
    assert now
    assert set(of_item(kept(collection), now.located, "quote", Span(origin, origin + 20))) == {"span", "speaker"}


def test_what_is_added_and_taken_out_comes_and_goes() -> None:
    collection = collection_of()
    start = TEXT.index("en famille")
    added = correcting(collection).new_item("quote", Span(start, start + 10), {"speaker": "Anne Roux"})
    collection.correct(0, added)
    assert [quote.text for quote in shown(collection).quotes] == ["en famille", "C’est un soulagement"]
    assert {change.after.correction.before for change in added if change.after} == {None}
    collection.correct(0, correcting(collection).no_item(shown(collection).figures[0]))
    assert len(shown(collection).figures) == len(ARTICLE.figures) - 1
    assert (collection.entries[0].quotes, collection.entries[0].figures) == (2, len(ARTICLE.figures) - 1)
    for change in [*kept(collection)]:
        collection.correct(0, [CorrectionChange(change.id, change, None)])
    assert shown(collection) == ARTICLE


def test_a_block_that_is_turned_twice_is_as_it_was() -> None:
    collection = collection_of()
    found = collection.articles.found(0)
    assert found
    collection.correct(0, correcting(collection).block(found.blocks[-1]))
    assert [one.value for one in collection.entries[0].heeded] == ["true"]
    assert not collection.is_current(0)
    collection.apply(events.Analysed(0, analyse(DOCUMENT, collection.entries[0].heeded), collection.entries[0].heeded))
    assert collection.is_current(0)
    assert "Partager" in shown(collection).text
    found = collection.articles.found(0)
    assert found
    collection.correct(0, correcting(collection).block(found.blocks[-1]))
    assert kept(collection) == []


def test_a_file_that_is_gone_stays_so_when_the_same_text_elsewhere_is_corrected() -> None:
    collection = collection_of()
    collection.add([Input("/n/b.txt", "b.txt")])
    collection.apply(events.Outlined(1, summarise(DOCUMENT)))
    collection.apply(events.Unreadable(1, InputError("/n/b.txt", "is gone")))
    collection.correct(0, correcting(collection).article("title", "Le pont"))
    assert [entry.problem for entry in collection.entries] == [None, "is gone"]
    assert [entry.title for entry in collection.entries] == ["Le pont", "Le pont"]


def test_changes_are_undone_in_reverse() -> None:
    collection = collection_of()
    changes = [
        *correcting(collection).article("title", "Un pont"),
        *correcting(collection).item(shown(collection).quotes[0], {"speaker": None}),
    ]
    collection.correct(0, changes)
    assert (shown(collection).title, collection.entries[0].title) == ("Un pont", "Un pont")
    collection.correct(0, reversed_changes(changes))
    assert shown(collection) == ARTICLE
    assert collection.entries[0].title == ARTICLE.title


def test_the_list_knows_what_is_said_of_an_article_that_is_only_outlined() -> None:
    collection = collection_of()
    for field, value in (("title", "Un pont"), ("site", "Le Clairon"), ("published", "2022-03-02T10:00")):
        collection.correct(0, correcting(collection).article(field, value))  # type: ignore[arg-type]
    again = Collection([Input("/n/a.txt", "a.txt")], corrections=Corrections(kept(collection)))
    again.apply(events.Outlined(0, summarise(DOCUMENT)))
    entry = again.entries[0]
    assert (entry.title, entry.site, entry.day) == ("Un pont", "Le Clairon", "2022-03-02")
    again.correct(0, reversed_changes([CorrectionChange(one.id, None, one) for one in kept(collection)]))
    assert (entry.title, entry.site, entry.day) == (ARTICLE.title, ARTICLE.site, ARTICLE.day)


def test_corrections_are_found_by_the_text_or_by_its_source() -> None:
    collection = collection_of()
    collection.correct(0, correcting(collection).item(shown(collection).quotes[0], {"speaker": "Paul Verdier"}))
    again = Corrections(kept(collection))
    assert again
    assert len(again.of(ArticleKey(DOCUMENT.id, "/elsewhere"))) == 1
    assert len(again.of(ArticleKey("another", "/n/a.txt"))) == 1
    assert again.of(ArticleKey("another", "/n/b.txt")) == []
    edited = collection_of(TEXT.replace("lundi", "mardi 3 mars"), kept(collection))
    assert shown(edited).quotes[0].speaker == "Paul Verdier"
    gone = collection_of("Les oies\n\nElles volent vers le sud depuis mardi, a dit Paul Verdier.\n", kept(collection))
    corrected = gone.articles.corrected(0)
    assert corrected
    assert len(corrected.unfit) == 1


def test_what_is_stated_beforehand_gives_way_to_what_was_said_of_the_article() -> None:
    stated = Stated({"/n": {"site": "Le Clairon"}}, {"byline": "Maud"})
    collection = Collection([Input("/n/a.txt", "a.txt")], stated=stated)
    collection.apply(events.Analysed(0, ARTICLE))
    assert (shown(collection).site, shown(collection).byline) == ("Le Clairon", "Maud")
    for site in ("La Digue", None):  # None is what was found
        collection.correct(0, correcting(collection).article("site", site))
        assert (shown(collection).site, shown(collection).byline) == (site, "Maud")
        assert collection.entries[0].site == site
    collection.correct(0, correcting(collection).article("site", "Le Clairon"))
    assert kept(collection) == []


def test_corrections_of_an_earlier_version_speak_of_the_later_one_once_it_was_opened() -> None:
    collection = collection_of()
    start = TEXT.index("un soulagement")
    for changes in (
        correcting(collection).item(shown(collection).quotes[0], {"speaker": "Paul Verdier"}),
        correcting(collection).new_span(shown(collection).quotes[0], Span(start, start + 14)),
        correcting(collection).article("title", "Un pont"),
        correcting(collection).block(shown(collection).blocks[-1]),
    ):
        collection.correct(0, changes)
    later = f"Mis à jour mardi.\n\n{TEXT}"
    again = collection_of(later, kept(collection))
    corrected, where = again.articles.corrected(0), again.where(0)
    assert corrected
    again.correct(0, followed(kept(again), corrected, where))
    document = document_from_text(later)
    assert {one.where.document for one in kept(again)} == {document.id}
    assert len(kept(again)) == len(kept(collection)) == 4
    moved = collection_of(later, [replace(one, where=ArticleKey(document.id, "/elsewhere")) for one in kept(again)])
    [quote] = shown(moved).quotes
    assert (quote.speaker, quote.text, shown(moved).title) == ("Paul Verdier", "un soulagement", "Un pont")
    moved.correct(0, correcting(moved).item(quote, {"speaker": "Anne Roux"}))  # what was found takes it back
    assert {one.correction.field for one in kept(moved)} == {"span", "title", "kept"}


def test_two_corrections_of_one_field_by_two_instances_are_taken_back_together() -> None:
    collection = collection_of()
    [change] = correcting(collection).item(shown(collection).quotes[0], {"speaker": "Paul Verdier"})
    assert change.after
    other = replace(change.after, id="f" * 32, correction=replace(change.after.correction, value="Odile Granger"))
    collection.correct(0, [change, CorrectionChange(other.id, None, other)])
    changes = correcting(collection).item(shown(collection).quotes[0], {"speaker": "Maud"})
    collection.correct(0, changes)
    assert [one.correction.value for one in kept(collection)] == ["Maud"]
    collection.correct(0, reversed_changes(changes))
    assert len(kept(collection)) == 2
    collection.correct(0, correcting(collection).item(shown(collection).quotes[0], {"speaker": "Anne Roux"}))
    assert kept(collection) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/n/a.txt", {"site": "N", "byline": "Maud"}),
        ("/n/clairon/a.txt", {"site": "Le Clairon", "url": "https://a.example", "byline": "Maud"}),
        ("/nn/a.txt", {"byline": "Maud"}),
        ("-", {"byline": "Maud"}),
    ],
)
def test_of_a_nearer_folder_more_is_known(path: str, said: dict[str, str]) -> None:
    folders: dict[str, Facts] = {"/n/clairon": {"site": "Le Clairon", "url": "https://a.example"}, "/n/": {"site": "N"}}
    stated = Stated(folders, {"byline": "Maud"})
    assert {one.field: one.value for one in stated.of(path)} == said
    assert stated
    assert not Stated({}, {})


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (None, None), ("Anne", "Anne"), (3.0, "3.0")]
)
def test_values_as_corrections_have_them(value: object, text: str | None) -> None:
    assert text_of(value) == text


# Clippings follow


def clippings(article: Article) -> list[Clipping]:
    [quote], figure = article.quotes, article.figures[0]
    passage = Span(TEXT.index("Le pont a"), TEXT.index(" venus"))
    taken = (
        (excerpt_of_quote(quote, article), quote.span),
        (excerpt_of_figure(figure, article), figure.span),
        (excerpt_of_passage(passage.of(TEXT), article), passage),
    )
    where = ArticleKey(DOCUMENT.id, "/n/a.txt")
    return [new_clipping(excerpt, article.document, span, where, MOMENT) for excerpt, span in taken]


def test_clippings_say_what_the_corrections_say() -> None:
    collection = collection_of()
    quote, figure, passage = clippings(ARTICLE)
    noted = replace(quote, note="à vérifier", excerpt=replace(quote.excerpt, role="maire de Varenne"))
    start = TEXT.index("un soulagement")
    for changes in (
        correcting(collection).article("site", "Le Clairon"),
        correcting(collection).item(shown(collection).quotes[0], {"speaker": "Paul Verdier"}),
        correcting(collection).new_span(shown(collection).quotes[0], Span(start, start + 14)),
        correcting(collection).item(shown(collection).figures[0], {"value": "350.0"}),
    ):
        collection.correct(0, changes)
    after = shown(collection)
    new = revised(noted, ARTICLE, after)
    assert (new.excerpt.speaker, new.excerpt.words, new.span.start) == ("Paul Verdier", "un soulagement", start)
    assert (new.excerpt.role, new.note, new.quote.exact) == ("maire de Varenne", "à vérifier", "un soulagement")
    assert revised(figure, ARTICLE, after).excerpt.words == "300 [= 350]"
    assert {revised(one, ARTICLE, after).excerpt.reference.site for one in (noted, figure, passage)} == {"Le Clairon"}
    assert revised(passage, ARTICLE, after).excerpt.words == passage.excerpt.words
    assert revised(new, after, ARTICLE) == noted


def test_clippings_are_found_again_in_another_version_letter_for_letter() -> None:
    where = ArticleKey("later", "/n/a.txt")
    quote, *_others = clippings(ARTICLE)
    later = replace(document_from_text(f"Mis à jour.\n\n{TEXT}"), id="later")
    moved = in_version(quote, later, where)
    assert (moved.where, moved.span.of(later.raw), moved.line) == (where, "C’est un soulagement", quote.line + 2)
    other = replace(document_from_text(TEXT.replace("un soulagement", "un vrai soulagement")), id="later")
    assert in_version(quote, other, where) == quote
    store = Clippings(clippings(ARTICLE))
    assert len(store.of_other_versions(where)) == 3
    assert store.of_other_versions(ArticleKey(DOCUMENT.id, "/n/a.txt")) == []
    assert store.of_other_versions(ArticleKey("later", "/n/b.txt")) == []


def test_a_clipping_of_what_is_no_quote_any_more_stays_as_it_is() -> None:
    collection = collection_of()
    quote, *_others = clippings(ARTICLE)
    collection.correct(0, correcting(collection).no_item(shown(collection).quotes[0]))
    assert revised(quote, ARTICLE, shown(collection)) == quote
