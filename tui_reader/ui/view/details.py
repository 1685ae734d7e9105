"""Everything that is known of one figure, quote or block, as lines to show. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_reader.export.excerpt import figure_sentence
from tui_reader.export.wording import CHANGES, KINDS, QUALIFIERS, value_words
from tui_reader.messages import _, ngettext
from tui_reader.model import Article, Block, Figure, Headline, Quote, Span, Variant
from tui_reader.ui.view.lines import Line


def figure_lines(figure: Figure, article: Article) -> list[Line]:
    """What a figure says, who gives it, and its sentence."""
    parts = [
        (_("Value"), value_words(figure)),
        (_("Kind"), _(KINDS[figure.kind])),
        (_("Of what"), figure.what),
        (_("Said as"), _(QUALIFIERS[figure.qualifier]) if figure.qualifier else None),
        (_("Change"), _(CHANGES[figure.change]) if figure.change else None),
        (_("Given by"), figure.attribution),
        (_("Places"), str(len(figure.mentions)) if len(figure.mentions) > 1 else None),
        (_("Sentence"), " ".join(figure_sentence(figure, article).split())),
    ]
    return list(_labelled(parts))


def quote_lines(quote: Quote, article: Article) -> list[Line]:
    """Who said it, how that is known, and the words."""
    raw = article.document.raw
    parts = [
        (_("Speaker"), quote.speaker or (None if quote.candidates else _("speaker not named"))),
        (_("One of"), " / ".join(quote.candidates)),
        (_("Role"), quote.role),
        (_("Account"), quote.handle),
        (_("Date"), quote.date),
        (_("Named here as"), quote.speaker_span.of(raw) if quote.speaker_span else None),
        (_("Cue"), quote.cue),
        (_("Words"), " ".join(quote.clean.split())),
    ]
    return list(_labelled(parts))


def block_lines(block: Block) -> list[Line]:
    """What a block is taken for and why, and the line that turns it round."""
    state = _("in the article") if block.kept else _("left out")
    parts = [
        (_("Block"), state),
        (_("Reason"), _(block.reason) if block.reason else None),
        (_("Rule"), block.rule),
        (_("Repairs"), str(len(block.edits)) if block.edits else None),
        (_("Words"), first_words(block)),
    ]
    turn = _("Take it out of the article") if block.kept else _("Put it back into the article")
    return [*_labelled(parts), Line(""), Line(turn, block, look="extra")]


def removed_lines(article: Article) -> list[Line]:
    """What was left out, by reason, the most frequent reason first, each with its count; then what is in doubt."""
    dropped = [block for block in article.blocks if not block.kept]
    doubtful = [block for block in article.blocks if block.kept and block.doubtful]
    return [*_by_reason(dropped, "{reason}"), *_by_reason(doubtful, _("kept, in doubt: {reason}"))]


def _by_reason(blocks: Iterable[Block], name: str) -> Iterator[Line]:
    """A head for each reason, named by it, over its blocks."""
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        groups.setdefault(_(block.reason) if block.reason else block.kind, []).append(block)
    for reason, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Line(f"{name.format(reason=reason)} ({len(group)})", group[0], look="head")
        for block in group:
            yield Line(f"  {first_words(block)}", block)


def variant_lines(headline: Headline) -> list[Line]:
    """The wording that is shown, and the variants it was made of, the words that differ marked."""
    count = len(headline.variants)
    shown = [*(one.at for one in headline.repairs), *(one.at for one in headline.doubtful)]
    found = ngettext("{count} time in the text:", "{count} times in the text:", count).format(count=count)
    lines = [Line(headline.text, look="head", marks=tuple(sorted(shown))), Line(""), Line(found, look="meta")]
    lines += [Line(one.text, one.span, marks=tuple(_differing(one, headline))) for one in headline.variants]
    for doubt in headline.doubtful:
        words = f"{doubt.at.of(headline.text)} ? {' / '.join(doubt.alternatives)}"
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


def _labelled(parts: Iterable[tuple[str, str | None]]) -> Iterator[Line]:
    for label, text in parts:
        if text:
            yield Line(_("{label}: {text}").format(label=label, text=text), marks=(Span(0, len(label)),))
