"""Everything that is known of one figure, quote, block or article, as lines to show and to change. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_reader.analysis.lexicon import language_name
from tui_reader.export.excerpt import figure_sentence
from tui_reader.export.wording import CHANGES, FIELD_NAMES, KINDS, QUALIFIERS, number, quoted
from tui_reader.library.values import KeptCorrection
from tui_reader.messages import _, ngettext, spoken
from tui_reader.messages.days import local_day, written_day
from tui_reader.model import TRUE, Article, Block, CorrectedField, Figure, Headline, Quote, Span, Variant
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import FIRST_WORDS, shorten
from tui_reader.ui.view.signs import CORRECTED, DOUBT

ARTICLE_FIELDS: tuple[CorrectedField, ...] = ("title", "byline", "site", "published", "url", "language")
"""What the reader may say of an article as a whole."""
Corrections = Mapping[CorrectedField, KeptCorrection]
"""The corrections of what the lines tell of, by their fields."""


def figure_lines(figure: Figure, article: Article, corrections: Corrections) -> list[Line]:
    """What a figure says, who gives it, and its sentence; choosing a line gives the field that it tells."""
    fields: list[tuple[CorrectedField, str | None]] = [
        ("value", " – ".join(number(end) for end in (figure.value, figure.high) if end is not None)),
        ("unit", figure.unit),
        ("what", figure.what),
        ("qualifier", _(QUALIFIERS[figure.qualifier]) if figure.qualifier else None),
        ("attribution", figure.attribution),
    ]
    facts = [
        (_("Kind"), _(KINDS[figure.kind])),
        (_("Change"), _(CHANGES[figure.change]) if figure.change else None),
        (_("Places"), str(len(figure.mentions)) if len(figure.mentions) > 1 else None),
        (_("Sentence"), " ".join(figure_sentence(figure, article).split())),
    ]
    lines = [_field(name, text, corrections) for name, text in fields]
    return [*lines, Line(""), *_labelled(facts), Line(""), Line(_("This is no figure"), "present", look="extra")]


def quote_lines(quote: Quote, article: Article, corrections: Corrections) -> list[Line]:
    """Who said it, how that is known, and the words; choosing a line gives the field that it tells."""
    raw = article.document.raw
    candidates = " / ".join(f"{name} ?" for name in quote.candidates)
    fields: list[tuple[CorrectedField, str | None]] = [
        ("speaker", quote.speaker or candidates or _("nobody named")),
        ("role", quote.role),
        ("speech", _("somebody said this") if quote.speech else _("a title, a name, words kept at a distance")),
        ("span", " ".join(quote.clean.split())),
    ]
    facts = [
        (_("Account"), quote.handle),
        (_("Date"), quote.date),
        (_("Named here as"), quote.speaker_span.of(raw) if quote.speaker_span else None),
        (_("Cue"), quote.cue),
    ]
    lines = [_field(name, text, corrections) for name, text in fields]
    facts_lines = list(_labelled(facts))
    between = [Line(""), *facts_lines] if facts_lines else []
    return [*lines, *between, Line(""), Line(_("This is no quote"), "present", look="extra")]


def article_lines(
    article: Article, kept: Sequence[KeptCorrection], unfit: Sequence[KeptCorrection], place: str | None
) -> list[Line]:
    """What is known of an article, and the corrections in it; choosing a line gives its field, or a correction's id.

    `place` is its file, None for an article of the web.
    """
    own = {made.correction.field: made for made in kept if made.correction.subject == "article"}
    values: dict[CorrectedField, str | None] = {
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "url": article.document.source.url,
        "language": article.language and language_name(article.language, spoken()),
    }
    lines = [_field(name, values[name], own, is_stated=name in article.corrected) for name in ARTICLE_FIELDS]
    fetched = article.document.source.fetched
    when = fetched and written_day(local_day(fetched))
    lines += [Line(""), *_labelled([(_("File"), place), (_("Fetched"), when)])]
    inside = [made for made in kept if made.correction.subject != "article" and made not in unfit]
    for head, corrections in (
        (_("Corrections in this article"), inside),
        (_("Corrections that no longer fit it"), unfit),
    ):
        if corrections:
            lines += [Line(""), Line(f"{head} ({len(corrections)})", look="head")]
            lines += [Line(f"  {described(made, article.language)}", made.id) for made in corrections]
    return lines


def described(kept: KeptCorrection, language: str | None) -> str:
    """A correction on one line: the words that it speaks of, and what it says of them."""
    correction = kept.correction
    exact = correction.place.quote.exact if correction.place else ""
    field, value = correction.field, correction.value
    if field == "present":
        said = _("added by hand") if value == TRUE else _("not so")
    elif field == "kept":
        said = _("put back into the article") if value == TRUE else _("taken out of the article")
    elif field == "span":
        said = _("begins and ends elsewhere")
    else:
        said = _("{label}: {text}").format(label=_(FIELD_NAMES[field]), text=value_text(field, value))
        said += _before(kept)
    return said if correction.subject == "article" else f"{quoted(_first(exact), language)} — {said}"


def value_text(field: CorrectedField, value: str | None) -> str:
    """The value of a correction in words."""
    if value is None:
        return _("nobody named") if field in ("speaker", "attribution") else "—"
    if field == "speech":
        return _("somebody said this") if value == TRUE else _("a title, a name, words kept at a distance")
    if field == "qualifier":
        return _(QUALIFIERS.get(value, value))
    if field == "language":
        return language_name(value, spoken())
    if field in ("value", "high"):
        return number(float(value))
    return " ".join(value.split())


def block_lines(block: Block) -> list[Line]:
    """What a block is taken for and why, and the line that turns it round."""
    state = _("in the article") if block.kept else _("left out")
    parts = [
        (_("Block"), f"{state} {CORRECTED.sign}" if block.corrected else state),
        (_("Reason"), _(block.reason) if block.reason else None),
        (_("Rule"), block.rule),
        (_("Repairs"), str(len(block.edits)) if block.edits else None),
        (_("Words"), first_words(block)),
    ]
    turn = _("Take it out of the article") if block.kept else _("Put it back into the article")
    return [*_labelled(parts), Line(""), Line(turn, block, look="extra")]


def variant_lines(headline: Headline) -> list[Line]:
    """The wording that is shown, and the variants it was made of, the words that differ marked."""
    count = len(headline.variants)
    shown = [*(one.at for one in headline.repairs), *(one.at for one in headline.doubtful)]
    found = ngettext("{count} time in the text:", "{count} times in the text:", count).format(count=count)
    lines = [Line(headline.text, look="head", marks=tuple(sorted(shown))), Line(""), Line(found, look="meta")]
    lines += [Line(one.text, one.span, marks=tuple(_differing(one, headline))) for one in headline.variants]
    for doubt in headline.doubtful:
        words = f"{doubt.at.of(headline.text)} {DOUBT.sign} {' / '.join(doubt.alternatives)}"
        lines.append(Line(_("In doubt: {words}").format(words=words), look="meta"))
    return lines


def _differing(variant: Variant, headline: Headline) -> Iterator[Span]:
    """The words of a variant that the headline, as it is shown, does not have at that place."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - seldom needed

    old, new = variant.text.split(" "), headline.text.split(" ")
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word) + 1)
    for kind, first, last, _start, _end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            yield Span(starts[first], starts[last] - 1)


def first_words(block: Block) -> str:
    """The beginning of a block on one line."""
    return " ".join(block.text[:300].split())


def _first(words: str) -> str:
    """The first words of a place, to know it by."""
    return shorten(" ".join(words[:300].split()), FIRST_WORDS)


def _field(name: CorrectedField, text: str | None, corrections: Corrections, *, is_stated: bool = False) -> Line:
    """A line that can be changed, with what the analysis found where the reader says something else."""
    label, kept = _(FIELD_NAMES[name]), corrections.get(name)
    labelled = _("{label}: {text}").format(label=label, text=text or "—")
    if kept:
        labelled = f"{labelled} {CORRECTED.sign}{_before(kept)}"
    elif is_stated:
        labelled = " ".join((labelled, CORRECTED.sign, _("(said beforehand)")))
    return Line(labelled, name, marks=(Span(0, len(label)),))


def _before(kept: KeptCorrection) -> str:
    """What the analysis found, in brackets; nothing where the correction is of a whole place."""
    field, before = kept.correction.field, kept.correction.before
    if field in ("present", "kept"):
        return ""
    return " " + _("(found: {text})").format(text=value_text(field, before))


def _labelled(parts: Iterable[tuple[str, str | None]]) -> Iterator[Line]:
    for label, text in parts:
        if text:
            yield Line(_("{label}: {text}").format(label=label, text=text), marks=(Span(0, len(label)),))
