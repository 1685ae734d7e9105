"""The sources that an article names at its quotations, to which later pronouns and roles refer."""

from __future__ import annotations

from typing import Literal

import msgspec

from tui_reader.analysis.syntax.grammar import Gender

SourceKind = Literal["singular", "plural", "neuter"]
"""What kind of pronoun refers to a source; neuter: a body or a document."""

PRONOUN_KINDS: dict[str, SourceKind] = {
    "singular_m": "singular",
    "singular_f": "singular",
    "plural": "plural",
    "neuter": "neuter",
}
"""The kind of source to which each form of pronoun refers; the forms are those of the lexicon."""


class NamedSource(msgspec.Struct, frozen=True):
    """The source of a quotation: `speaker` is what it is called, `quote_offset` where the quotation starts."""

    sentence_index: int
    quote_offset: int
    speaker: str
    kind: SourceKind
    gender: Gender | None = None
