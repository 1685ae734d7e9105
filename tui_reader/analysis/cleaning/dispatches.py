"""Find the lines that an agency puts around a dispatch: its slug, keywords, version, signs of its editors, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import limit
from tui_reader.analysis.lexicon import common_data

VERSION = "title.version"
"""The rule of an edit that leaves out of a title which version of a dispatch it is."""
_SLUG = re.compile(  # "LAC0027 3 SO 0188 BLG /AGV-KT08", "LAC0027 3 i 0188 BLG"
    r"[A-Z]{2,4}\d{3,4}(?:\s+(?:[A-Z\d/._-]+|[a-z])){2,}"
)
_KEYWORDS = re.compile(r"[^\W\d_]+(?:[-,/]\s?[^\W\d_]+)+")  # "Musique-cuivres"
_VERSION = re.compile(r"[(\[][A-ZÀ-Þ]{3,20}[^()\[\]]{0,60}[)\]]")  # "(PAPIER GENERAL)"
_VERSION_AT_END = re.compile(rf"\s+{_VERSION.pattern}\s*\Z")
_SIGNS = re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){0,4}/[a-z]{2,5}(?:[/-][a-z]{2,5}){0,4}")  # "ako/rl/bdz"
_STAMP = re.compile(r"(?:[A-Z]{2,4} )?\d{6} (?:[A-Z]{3} )?[A-ZÀ-Þ]{3,5} \d{2,4}(?: [A-Z]{2,4})?")  # "AFP 211104 MAI 24"
_CODE = re.compile(r"<(\w+)(?:\s[^<>]{0,200})?>[^<>]{0,200}</\1>")  # of a company


def drop_agency_head(draft: PageDraft) -> None:
    """Drop an agency's lines above the text, where its slug is the first."""
    for index in _head(draft):
        draft.drop(index, block_rules.DISPATCH)


def cut_version_from_title(draft: PageDraft) -> None:
    """Leave out of the title of a dispatch what says which version it is: "Le port rouvre (PAPIER GENERAL)"."""
    index = draft.title_index
    if index is None or draft.blocks[0].rule != block_rules.DISPATCH.name:
        return
    if match := _VERSION_AT_END.search(draft.blocks[index].text):
        draft.cut_end(index, match.start(), VERSION)


def drop_agency_foot(draft: PageDraft) -> None:
    """Drop the signs of an agency's editors and its codes below the text."""
    for index in _foot(draft):
        draft.drop(index, block_rules.DISPATCH)


def _head(draft: PageDraft) -> Iterator[int]:
    """The slug, and the keywords and the version below it."""
    texts = [block.text.strip() for block in draft.blocks[: limit("signature_window") + 1]]
    if texts and _SLUG.fullmatch(texts[0]):
        yield 0
        yield from (n for n, text in enumerate(texts) if n and (_KEYWORDS.fullmatch(text) or _VERSION.fullmatch(text)))


def _foot(draft: PageDraft) -> Iterator[int]:
    """The signs of the editors and the codes, with nothing but dropped lines below them."""
    for index in range(len(draft.blocks) - 1, -1, -1):
        text = draft.blocks[index].text.strip()
        if any(pattern.fullmatch(text) for pattern in (_SIGNS, _STAMP, _CODE)):
            yield index
        elif draft.blocks[index].kept and not text.startswith(common_data().cleaning.copyright_starts):
            return
