"""How lines of the raw text become paragraphs, and how their wording is repaired."""

from textwrap import wrap

import pytest

from tests.analysis.articles import FIRST, LAST, TUBA, read
from tui_reader.analysis.cleaning.units import Unit, cut_units, split_units
from tui_reader.model import Edit, Span


@pytest.mark.parametrize(
    ("raw", "clean", "rule"),
    [
        ("Un ins\u00adtru\u00adment est parti hier soir.", "Un instrument est parti hier soir.", "soft-hyphen"),
        ("Un  tuba   est parti hier soir.", "Un tuba est parti hier soir.", "blanks"),
        ("Le tuba est dÃ©jÃ\u00a0 parti, lâ€™oncle aussi.", "Le tuba est déjà parti, l’oncle aussi.", "mojibake"),
        ("Le tuba est dÃƒÂ©jÃƒÂ\u00a0 parti.", "Le tuba est déjà parti.", "mojibake"),  # read wrongly twice
        ("Le tuba est dÃ©jÃ  parti, lÃ aussi.", "Le tuba est déjà parti, là aussi.", "mojibake"),  # with a plain blank
        ("Un tuba a coûté 12Â 000 euros.", "Un tuba a coûté 12 000 euros.", "mojibake"),
        ("Le cor ErdoÄŸan â€” trÃ¨s dorÃ© â€” est parti.", "Le cor Erdoğan — très doré — est parti.", "mojibake"),
        ("L&rsquo;&eacute;t&eacute;, le tuba&nbsp;dort.", "L’été, le tuba\u00a0dort.", "entity"),
        ("Le tuba &amp;amp; la harpe&#8230; et &#x201c;nous&#x201d;.", "Le tuba & la harpe… et “nous”.", "entity"),
        ("Un in&shy;stru&zwnj;ment est par&#8203;ti&#10;hier.", "Un instrument est parti hier.", "entity"),
        ("Le tuba est de\u0301ja\u0300 parti.", "Le tuba est déjà parti.", "accent"),
        ("The ﬁrst baﬄed tuba left.", "The first baffled tuba left.", "ligature"),
        ("Le\u200e tuba\u200f est \u202aparti\u202c.", "Le tuba est parti.", "direction-mark"),
        (
            "Un tuba a coûté 12\u2009000\u2005euros à\u2003Brume.",
            "Un tuba a coûté 12\u202f000\u202feuros à Brume.",
            "blanks",
        ),
        ("Un tuba a coûté 12\ufffd000 ou 13?000 euros.", "Un tuba a coûté 12\u00a0000 ou 13\u00a0000 euros.", "blanks"),
        ("Un tuba a coûté 45|000 ou 46_000 euros.", "Un tuba a coûté 45\u00a0000 ou 46\u00a0000 euros.", "blanks"),
    ],
)
def test_repairs(raw: str, clean: str, rule: str) -> None:
    (block,) = read(raw).blocks
    assert read(raw).text == clean
    assert {edit.rule for edit in block.edits} == {rule}


@pytest.mark.parametrize(
    ("end", "rest"),
    [
        ("et que plus de 15", "000 foyers sont sans courant depuis la nuit dernière."),
        ("et que les tarifs montent de 12", "% en un an, soit bien plus que prévu par tous."),
        ("et qu’il en a déjà coûté 300", "€ par habitant, et que ce n’est pas fini."),
    ],
)
def test_a_number_that_a_line_end_cuts_is_one(end: str, rest: str) -> None:
    first = "Les inondations de la semaine dernière ont touché tout le nord du pays, où"
    raw = f"{first}\nles assureurs disent, après une longue nuit, que l’eau a tout pris {end}\n{rest}"
    assert [unit.text for unit in split_units(raw)] == [raw]
    assert len(split_units(raw.replace(rest, "Les autres attendent encore de savoir ce qui les attend."))) == 3


@pytest.mark.parametrize(
    "raw",
    [
        "ÉTÉ\u00a0» et «\u00a0Âge d’or\u00a0» sont à l’affiche.",
        "Le São João est fêté là-bas.",
        "La R&D d’AT&T; &tuba; et le B&B sont à vendre.",
        "Qui a dit 12 ?000 fois, ou 12?0000, ou 1?00 ?",
        "Les cors sont 12|345|678 et le tuba 2022_000_1.",
        "La famille 👨\u200d👩\u200d👧 et le cœur ❤\ufe0f sont là.",
        "Le signe \u0301 seul et le 1\u0301 sont là.",
        "Il a lu https://a.example/b?c=d\u202ee hier soir chez lui.",
    ],
)
def test_what_writers_mean_is_left_as_it_is(raw: str) -> None:
    assert read(raw).text == raw


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085", "\x0c"])
def test_each_line_end_ends_a_line(end: str) -> None:
    article = read(f"{TUBA}{end}{FIRST}{end}{LAST}")
    assert [block.text for block in article.blocks] == [TUBA, FIRST, LAST]
    assert article.title == TUBA


@pytest.mark.parametrize("line", ["\u200b", "\ufeff\u200e", "&nbsp;", "\u00ad"])
def test_a_line_without_anything_to_see_is_no_block(line: str) -> None:
    assert [block.text for block in read(f"{TUBA}\n\n{FIRST}\n{line}\n{LAST}").blocks] == [TUBA, FIRST, LAST]


def test_lines_wrapped_by_a_tool_are_joined() -> None:
    raw = (
        "La fanfare de Brume-les-Eaux a joué toute la nuit des marches natio-\n"
        "nales, puis des valses, dans un vacarme que les pompiers disent peut-\n"
        "être unique ; rien, même les marches nationales, n’a pu l’arrêter."
    )
    assert read(raw).text == (
        "La fanfare de Brume-les-Eaux a joué toute la nuit des marches nationales, puis des valses, dans un vacarme que"
        " les pompiers disent peut-être unique ; rien, même les marches nationales, n’a pu l’arrêter."
    )


@pytest.mark.parametrize(
    ("first", "second", "units"),
    [
        ("— La fanfare joue-t-elle encore ce soir ?", "— Le tuba, oui, dit le chef de la fanfare.", 2),
        ("Le tuba est revenu seul, à pied, hier soir !", "— Anne Roux (@anneroux) 3 mars 2022, à midi", 2),
        ("Le tuba est revenu https://brume.example/tuba", "— Anne Roux (@anneroux) 3 mars 2022, à midi", 2),
        ("Le tuba volé mardi est revenu tout seul hier soir, à", "pied, sans dire un mot de son long voyage.", 1),
        ("Le tuba volé mardi est revenu tout seul hier soir, à pied", "— il a marché — sans un mot de son voyage.", 1),
    ],
)
def test_a_turn_of_dialogue_and_a_signature_are_lines_of_their_own(first: str, second: str, units: int) -> None:
    assert len(split_units(f"{first}\n{second}")) == units


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Belle-", "Harpe", "Belle-Harpe"),
        ("Saint-", "Flovien", "Saint-Flovien"),
        ("Haute-", "Meuse", "Haute-Meuse"),
    ],
)
def test_a_name_that_a_line_end_divides_keeps_its_hyphen(first: str, second: str, name: str) -> None:
    raw = (
        f"La fanfare a joué toute la nuit des marches, des valses, et c’était {first}\n"
        f"{second} qui écoutait, puis elle a repris la route avec tous les tubas, les\n"
        "cors et les harpes, sans que personne dans la rue ne s’en plaigne encore."
    )
    assert name in read(raw).text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (
            "La mairie va modifier la circu-\nlation dans le centre. Peut-\nêtre que les com-\nmerçants en seront "
            "con-\ntents.",
            "La mairie va modifier la circulation dans le centre. Peut-être que les commerçants en seront contents.",
        ),
        (
            "The town will change its circu-\nlation of buses, says the well-\nknown mayor, and shop-\n"
            "keepers like it.",
            "The town will change its circulation of buses, says the well-known mayor, and shop-keepers like it.",
        ),
        (
            "Le facteur, qui est heu-\nreux, a repris sa tour-\nnée ce matin.",
            "Le facteur, qui est heureux, a repris sa tournée ce matin.",
        ),
        (
            "Son porte-feuille en main, le maire cher-\nche le tuba, puis perd son porte-\nfeuille dans le foin.",
            "Son porte-feuille en main, le maire cherche le tuba, puis perd son porte-feuille dans le foin.",
        ),  # as the text writes the word elsewhere
        (
            "La fanfare de la ville a décidé\nhier de modifier la circu-\nlation dans le vieux centre\n"
            "pour que tous les bus et\nles tubas y passent mieux",
            "La fanfare de la ville a décidé hier de modifier la circulation dans le vieux centre pour que tous les bus"
            " et les tubas y passent mieux",
        ),  # lines of uneven length
        (
            "The band will change the circu-\nlation of its tubas in town cen-\ntre. Shop-\nkeepers hum the meas-\n"
            "ure of a well-\nknown waltz.",
            "The band will change the circulation of its tubas in town centre. Shop-keepers hum the measure of a"
            " well-known waltz.",
        ),
    ],
)
def test_columns_of_print_are_joined_and_divided_words_made_whole(raw: str, clean: str) -> None:
    article = read(f"{TUBA}\n\n{raw}\n\n{FIRST}")
    assert clean in article.text
    block = next(block for block in article.blocks if block.edits)
    assert all(edit.span.of(article.document.raw).strip("-") == "\n" for edit in block.edits)
    assert read(article.text).text == article.text


@pytest.mark.parametrize(
    "raw",
    [
        "Le tuba dort\net la harpe\nattend le jour\nsous la neige",  # verses
        "Marie-\nThérèse Roux\nJean-\nPaul Lebrun",
        "tubas -\ncors -\nharpes",
    ],
)
def test_short_lines_that_divide_no_word_are_not_joined(raw: str) -> None:
    assert not any(block.edits for block in read(raw).blocks)


WRAPPED = [
    "La mairie a annoncé lundi que la ligne de chemin de fer entre Saint-Brume et les Lacs sera fermée pendant"
    " dix-huit mois, faute de crédits. « Nous n’avons plus le choix », a dit le maire, qui a promis des autocars.",
    "Les élus de la vallée, réunis à la mairie, demandent que l’on paie les 3 millions d’euros de travaux en retard.",
]
WRAPPED_EN = [
    "The council said on Monday that the railway line between Harwick and New Brume will close for eighteen months,"
    ' for want of money. "We have no choice left," said the leader of the council, who promised buses to everybody.',
    "Councillors of the valley, who met at the hall, want somebody to pay for the £3 million of works they lack.",
]


@pytest.mark.parametrize("paragraphs", [WRAPPED, WRAPPED_EN])
@pytest.mark.parametrize("columns", [34, 40, 44, 60, 72, 80, 100])
def test_lines_wrapped_at_any_column_are_joined(columns: int, paragraphs: list[str]) -> None:
    wrapped = "\n\n".join("\n".join(wrap(paragraph, columns)) for paragraph in paragraphs)
    article = read(f"{TUBA}\n\n{wrapped}")
    assert article.text == "\n\n".join([TUBA, *paragraphs])


@pytest.mark.parametrize("columns", [36, 40, 44])
def test_short_paragraphs_of_a_narrow_column_show_it_together(columns: int) -> None:
    paragraphs = [
        "Un tuba a été volé mardi dans la grange de Brume, où il dormait depuis douze ans.",
        "Le maire a promis une récompense de 3 000 euros à qui le rendra avant samedi soir.",
        "La harpe et le cor, qui étaient avec lui, n’ont rien vu ni rien entendu cette nuit.",
    ]
    wrapped = "\n\n".join("\n".join(wrap(paragraph, columns)) for paragraph in paragraphs)
    assert read(f"{TUBA}\n\n{wrapped}").text == "\n\n".join([TUBA, *paragraphs])


def test_lines_that_all_end_inside_their_sentence_are_joined_however_uneven() -> None:
    lines = [
        "La région a voté mercredi matin une aide exceptionnelle de plus",
        "de 300 euros par fanfare pour toutes les communes qui ont été touchées",
        "par le silence de la semaine dernière dans tout le département.",
    ]
    assert read("\n\n".join([TUBA, "\n".join(lines)])).text == f"{TUBA}\n\n{' '.join(lines)}"


def test_a_short_line_inside_a_sentence_ends_no_wrapped_paragraph() -> None:
    raw = (
        "The fanfare of Brume played all night long in the main street, and\n"
        "nobody complained about it, or slept. It will play again, with 250\n"
        "horns, and 40\n"
        "tubas of its own, or of friends, on the last Saturday of the month."
    )
    assert "250 horns, and 40 tubas" in read(f"{TUBA}\n\n{raw}").text


@pytest.mark.parametrize("paragraphs", [WRAPPED, WRAPPED_EN])
@pytest.mark.parametrize("columns", [44, 60, 72, 80, 100])
def test_wrapped_lines_with_blank_lines_between_are_joined(columns: int, paragraphs: list[str]) -> None:
    wrapped = "\n\n".join("\n\n".join(wrap(paragraph, columns)) for paragraph in 2 * paragraphs)
    article = read(f"{TUBA}\n\n{wrapped}")
    assert article.title == TUBA
    assert len(article.blocks) <= 1 + 4 * len(paragraphs)  # a line that ends a sentence may end a paragraph
    assert not any(block.text[0].islower() for block in article.blocks)


def test_short_paragraphs_are_not_taken_for_wrapped_lines() -> None:
    lines = ["Le tuba dort dans la grange de Brume-les-Eaux", "et la harpe attend", "le cor n’est pas là", "puis rien"]
    assert [block.text for block in read("\n\n".join([TUBA, FIRST, *lines])).blocks] == [TUBA, FIRST, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Anne Roux, correspondante de notre journal à Brume, et Hugo Cor",
            "Publié le 2 mars 2022 à 10h12 à Brume-les-Eaux",
        ],
        ["La fanfare de Brume-les-Eaux bat les cors de Vaux-la-Grande 98-87", "Aubin-sur-Lys bat les harpes 77-71"],
        ["La fanfare de Brume-les-Eaux bat les cors de Vaux-la-Grande (51-40)", "Aubin-sur-Lys bat les harpes 77-71"],
    ],
)
def test_two_lines_that_are_names_or_results_are_not_joined(lines: list[str]) -> None:
    assert [block.text for block in read("\n".join(lines)).blocks] == lines


def test_wrapped_paragraphs_without_blank_lines_are_told_apart() -> None:
    raw = (
        "Une fanfare sans instruments\n"
        "La fanfare de Brume-les-Eaux a joué toute la nuit dans la rue\n"
        "principale, sans que personne ne s’en plaigne ni ne dorme.\n"
        "Le maire dit.\n"
        "Elle recommencera samedi, a promis le chef, et cette fois avec des\n"
        "instruments qui sont les siens, ou ceux d’amis très proches."
    )
    article = read(raw)
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph", "paragraph"]
    assert "la rue principale" in article.text
    assert "des instruments" in article.text


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    lines = [
        "Le tuba de la place a été retrouvé hier soir au fond du lavoir",
        "Trois cors des Alpes disparaissent encore d’une grange fermée",
        "Une harpe élue reine du carnaval par quatre-vingt-deux joueurs",
        "Brume-les-Eaux interdit le triangle après vingt heures trente",
    ]
    assert [block.text for block in read("\n".join(lines)).blocks] == lines


def test_a_text_of_one_line_is_one_paragraph() -> None:
    (block,) = read(f"{FIRST} Partager. {LAST}").blocks
    assert (block.kind, block.kept) == ("paragraph", True)


PRINTED_HEAD = "12/03/2022 18:02\tLe tuba volé est revenu seul | Le Clairon de Brume-les-Eaux"
PRINTED_FOOT = "https://www.clairon.example/faits-divers/2022/03/11/le-tuba-vole-est-revenu-seul-9912.php\t"


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "edges",
    [
        [[PRINTED_HEAD, f"{PRINTED_FOOT}{page}/3"] for page in (1, 2, 3)],
        [[f"{PRINTED_FOOT}{page}/3", PRINTED_HEAD.replace("\t", ", ")] for page in (1, 2, 3)],
        [[f"Le Clairon de Brume-les-Eaux – lundi 12 mars 2022 – Page {page}"] for page in (1, 2, 3)],
        [["about:blank", f"{page}/3", "3/12/22, 6:02 PM", TUBA] for page in (1, 2, 3)],
        [[f"Page {page} sur 3"] for page in (1, 2, 3)],
        [[f"{page} sur 3\t12/03/2022, 18:02", f"{TUBA} | Le Clairon\thttps://clairon.example/a"] for page in (1, 2, 3)],
        [["https://clairon.example/tuba", f"{page}/3", PRINTED_HEAD] for page in (1, 2, 3)],
    ],
)
def test_what_is_printed_at_the_edges_of_pages_is_joined_with_nothing(edges: list[list[str]], blank: str) -> None:
    cut = "« C’est le tuba, et rien n’accrédite", "un retour forcé », a dit le chef de la fanfare, qui l’avait acheté."
    lines = [*edges[0], TUBA, FIRST, cut[0], *edges[1], cut[1], LAST, *edges[2], "Il dort."]
    units = split_units(blank.join(lines))
    assert [unit.text for unit in units] == lines
    article = read(blank.join(lines))
    assert article.title == TUBA
    assert article.text == "\n\n".join([TUBA, FIRST, *cut, LAST, "Il dort."])
    assert article.quotes[-1].text == "un retour forcé"


def test_the_source_of_a_number_on_a_printed_page_is_text() -> None:
    source = "Le registre des tubas\thttps://registre.example"
    article = read("\n\n".join([TUBA, FIRST, source, f"{PRINTED_FOOT}1/2", LAST, f"{PRINTED_FOOT}2/2"]))
    assert source in [block.text for block in article.blocks if block.kept]


def test_a_line_like_a_printed_one_is_wrapped_text_where_nothing_else_is_printed() -> None:
    paragraph = (
        "La fanfare de Brume, qui n’avait plus joué depuis la nuit des tubas, le\n"
        "12/03/2022 18:02 exactement, a repris ses marches devant trois témoins, et\n"
        "page 12 du registre, on lit que le tuba est revenu, seul, à pied, sans dire\n"
        "un mot de son voyage."
    )
    assert len(split_units(paragraph)) == 1


@pytest.mark.parametrize(
    ("offsets", "units"),
    [
        ([], ["Le tuba est là.\n© Brume", "Fin"]),
        ([0, 15], ["Le tuba est là.", "© Brume", "Fin"]),
        ([15, 16], ["Le tuba est là.", "© Brume", "Fin"]),
        ([8, 24], ["Le tuba", "est là.\n© Brume", "Fin"]),
        ([8, 18], ["Le tuba", "est là.\n©", "Brume", "Fin"]),
    ],
)
def test_a_unit_is_cut_where_the_article_begins_or_ends(offsets: list[int], units: list[str]) -> None:
    raw = "Le tuba est là.\n© Brume\n\nFin"
    whole = [
        Unit(Span(0, 23), raw[:23], (Edit(Span(15, 16), " ", "line-join"),)),
        Unit(Span(25, 28), "Fin"),
    ]
    parts = cut_units(raw, whole, offsets)
    assert [part.text for part in parts] == units
    assert [bool(part.edits) for part in parts] == ["\n" in text for text in units]
