"""The articles that are kept in memory, as the analysis found them and as the reader corrected them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from tui_reader.analysis.corrections.corrected import CorrectedArticle
from tui_reader.model import Article, Correction, Document


class _AtHand(msgspec.Struct):
    """An article as it was found, with the corrections that its analysis heeded, and with all of them."""

    found: Article
    heeded: Sequence[Correction]
    corrected: CorrectedArticle


class ArticlesAtHand:
    """Articles by the indices of their entries; the one longest not wanted is the first to go."""

    def __init__(self) -> None:
        self._articles: OrderedDict[int, _AtHand] = OrderedDict()

    def __contains__(self, index: int) -> bool:
        return index in self._articles

    @property
    def documents(self) -> Mapping[int, Document]:
        """The texts of the articles."""
        return {index: one.found.document for index, one in self._articles.items()}

    def corrected_ones(self) -> list[Article]:
        """The articles with all corrections."""
        return [one.corrected.article for one in self._articles.values()]

    def put(self, index: int, article: Article, heeded: Sequence[Correction]) -> None:
        """An article was analysed, with the corrections that concern its analysis."""
        self._articles[index] = _AtHand(article, heeded, CorrectedArticle(article, {}))

    def remove(self, index: int) -> None:
        """An article is not to be at hand any more."""
        self._articles.pop(index, None)

    def keep_most(self, count: int, can_come_again: Callable[[int], bool]) -> None:
        """Let the one longest not wanted go where there are more than `count` of those that can come again."""
        again = [index for index in self._articles if can_come_again(index)]
        if len(again) > count:
            self.remove(again[0])

    def want(self, index: int) -> Article | None:
        """The article of an entry with all corrections, which is the last to go from now on."""
        if index not in self._articles:
            return None
        self._articles.move_to_end(index)
        return self._articles[index].corrected.article

    def found(self, index: int) -> Article | None:
        """The article of an entry as the analysis found it."""
        at_hand = self._articles.get(index)
        return at_hand.found if at_hand else None

    def corrected(self, index: int) -> CorrectedArticle | None:
        """The article of an entry with its corrections, and what became of them."""
        at_hand = self._articles.get(index)
        return at_hand.corrected if at_hand else None

    def heeded(self, index: int) -> Sequence[Correction] | None:
        """The corrections that the analysis of an article heeded; None where it is not at hand."""
        at_hand = self._articles.get(index)
        return None if at_hand is None else at_hand.heeded

    def lay_corrections(self, index: int, corrections: Sequence[Correction]) -> Article | None:
        """Lay corrections over an article; returns it with them, where it is at hand."""
        at_hand = self._articles.get(index)
        if at_hand is None:
            return None
        at_hand.corrected = CorrectedArticle(at_hand.found, {})
        if corrections:
            from tui_reader.analysis.corrections.apply import apply_corrections  # noqa: PLC0415 - the screen comes first

            at_hand.corrected = apply_corrections(at_hand.found, corrections)
        return at_hand.corrected.article
