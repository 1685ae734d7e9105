"""The reader's corrections as JSON Lines, each with its sentence: they can become test cases."""

from __future__ import annotations

from typing import Any

from tui_reader.export.safe import safe_json
from tui_reader.library.values import KeptCorrection


def correction_line(kept: KeptCorrection) -> str:
    """A correction as a line of JSON. Offsets are code points of the raw text of `document`; extend, never rename."""
    correction, where = kept.correction, kept.where
    place = correction.place
    span = place.span if place else None
    value: dict[str, Any] = {
        "subject": correction.subject,
        "field": correction.field,
        "value": correction.value,
        "before": correction.before,
        "sentence": kept.sentence,
        "exact": place.quote.exact if place else None,
        "prefix": place.quote.prefix if place else None,
        "suffix": place.quote.suffix if place else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "document": where.document,
        "path": where.path,
        "record": where.record,
        "url": where.url,
        "made": kept.made,
        "id": kept.id,
    }
    return safe_json(value) + "\n"
