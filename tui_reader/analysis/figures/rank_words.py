"""Tell what the words around a figure say of it: that it is a distance, long ago, told by the way, a part."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from tui_reader.analysis.figures.context import FigureText
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Figure, Qualifier, Span

WHOLE = 100  # percent
_ROUNDED = 0.01  # the share by which a number told less exactly may differ
_QUALIFIED_ROUNDED = 0.05  # and one told with "about", "almost" and the like
_MORE_ROUNDED = 0.13  # and one of the same noun told with "more than"
_LONGEST_OPENER = 45  # code points up to the comma
_LONGEST_DESCRIPTION = 4  # words behind the article: `petite commune de`
_REACH = 30  # code points on either side of a number in which words tell what it is
_CLAUSE_REACH = 400  # code points on either side of a number to the ends of a long clause
_LONGEST_ON_EARTH = 40_000  # kilometres: what is farther off is so in space
_MOST_OF_WHOLE = 2  # words between a part and its whole: `of its`
_MOST_OF_PLACE = 5  # words of a place: `dans la seule Bretagne`
_BEFORE_OUTSET = 4  # words: `passé jeudi matin de`
_BEFORE_CHANGE = 6  # words: `after having risen by almost`
_WORDS_OF_TIME = 4  # that tell how long ago something was: `un peu plus d'un an` has more
_LEAST_TITLE_WORD = 4  # letters of a word of the title that tells what it is about
_QUALIFIED = 4  # words before a number that tell what it is, `at least` among them
_MARK = re.compile(r"[,;:.!?\n]\s")
_INSERTED = re.compile(r"(?:, | [—–-] |[;:.] )")
_DIGIT = re.compile(r"\d")
PLAIN_WORD = re.compile(r"[^\W\d_]+")  # without hyphens and apostrophes


def is_vote(figure: Figure, text: FigureText) -> bool:
    """Whether a figure is one of votes, and not by how many more or fewer they are than before."""
    return figure.unit is not None and figure.unit in text.numbers.kinds["count"] and figure.change is None


def is_ago(part: str, text: FigureText) -> bool:
    """Whether a part of a sentence says how long ago something was: `il y a deux ans`, not `il y a deux morts`."""
    numbers = text.numbers
    after = (part.split(ago, 1)[1] for ago in numbers.rank.ago if ago in part)
    units = (numbers.units.get(word) for words in after for word in words.split()[:_WORDS_OF_TIME])
    return any(unit in numbers.durations for unit in units)


def noun_of(figure: Figure) -> str:
    """The noun of what a figure counts, folded, "" for none."""
    return fold(figure.what or "").partition(" ")[0]


def counts_nothing(figure: Figure) -> bool:
    """Whether a figure is a bare number: `à quatorze`, `on en comptait 94`."""
    return figure.kind == "count" and figure.what is None and figure.unit is None


def is_elapsed(figure: Figure, text: FigureText) -> bool:
    """Whether a duration says how long ago or after something else a thing was, or since when it lasts."""
    rank_words = text.numbers.rank
    ahead = text.low[figure.sentence.start : figure.span.start].rstrip()
    if not rank_words.recent.isdisjoint((*ahead.split()[-1:], *figure.span.of(text.low).split())):
        return True  # `ces six derniers mois`
    return ahead.endswith(rank_words.since) or text.word_after(figure.span.end) in rank_words.after


def is_ahead(figure: Figure, text: FigureText) -> bool:
    """Whether a duration says how long before something else it is: `à trois semaines du premier tour`.

    So does not `à trois ans de prison`, without an article.
    """
    first, second = (*text.low[figure.span.end : figure.sentence.end].split(maxsplit=2)[:2], "", "")[:2]
    is_of_one = first in text.grammar.determiners or second.partition("'")[0] in text.grammar.definite
    is_led = text.word_before(figure.sentence.start, figure.span.start) in text.numbers.rank.far_before
    return is_led and first in text.numbers.of and is_of_one


def is_distance(figure: Figure, text: FigureText) -> bool:
    """Whether a length tells where or how long something was: `à 12 km de la côte`, `longue de 3 km`, `5 miles off`.

    So does one that tells which thing is meant: `un bateau de 18 mètres`.
    """
    rank_words = text.numbers.rank
    context = text.numbers.context
    *_, determiner, noun, before = ("", "", "", *text.words_before(figure.sentence.start, figure.span.start))
    if figure.unit in rank_words.weights:  # `un engin de 2 tonnes`, not `un lot de 2 tonnes de riz`
        is_own = determiner.rpartition("'")[2] in context.own_determiners or "'" in noun
        return before in text.numbers.of and is_own and text.word_after(figure.span.end) not in text.numbers.of
    if figure.unit not in rank_words.lengths or figure.value > _LONGEST_ON_EARTH:
        return False
    is_described = determiner.rpartition("'")[2] in context.own_determiners and noun not in context.bases
    if before in text.numbers.of and (noun in context.dimensions or is_described):
        return True
    leads = before in rank_words.far_before or not rank_words.far_before
    return leads and text.low[figure.span.end :].lstrip().startswith(rank_words.far_after)


def is_aside(figure: Figure, text: FigureText) -> bool:
    """Whether a figure stands in brackets, or in a clause that tells more of the phrase before it.

    `le groupe, qui emploie 340 personnes,`, not `trente morts, dont 12 enfants`.
    """
    ahead = text.low[max(figure.sentence.start, figure.span.start - _CLAUSE_REACH) : figure.span.start]
    if ahead.rfind("(") > ahead.rfind(")"):
        return True
    if figure.change is not None:  # `l'énergie, dont les prix ont baissé de 3 %`
        return False
    *_, clause = _INSERTED.split(ahead)
    first, *rest = clause.split() or [""]
    if rest and rest[0] in text.numbers.rank.telling:  # `selon le préfet, qui annonce 30 vols`
        return False
    return clause != ahead and first.partition("'")[0] in text.grammar.enclosed and (bool(rest) or "'" in first)


def is_description(figure: Figure, text: FigureText) -> bool:
    """Whether a count describes the place or the firm before a comma: `à Brume, un bourg de 3 100 habitants,`."""
    ahead = text.low[max(figure.sentence.start, figure.span.start - _REACH) : figure.span.start]
    first, *rest = _INSERTED.split(ahead)[-1].split() or [""]
    context = text.numbers.context
    is_one = first in context.own_determiners or first in context.told_articles
    is_behind = ", " in ahead and figure.kind == "count"
    return is_behind and is_one and 1 < len(rest) <= _LONGEST_DESCRIPTION and rest[-1] in text.numbers.of


def opening_of(figure: Figure, text: FigureText) -> Span:
    """What opens the sentence of a figure, up to a comma: `En 2016, …`, `L’an dernier, …`."""
    start = figure.sentence.start
    comma = text.low.find(",", start, min(figure.span.start, start + _LONGEST_OPENER))
    return Span(start, max(start, comma))


def is_outset(figure: Figure, text: FigureText) -> bool:
    """Whether a change begins with a figure: `3 000` of `passera de 3 000 à 6 500`, not `augmente de 4 % à 8 euros`."""
    if figure.change is not None:
        return False
    ranges = text.numbers.ranges
    *before, last = ("", *text.words_before(figure.sentence.start, figure.span.start)[-_BEFORE_OUTSET:])
    after = text.low[figure.span.end : figure.sentence.end].split(maxsplit=2)[:2]
    return last in ranges["from"] and ranges["to"] in after and not text.numbers.changes.isdisjoint(before)


def is_arrest(figure: Figure, text: FigureText) -> bool:
    """`Sept personnes, âgées de 23 à 51 ans, ont été placées en garde à vue`: whether so many are held."""
    rest = text.low[figure.span.end : min(figure.sentence.end, figure.span.end + _CLAUSE_REACH)]
    return figure.kind == "count" and any(map(rest.__contains__, text.numbers.rank.arrests))


def words_before_change(figure: Figure, clause: Span, text: FigureText) -> list[str]:
    """The words before the change that a figure gives: `après une` of `après une hausse de 4,5 %`."""
    words = PLAIN_WORD.findall(text.low, clause.start, figure.span.start)[-_BEFORE_CHANGE:]
    changes = [index for index, word in enumerate(words) if word in text.numbers.changes]
    return words[: changes[0]][-2:] if changes else []


def is_restated(figure: Figure, clause: Span, text: FigureText) -> bool:
    """Whether a figure says what the one before it says in another way: `42 km, soit un tiers du chemin`.

    A share, a multiple and a change tell more: `412 postes, soit 8 % du total`.
    """
    if figure.kind in ("percent", "multiple") or figure.change is not None:
        return False
    opening, *_ = text.low[clause.start : figure.span.start].split(" ", 1)
    return opening in text.numbers.context.restating


def is_done_before(figure: Figure, clause: Span, text: FigureText) -> bool:
    """Whether a verb before a figure tells what was done before the news: `avait repoussé le texte par 40 voix`.

    What others tell of may be the news: `il a dit que le conseil avait repoussé le texte`.
    """
    pluperfect = text.numbers.rank.pluperfect
    if not text.has_any(pluperfect, figure.sentence):
        return False
    ahead = PLAIN_WORD.findall(text.low, clause.start, figure.span.start)
    if ahead and ahead[0] in text.grammar.prepositions:  # `ils avaient rejeté le texte, par 40 voix`
        ahead = PLAIN_WORD.findall(text.low, figure.sentence.start, figure.span.start)
    index = next((index for index, word in enumerate(ahead) if word in pluperfect), None)
    if index is None or not text.grammar.conjunctions.isdisjoint(ahead[:index]):
        return False
    return any(word not in text.grammar.stops and text.numbers.participle.search(word) for word in ahead[index + 1 :])


def stems_of(text: FigureText, low: str) -> frozenset[str]:
    """The words of a text that tell what it is about, without the endings in which forms of a noun differ."""
    return frozenset(
        text.numbers.noun_ending.sub("", word) for word in PLAIN_WORD.findall(low) if len(word) >= _LEAST_TITLE_WORD
    )


def is_term(figure: Figure, near: frozenset[str], text: FigureText) -> bool:
    """Whether a figure is a term of prison; `near` are the words near it."""
    return figure.kind == "duration" and not text.numbers.rank.prison.isdisjoint(near)


def is_sought(clause: Span, text: FigureText) -> bool:
    """Whether a clause tells what was asked for, or might be given: `le parquet avait requis cinq ans`."""
    return not text.numbers.rank.sought.isdisjoint(PLAIN_WORD.findall(clause.of(text.low)))


def is_at_place(figure: Figure, clause: Span, text: FigureText) -> bool:
    """Whether a place with a name stands behind a figure: `dont 90 000 en Bretagne`."""
    preposition, *name = text.raw[figure.span.end : clause.end].split()[:_MOST_OF_PLACE] or [""]
    return fold(preposition) in text.grammar.prepositions and any(word[0].isupper() for word in name)


def is_led_as_part(figure: Figure, text: FigureText) -> bool:
    """Whether what leads to a figure says that it is a part of the one before: `dont neuf enfants`."""
    ahead = text.words_before(figure.sentence.start, figure.span.start)[-2:]
    is_of_verb = bool(ahead) and text.grammar.verbs.get(ahead[-1]) is not None  # `dont bénéficient 400 personnes`
    return not text.numbers.rank.parts.isdisjoint(ahead[-1:] if is_of_verb else ahead)


def is_part_of(part: Figure, whole: Figure, between: Span, text: FigureText) -> bool:
    """Whether a figure is a part of the next, by what stands between.

    `210 des 366 salariés`, `nine of its 26 libraries`, `3 800 hectares touchés sur les 5 900`.
    """
    if between.end - between.start > _REACH:
        return False
    linking = between.of(text.low).split()
    determiners = text.grammar.determiners
    is_one_unit = part.unit == whole.unit
    if linking and linking[0] in text.numbers.of and is_one_unit:
        return len(linking) <= _MOST_OF_WHOLE and determiners.issuperset(linking[1:])
    is_among = len(linking) > 1 and linking[-2] in text.numbers.context.over and linking[-1] in determiners
    return is_among and (is_one_unit or whole.unit is None)


def words_near(figure: Figure, clause: Span, text: FigureText) -> frozenset[str]:
    """The words that tell what a figure counts: those of the thing, and the next on either side."""
    before = PLAIN_WORD.findall(text_ahead(figure, clause, text))[-2 if figure.qualifier is None else -_QUALIFIED :]
    after = PLAIN_WORD.findall(_own_text_after(figure, clause, text))[:3]
    return frozenset([*before, *after, *PLAIN_WORD.findall(fold(figure.what or ""))])


def _own_text_after(figure: Figure, clause: Span, text: FigureText) -> str:
    """What stands behind a figure in its clause, up to the next number: `naissances pour` of `90 naissances pour 70`.

    The one it is a part of does not end it: `12 des 30 blessés`.
    """
    after = text.low[figure.span.end : min(clause.end, figure.span.end + _REACH)]
    own, *_rest = _DIGIT.split(after, maxsplit=1)
    first = next(iter(own.split()), "")
    is_of_whole = first in text.numbers.of or first in text.numbers.context.over
    return after if not first or is_of_whole else own


def without_brackets(figure: Figure, clause: Span, text: FigureText) -> str:
    """A clause without what stands in brackets behind a figure: of `29-27 (11-15 à la mi-temps)`, nothing behind."""
    bracket = text.low.find("(", figure.span.end, clause.end)
    return text.low[clause.start : clause.end if bracket < 0 else bracket]


def words_at(place: Span, text: FigureText) -> frozenset[str]:
    """The words next to a place up to the first marks."""
    before = _MARK.split(text.low[max(0, place.start - _REACH) : place.start])[-1]
    after = _MARK.split(text.low[place.end : place.end + _REACH])[0]
    return frozenset([*PLAIN_WORD.findall(before)[-2:], *PLAIN_WORD.findall(after)[:3]])


def text_around(figure: Figure, clause: Span, text: FigureText) -> str:
    """What stands right before and right behind a figure in its clause."""
    start, end = max(clause.start, figure.span.start - _REACH), min(clause.end, figure.span.end + _REACH)
    return text.low[start:end]


def text_ahead(figure: Figure, clause: Span, text: FigureText) -> str:
    """What stands before a figure in its clause, as far as it tells what the figure is."""
    return text.low[max(clause.start, figure.span.start - _REACH) : figure.span.start]


def is_more_exact(figure: Figure, other: Figure, text: FigureText) -> bool:
    """Whether a figure may be another one told more exactly: `52 %` of `un sur deux`, `903 400` of `900 000`."""
    is_ratio = other.kind == "ratio" and figure.kind == "percent"
    if figure.high is not None or other.high is not None or not (is_ratio or _differ_in_digits(figure, other)):
        return False
    rough = other.value * (WHOLE if is_ratio else 1)
    most = _ROUNDED if other.qualifier is None and not is_ratio else _QUALIFIED_ROUNDED
    if other.qualifier == "more_than" and noun_of(figure) and noun_of(figure) == noun_of(other):
        most = _MORE_ROUNDED
    is_near = abs(figure.value - rough) <= most * abs(rough) and not _is_beyond(figure.value, rough, other.qualifier)
    if is_near and not is_ratio and other.qualifier is None and rough not in _rounded(figure.value, _digits(rough)):
        return False  # `6,24 m` and `6,30 m`
    return is_near and not (is_ratio and _is_of_another_thing(figure, other, text))


def _is_of_another_thing(share: Figure, ratio: Figure, text: FigureText) -> bool:
    """Whether the sentence of a share does not name what a ratio counts: `34 % de grévistes`, `un train sur trois`."""
    told = stems_of(text, fold(ratio.what or ""))
    return bool(told) and told.isdisjoint(stems_of(text, share.sentence.of(text.low)))


def _is_beyond(value: float, rough: float, qualifier: Qualifier | None) -> bool:
    """Whether a value is not as the qualifier of another says: `98,90 euros`, and `le cap des 100 euros`."""
    too_small = qualifier in ("more_than", "at_least") and value < rough
    return too_small or (qualifier in ("less_than", "at_most", "up_to") and value > rough)


def _differ_in_digits(figure: Figure, other: Figure) -> bool:
    """Whether two figures of the same are told with different numbers of digits, the first with more of them."""
    if figure.kind != other.kind or figure.unit != other.unit or figure.kind in ("percent", "age"):
        return False
    return _digits(figure.value) > max(1, _digits(other.value))


def _rounded(value: float, digits: int) -> set[float]:
    """A value with so many digits that are no noughts at its end: rounded, and cut off as titles have it."""
    ways = (Context(prec=digits, rounding=way) for way in (ROUND_HALF_UP, ROUND_DOWN))
    return {float(way.create_decimal(repr(value))) for way in ways}


def _digits(value: float) -> int:
    """The number of digits of a value that are no noughts at its end."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def is_share_of_title(figure: Figure, titled: Figure) -> bool:
    """Whether a share is one of the title with its decimals: `5,98 %` below `6 %`, not `2,6 %` below `moins de 3 %`."""
    if titled.qualifier not in (None, "about"):
        return False
    are_shares = figure.kind == titled.kind == "percent" and figure.high is None and titled.high is None
    return are_shares and figure.value != titled.value and titled.value == round(figure.value) and figure.value % 1 > 0
