"""Which keys each TOML file of the lexicon has, and of what type: a key is one line here and one in each language.

What a key is for stands beside it in the files.
"""

from typing import Annotated, Literal

from tui_reader.analysis.lexicon.tables import Phrases, Table, Words
from tui_reader.model import Qualifier

PronounKind = Literal["singular_m", "singular_f", "neuter", "plural"]

# The annotations are read when a file is, so they are not postponed here. `Annotated` gives the number of entries.


class About(Table):
    """`language.toml`: what tells the language, and how its words and sentences end."""

    name: str
    names: dict[str, str]
    common_words: Words
    abbreviations: Words
    number_abbreviations: Words
    elisions: Words
    not_elided: Phrases
    clipped: Words
    shortened_endings: Phrases


class Dates(Table):
    """`dates.toml`: dates and times of day."""

    day_first: bool
    jump: Words
    weekdays: Annotated[tuple[Phrases, ...], 7]
    months: Annotated[tuple[Phrases, ...], 12]
    clock: Words
    before_clock: Phrases
    hour_marks: Phrases
    half_days: dict[str, int]
    relative: Words
    ago: Phrases


class FirstNames(Table):
    """`names.toml`: the first names of men and of women."""

    male: Words
    female: Words


class Nouns(Table):
    """`nouns.toml`: nouns by what they stand for."""

    persons_m: Words
    persons_f: Words
    adjectival: Words
    prenominal: Words
    men: Words
    person_endings: Phrases
    doer_endings: Phrases
    follower_endings: Phrases
    bodies: Words
    companies: Words
    documents: Words
    collective: Words
    anaphoric: Words
    anaphoric_phrases: Phrases
    anaphoric_endings: Phrases
    concerned: Words
    situational: Words
    pairs: Words
    parties: Words
    judicial: Words
    trainers: Words
    players: Words
    winners: Words
    losers: Words
    equal_roles: Phrases
    media: Words
    papers: Words
    procedures: Words
    generic_bodies: Words
    own_kinds: Words
    styled: Words
    channels: Words
    kinds_of_media: Words
    implied_roles: dict[str, str]


class Conjugation(Table):
    """The forms, blank-separated, that a lemma with this ending takes in its place."""

    ending: str
    finite: str
    past: str
    present: str


class Verbs(Table):
    """`verbs.toml`: verbs as lemmas, by what their subject does, and how their forms are made."""

    saying: Words
    judging: Words
    common: Words
    plain: bool
    conjugations: tuple[Conjugation, ...]


class Speech(Table):
    """`speech.toml`: the closed words of the language, and those around reported speech."""

    auxiliaries: Words
    between: Words
    according: Words
    believing: Words
    views: Words
    given_words: Words
    possessives: Words
    recalling: Phrases
    needing_words: Words
    wordings: Words
    signed: Words
    degrees: Words
    viewpoint: Words
    voices: Words
    borrowing: Words
    citing: Words
    providing: Words
    first_person: Words
    answers: Phrases
    there: Words
    likening: Words
    pauses: Phrases
    agents: Words
    passing_on: Words
    quoting: Words
    whether: Words
    asides: Words
    reading: Words
    meaning: Words
    pronouns_by_kind: dict[PronounKind, Words]
    nobody: Words
    oblique: Words
    determiners: Words
    sides: Words
    standalone: Words
    plural_determiners: Words
    definite: Words
    to_be: Words
    reflexives: Words
    agreeing: dict[str, str]
    modals: Words
    negations: Words
    denials: Words
    deeds: Phrases
    determiners_m: Words
    determiners_f: Words
    clitics: Words
    inverts: bool
    head_first: bool
    plural_endings: Phrases
    possessive_endings: Phrases
    stops: Words
    prepositions: Words
    governing: Words
    serving: Words
    owning: Words
    posted: Words
    conjunctions: Words
    openers: Words
    joining: Words
    relatives: Words
    enclosed: Words
    narrating: Words
    topical: Phrases
    infinitive_endings: Phrases
    latter: Words
    same_source: Phrases
    one_of_two: Words
    second: Words
    others: Words
    reporting: Words
    contrasting: Words
    opposing: Words
    dubbing: Words
    participles: Words
    nearest: Words
    determinatives: Words
    impersonal: Words
    bearers: Words
    cries: Words
    locating: Words
    made: Words
    making: Words
    ages: Words
    amounts: Words
    pointing: Words
    people_endings: Phrases
    people_endings_f: Phrases
    peoples: Words
    regions: Words
    feminine_endings: Phrases
    winning: Words
    beating: Words
    losing: Words
    perceiving: Words
    ones: Words
    calling: Words
    former: Words
    fielded: Words
    former_prefixes: Phrases
    addressing: Words
    only_verbs: Words
    absolute: Words
    perfect: Words
    reasons: Words
    resuming: Words
    free_relatives: Words
    personal_relatives: Words
    owned_relatives: Words
    hearsay: Words
    written_by: Words
    asking: Words
    assigned: Words
    predicates: Words
    speaking: Words
    turning: Words
    talks: Words
    talking: Words
    not_verbs: Words
    guessed_endings: Phrases
    guessed_participles: Phrases
    verb_endings: Phrases
    past_endings: Phrases
    plural_verb_endings: Phrases
    adverb_endings: Phrases
    not_adverbs: Words
    titles: Words
    titles_m: Words
    titles_f: Words
    postnominals: Words
    particles: Words
    rating: Words
    labelling: Words
    adjective_endings: Phrases
    naming: Words
    distancing: Words
    titled: Words
    places: Words
    title_roles: dict[str, str]


class Headlines(Table):
    """`headlines.toml`: which wordings of a headline differ in what they say, and which words may be neighbours."""

    negations: Words
    ordinals: Words
    days: Words
    opposites: tuple[Phrases, ...]
    stand_ins: Words
    articles: Words
    elides: bool
    vowels: str
    unsure_starts: Words
    before_vowel: Words
    before_consonant: Words
    contracted: Phrases
    determiners: Words
    pronouns: Words
    not_before_name: Words
    prepositions: Words
    before_base: Words
    before_verb: Words
    agreement: dict[str, Words]
    before_plural: Words
    plurals: Words


class Ranges(Table):
    """`[ranges]` of `figures.toml`: two numbers that are the ends of a range or of a change."""

    joints: Phrases
    to: str
    glued: Phrases
    between: str
    from_: Phrases
    and_: str
    each: Phrases
    changes: Phrases
    spelled_changes: bool


class UnitKinds(Table):
    """`[kinds]` of `figures.toml`: which units measure time, count, multiply or give shares."""

    duration: Annotated[Phrases, 7]  # from seconds to years
    long: Phrases
    temperature: Phrases
    count: Phrases
    multiple: Phrases
    percent: Annotated[Phrases, 1]
    one_letter: Phrases
    glued_letter: Phrases


class MoneyBySign(Table):
    """A unit that is a currency where the text prints this sign, or has one of these words shortly before it."""

    sign: str
    unit: str
    words: Phrases
    after: Words


class NumberContext(Table):
    """`[words]` of `figures.toml`: what stands around numbers."""

    joined: Words
    lengths: Words
    angles: Words
    partitive: Words
    of_them: Phrases
    terms: Words
    sums: Words
    extent: Words
    played: Words
    ranked: Words
    same: Words
    plurals: Phrases
    score_words: Words
    of: Phrases
    reflexive: Words
    skip: Words
    skip_nouns: Words
    unit_links: Phrases
    unit_skip: Phrases
    over: Phrases
    over_close: Words
    over_each: Phrases
    negative: Phrases
    not_negative: Phrases
    after_names: Words
    number_after: Words
    clock_unit: str
    opening: Words
    clock_phrases: Phrases
    clock_before: Words
    lasting: Words
    lengths_of_time: Words
    activities: Words
    lasted: Phrases
    clock_after: Phrases
    date_before: Words
    comparatives: Words
    no_comparison: Words
    against: Words
    in_favour: Phrases
    opposed: Phrases
    of_votes: Words
    units_or_nouns: Words
    of_points: Words
    asking: Words
    versus: Words
    told: Words
    told_articles: Words
    restricting: Words
    serving: Words
    articles_of_multiples: Words
    ratio_heads: Phrases
    age_before: Phrases
    age_after: Phrases
    aged: Phrases
    aged_at: Words
    ages_of: Phrases
    year_before: Words
    named_years: Phrases
    one_o_clock: Phrases
    factors: Phrases
    own_determiners: Words
    unmeasured: Phrases
    lasting_since: Words
    up: Words
    down: Words
    fewer: Words
    earning: Words
    leads: Words
    levels: Words
    by: Words
    restating: Words
    during: Words
    during_after: Words
    according_links: Phrases
    linking: Words
    measuring: Words
    scales: Words
    bases: Words
    dimensions: Words
    number_of: Words
    same_noun: Words
    number_nouns: Words
    happening: Words
    adverbs: Words
    copular: Words
    estimates: Phrases
    obtaining: Phrases
    held_by: Words
    documents: Words
    made_by: Words
    no_sources: Phrases
    name_ends: Words
    counters: Words
    passive: Phrases
    plural_verb_endings: Phrases
    past_endings: Phrases
    number_names: Words
    names: Phrases
    races_after: Phrases
    race_units: Phrases
    tries: Phrases
    indexed: Words
    streets_after_number: Phrases
    house_suffixes: Phrases
    streets_after_name: Phrases
    share_articles: Words
    ordinal_parts: Words
    bare_shares: Words
    not_shares: Words
    sides_of_place: Words
    shares_before: Words
    ones_before: Words
    ones_after: Words
    all_before: Words


class RankWords(Table):
    """`[rank]` of `figures.toml`: what tells which figures matter."""

    casualties: Words
    deaths: Words
    cases: Words
    perishing: Phrases
    affected: Words
    befalling: Phrases
    bystanders: Words
    since: Phrases
    after: Words
    recent: Words
    prison: Words
    sought: Words
    arrests: Phrases
    samples: Phrases
    undecided: Phrases
    totals: Phrases
    ago: Phrases
    earlier: Phrases
    last_time: Phrases
    told_before: Phrases
    pluperfect: Words
    spans: Phrases
    telling: Words
    later: Phrases
    references: Phrases
    compared: Words
    sides: Words
    turnout: Phrases
    parts: Words
    lengths: Words
    weights: Words
    speeds: Words
    winds: Words
    margins: Phrases
    far_before: Words
    far_after: Phrases


class Figures(Table):
    """`figures.toml`: numbers in words, and what they count and measure."""

    decimal: str
    number_words: Words
    number_joints: Phrases
    decimal_words: Phrases
    ones: Phrases
    ones_count: bool
    bare_multiples: Phrases
    articles_of_multiples: Phrases
    multipliers: dict[str, float]
    short_multipliers: dict[str, float]
    plain_multipliers: Phrases
    collectives: dict[str, float]
    collective_articles: Phrases
    collective_adjectives: Phrases
    collective_joints: Phrases
    collective_times: dict[str, float]
    pairs: Phrases
    fractions: dict[str, float]
    folds: dict[str, float]
    fold_links: Phrases
    whole_folds: dict[str, float]
    part_counts: dict[str, float]
    parts: dict[str, float]
    definite_parts: dict[str, float]
    definite_articles: Words
    of_whole: Phrases
    half_of: Phrases
    half: Phrases
    ordinal_endings: Phrases
    participle_endings: Phrases
    noun_endings: Phrases
    qualifiers: dict[Qualifier, Phrases]
    qualifiers_after: dict[Qualifier, Phrases]
    ranges: Ranges
    units: dict[str, Phrases]
    kinds: UnitKinds
    parts_of_units: dict[str, int]
    prefix_signs: dict[str, str]
    money_by_sign: dict[str, MoneyBySign]
    words: NumberContext
    rank: RankWords


class CurrencyNames(Table):
    """`currencies.toml`: the names of currencies by their ISO 4217 codes."""

    names: dict[str, Phrases]


class LineWords(Table):
    """The words of one rule of `cleaning.toml`; a rule has some of these lists."""

    whole: Phrases = ()
    counted: Phrases = ()
    counted_starts: Phrases = ()
    starts: Phrases = ()
    may_start: Phrases = ()
    ends: Phrases = ()
    contains: Phrases = ()
    may_contain: Phrases = ()


class Cleaning(Table):
    """`cleaning.toml`: words by which lines that are not the article are known, a table a rule."""

    sentence_words: Words
    site_noise: Words
    site_words: Words
    reader_words: Words
    invitation_words: Words
    words_before_site: Words
    before_site_name: Phrases
    behind_site_name: Phrases
    measures: Words
    readers: Words
    reading_verbs: Words
    also_words: Words
    around_readers: Words
    length_units: Words
    hour_units: Words
    embed_labels: Words
    embed_verbs: Words
    length_labels: Words
    playing_labels: Words
    list_heading: LineWords
    summary_heading: LineWords
    related_label: LineWords
    may_head: LineWords
    article_kind: LineWords
    share: LineWords
    promo: LineWords
    advert: LineWords
    reading_time: LineWords
    newsletter: LineWords
    notice: LineWords
    consent: LineWords
    terms: LineWords
    cookies: LineWords
    paywall: LineWords
    legal: LineWords
    navigation: LineWords
    menu: LineWords
    comments: LineWords
    comment_signs: LineWords
    end: LineWords
    below: LineWords
    address: LineWords
    date: LineWords
    updated: LineWords
    published: LineWords
    author_end: LineWords
    guide: LineWords
    guide_button: LineWords
    guide_end: LineWords
    deal: LineWords
    author_note: LineWords
    credits: LineWords
    release: LineWords
    release_end: LineWords
    sender_heading: LineWords
    notes_below: LineWords
    story_button: LineWords
    print_note: LineWords
    page_number: LineWords
    author_posts: Words
    byline: LineWords
    may_sign: LineWords
    newsroom: LineWords
    caption: LineWords


class CommonDates(Table):
    """`mul/dates.toml`."""

    utc: Words


class TimeSymbols(Table):
    """`[time_symbols]` of `mul/figures.toml`: what stands behind the numbers of a time in sport."""

    hours: Phrases
    minutes: Phrases
    seconds: Phrases


class CommonFigures(Table):
    """`mul/figures.toml`: signs and codes of currencies, symbols of times."""

    currencies: dict[str, Phrases]
    identifiers: Phrases
    time_symbols: TimeSymbols


class CurrencyCodes(Table):
    """`mul/currencies.toml`: ISO 4217 codes."""

    codes: Words


class CommonNames(Table):
    """`mul/names.toml`."""

    articles: Words


class CommonCleaning(Table):
    """`mul/cleaning.toml`: what is the same for every language, and the numbers by which cleaning decides."""

    top_levels: Words
    hosts_of_others: Words
    copyright_starts: Phrases
    no_addresses: Phrases
    subject_prefixes: Words
    limits: dict[str, int]
    weights: dict[str, float]


class Growth(Table):
    """`[growth]` of `evidence.toml`: things whose counts change while an event is told, and which of them.

    Those that rise, those that are sums, and those that are no persons.
    """

    things: Words
    rising: Words
    sums: Words
    objects: Words
    lasting: Words


class RelativeTimes(Table):
    """`[times]` of `evidence.toml`: phrases for a time, told from the day of the article."""

    today: Phrases
    yesterday: Phrases
    tomorrow: Phrases
    this_month: Phrases
    last_week: Phrases
    last_month: Phrases
    this_year: Phrases
    last_year: Phrases
    next_year: Phrases


class TimesApart(Table):
    """`[apart]` of `evidence.toml`: how long ago something was: what stands around the number, and its units."""

    ago: Phrases
    after: Phrases
    days: Words
    weeks: Words
    months: Words
    years: Words


class Evidence(Table):
    """`evidence.toml`: by what figures of several articles are held against each other."""

    generic: Words
    same_nouns: Phrases
    animals: Words
    part: Phrases
    among: Phrases
    of_whole: Phrases
    capital_months: bool
    since: Phrases
    joins: Phrases
    places: Phrases
    place_nouns: Phrases
    relatives: Phrases
    passing: Words
    future: Words
    future_endings: Words
    compared: Phrases
    earlier: Phrases
    compared_with: Phrases
    ahead: Phrases
    having: Phrases
    known: Phrases
    so_far: Phrases
    more: Phrases
    joint: Phrases
    in_all: Phrases
    totals: Phrases
    daily: Phrases
    carried: Words
    crowds: Words
    shared: Words
    votes: Words
    of_money: Words
    limits: Words
    recurring: Words
    kin: Phrases
    another: Phrases
    events: Words
    still: Phrases
    times: RelativeTimes
    apart: TimesApart
    things: dict[str, Words]
    presumed: dict[str, Words]
    growth: Growth
    sides: dict[str, Words]
    aspects: dict[str, dict[str, Words]]


class ArchiveCodes(Table):
    """`[codes]` of `mul/archives.toml`: codes by the field that they announce."""

    title: Phrases
    byline: Phrases
    date: Phrases
    site: Phrases
    url: Phrases
    text: Phrases
    other: Phrases


class ArchiveLabels(ArchiveCodes):
    """`[labels]`: the same for labels, and which of them only archives print."""

    sure: Phrases


class ArchiveLines(Table):
    """`[lines]`: what archives print without a label."""

    counted: Phrases
    editions: Phrases
    languages: Phrases


class Archives(Table):
    """`mul/archives.toml`: how archives label what they export."""

    fewest_labels: int
    fewest_codes: int
    most_head_lines: int
    most_site_words: int
    codes: ArchiveCodes
    labels: ArchiveLabels
    lines: ArchiveLines


FILES: dict[str, type[Table]] = {
    "language": About,
    "dates": Dates,
    "names": FirstNames,
    "nouns": Nouns,
    "verbs": Verbs,
    "speech": Speech,
    "headlines": Headlines,
    "figures": Figures,
    "currencies": CurrencyNames,
    "cleaning": Cleaning,
    "evidence": Evidence,
}
"""The files of a language."""

COMMON_FILES: dict[str, type[Table]] = {
    "dates": CommonDates,
    "figures": CommonFigures,
    "currencies": CurrencyCodes,
    "names": CommonNames,
    "cleaning": CommonCleaning,
    "archives": Archives,
}
"""The files of `mul`, which hold what is the same for every language."""
