"""Find whom `ce dernier` means where it is nobody who is named: a body, or a person without a name."""

from __future__ import annotations

from tui_reader.analysis.coreference.mentions import MentionIndex
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.syntax.grammar import compatible
from tui_reader.analysis.syntax.mention import Mention


class Latter:
    """The bodies and the persons without a name of one article, by where they stand."""

    def __init__(self, mentions: MentionIndex, names: NameIndex) -> None:
        self._mentions = mentions
        self._names = names

    def ending_sentence_before(self, mention: Mention) -> Mention | None:
        """`Il va à la Banque de Norie. … cette dernière`, `Il voit le préfet. Ce dernier`: what ends that sentence.

        It does not act there. What the sentence of the pronoun itself mentions before it goes first.
        """
        sentence_index = self._mentions.sentence_at(mention.span.start)
        in_sentence = self._mentions.between(self._mentions.sentence_starts[sentence_index], mention.span.start)
        before = in_sentence or self._mentions.in_sentence(sentence_index - 1) if sentence_index else ()
        last = before[-1] if before else None
        if last is None or last.acts or last.mention.plural or last.mention.gender != mention.gender:
            return None
        is_person = last.mention.kind == "person" and last.mention.definite and not last.mention.name
        return last.mention if last.mention.kind == "body" or is_person else None

    def unnamed_in_paragraph(self, mention: Mention) -> str | None:
        """`Elle vient avec son mari. Ce dernier`: whom a paragraph mentions last that names nobody of the gender."""
        offset = mention.span.start
        others = (one.mention for one in self._mentions.between(self._mentions.paragraph_start(offset), offset))
        persons = [other for other in others if self._names.is_person(other) and not other.plural]
        fitting = [other for other in persons if compatible(other.gender, mention.gender)]
        return fitting[-1].words if fitting and not any(other.name for other in fitting) else None
