"""An article as the JSON that `tui-reader extract` prints, a form that scripts depend on: extend it, never rename."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from tui_reader.model import (
    Article,
    Block,
    CorrectedField,
    Declared,
    DeclaredText,
    Figure,
    Headline,
    Link,
    Quote,
    Span,
)

SCHEMA = "tui-reader/1"
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON allows as it is, but no line of text: C1 controls and line separators, and what has no UTF-8."""


def as_json(article: Article, *, explain: bool = False) -> dict[str, Any]:
    """The article as JSON values; all offsets are code points into `raw`, half open.

    With `explain`, each quote has the `proposals` that were weighed for it, each figure the `reasons` of its rank.
    """
    document = article.document
    source = document.source
    return {
        "schema": SCHEMA,
        "id": document.id,
        "source": {
            "path": source.path,
            "url": source.url,
            "record": source.record,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "fetched": source.fetched,
            "notes": [{"rule": note.rule, "text": note.text} for note in source.notes],
        },
        "declared": _declared(document.declared),
        "links": [_link(link) for link in document.links],
        "language": article.language,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "raw": document.raw,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        **_corrected(article.corrected),
        "headlines": [_headline(headline) for headline in article.headlines],
        "figures": [_figure(figure, explain=explain) for figure in article.figures],
        "quotes": [_quote(quote, document.raw, explain=explain) for quote in article.quotes],
    }


def as_line(article: Article, *, explain: bool = False) -> str:
    """The article as JSON without a line end or any other control or line separator: they are escaped in it."""
    line = json.dumps(as_json(article, explain=explain), ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _corrected(fields: Sequence[CorrectedField]) -> dict[str, Any]:
    """Which fields the reader decided; nothing where that are none."""
    return {"corrected": list(fields)} if fields else {}


def _placed(item: Any) -> dict[str, Any]:
    return {"start": item.span.start, "end": item.span.end, "text": item.text}


def _declared(declared: Declared) -> dict[str, Any]:
    authors = declared.authors
    return {
        "title": _declared_text(declared.title),
        "authors": authors and {"text": list(authors.names), "from": authors.origin},
        "site": _declared_text(declared.site),
        "published": _declared_text(declared.published),
        "modified": _declared_text(declared.modified),
        "url": _declared_text(declared.url),
        "language": _declared_text(declared.language),
    }


def _declared_text(declared: DeclaredText | None) -> dict[str, Any] | None:
    return declared and {"text": declared.text, "from": declared.origin}


def _link(link: Link) -> dict[str, Any]:
    return {"start": link.span.start, "end": link.span.end, "address": link.address}


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        **_placed(block),
        "kept": block.kept,
        "doubtful": block.doubtful,
        "rule": block.rule,
        "reason": block.reason,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "to": edit.to, "rule": edit.rule} for edit in block.edits
        ],
        "doubtful_words": [
            {"start": doubt.span.start, "end": doubt.span.end, "alternatives": list(doubt.alternatives)}
            for doubt in block.doubtful_words
        ],
        **_corrected(block.corrected),
    }


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        "text": headline.text,
        "variants": [_placed(variant) for variant in headline.variants],
        "repairs": [{"at": _pair(one.at), "instead_of": list(one.instead_of)} for one in headline.repairs],
        "doubtful": [{"at": _pair(one.at), "alternatives": list(one.alternatives)} for one in headline.doubtful],
    }


def json_number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _figure(figure: Figure, *, explain: bool) -> dict[str, Any]:
    reasons = [{"rule": reason.rule, "weight": round(reason.weight, 2)} for reason in figure.reasons]
    return {
        **_placed(figure),
        "clean": figure.clean,
        "value": json_number(figure.value),
        "high": json_number(figure.high),
        "kind": figure.kind,
        "change": figure.change,
        "unit": figure.unit,
        "what": figure.what,
        "qualifier": figure.qualifier,
        "sentence": _pair(figure.sentence),
        "attribution": figure.attribution,
        "rank": figure.rank,
        "mentions": _pairs(figure.mentions),
        "rule": figure.rule,
        **_corrected(figure.corrected),
        **({"reasons": reasons} if explain else {}),
    }


def _quote(quote: Quote, raw: str, *, explain: bool) -> dict[str, Any]:
    proposals = [
        {"rule": one.rule, "weight": round(one.weight, 2), "text": one.source_span.of(raw),
         "start": one.source_span.start, "end": one.source_span.end, "cue_span": _pair(one.cue_span)}
        for one in quote.proposals
    ]  # fmt: skip
    return {
        **_placed(quote),
        "clean": quote.clean,
        "incises": _pairs(quote.incises),
        "kind": quote.kind,
        "speech": quote.speech,
        "speaker": quote.speaker,
        "candidates": list(quote.candidates),
        "speaker_span": _pair(quote.speaker_span),
        "how": quote.how,
        "role": quote.role,
        "handle": quote.handle,
        "date": quote.date,
        "cue": quote.cue,
        "cue_span": _pair(quote.cue_span),
        "rule": quote.rule,
        "confidence": None if quote.confidence is None else round(quote.confidence, 2),
        "sentence": _pair(quote.sentence),
        **_corrected(quote.corrected),
        **({"proposals": proposals} if explain else {}),
    }
