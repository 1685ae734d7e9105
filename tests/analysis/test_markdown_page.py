"""Pages that a program wrote down as Markdown: which texts are such pages, what their words are, and what is kept."""

from __future__ import annotations

import pytest

from tests.analysis.articles import FIRST, LAST, MIDDLE, NIGHT, read
from tests.fuzz.promises import check_article
from tui_reader.analysis.text.markdown_page import read_markdown_page
from tui_reader.model import Article, Block, Rewording

TITLE = "La fanfare de Brume joue jusqu’à minuit"
MENU = [f"  * [{name}](/{number})" for number, name in enumerate(("Direct", "Fanfares", "Cuivres", "Info", "Tubas"))]
HEAD = ["[Aller au contenu](#contenu)", "Radio Brume", "\n".join(MENU), "[Se connecter](/compte)"]
FOOT = ["**Mots clés :**", "  * [Brume](/tags/brume)\n  * [Tuba](/tags/tuba)", "[Mentions légales](/l) [Contact](/c)"]
ENGLISH = [
    "The brass band of Mistley played until midnight on Saturday, and nobody in the high street of Mistley complained.",
    "The tuba played alone in the front row, for the horns had frozen and the harp was still waiting for its bus.",
    "By ten the band had twelve tubas, three horns that had thawed, and a dog whom nobody remembered having invited.",
    "“The tuba is a chance and the band a duty,” said the mayor, who was cold, to a crowd that was colder than he was.",
]


def wording(article: Article, block: Block) -> str:
    """The words of a block, as they are shown."""
    return Rewording.build(article.document.raw, [(block.span, block.edits)]).text


def wrapped(text: str, width: int = 78) -> str:
    """A paragraph as html2text wraps it."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return "\n".join(line.rstrip() for line in lines)


def page(*middle: str, title: str = f"# {TITLE}", head: list[str] | None = None) -> Article:
    """A page in Markdown, with other lines in the middle of its text."""
    text = [*map(wrapped, NIGHT[:4]), *middle, *map(wrapped, NIGHT[4:])]
    article = read("\n\n".join([*HEAD, title, *(head or []), *text, *FOOT]))
    check_article(article)
    return article


def english(*middle: str, head: list[str] | None = None) -> Article:
    """The same in English."""
    top = ["[Skip to content](#main)", "  * [Home](/)\n  * [News](/news)\n  * [Sport](/sport)", "# A band plays on"]
    foot = ["### Most read", "  * [A goose on the line](/goose)", "[Privacy policy](/privacy) [Contact us](/contact)"]
    article = read("\n\n".join([*top, *(head or []), *map(wrapped, ENGLISH), *middle, *map(wrapped, MORE), *foot]))
    check_article(article)
    return article


MORE = [
    "The band will be back next year with smaller tubas, the mayor promised those of Mistley who had wanted to sleep.",
    "The tuba itself said nothing; the band found it the next morning on the steps of the hall, covered in frost.",
]


def test_the_article_of_a_page_is_its_words() -> None:
    article = page()
    assert (article.title, article.text) == (TITLE, "\n\n".join([TITLE, *NIGHT]))


def test_the_article_of_an_english_page_is_its_words() -> None:
    article = english()
    assert (article.title, article.text) == ("A band plays on", "\n\n".join(["A band plays on", *ENGLISH, *MORE]))


@pytest.mark.parametrize(
    "line",
    [
        "_À lire aussi_ : [Le tuba qui valait trois cors et une\nharpe](/info/tuba)",
        "[Une chèvre bloque la départementale pendant deux heures](/info/chevre)",
        "### [La bibliothèque ouvre désormais le dimanche matin](https://brume.example/biblio)",
        "[![Un lynx près de la gare](/lynx.jpg) Un lynx filmé près de la gare de Vaux](/info/lynx)",
        "  * [ Partager sur Facebook ](#)\n  * [ Écouter 3 min ](#)",
        "* * *",
        "[Le carnaval attendra que le vent se calme.](/info/carnaval) [Un loto perdu](/info/loto)",
        "![Le tuba de Brume, vu du clocher](/images/tuba.jpg)",
    ],
)
def test_what_the_signs_show_to_be_no_text_is_dropped(line: str) -> None:
    assert page(line).text == page().text


@pytest.mark.parametrize(
    "line",
    [
        "_Read also_ : [The tuba that was worth three horns](/tuba)",
        "[A goat blocks the main road for two hours](/goat)",
        "### [The library now opens on Sundays, too](https://mistley.example/library)",
        "[ ![A lynx by the station](/lynx.jpg) A lynx is filmed near the station of Manningtree ](/lynx)",
        "  * [Share on Facebook](#)\n  * [Copy link](#)",
    ],
)
def test_what_the_signs_show_to_be_no_text_is_dropped_in_english(line: str) -> None:
    assert english(line).text == english().text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## Un tuba à 480 euros", "Un tuba à 480 euros"),
        ("**Faute de cors, la fanfare de Brume a pris des tubas. Trois ont gelé depuis.**",
         "Faute de cors, la fanfare de Brume a pris des tubas. Trois ont gelé depuis."),
        ("Le maire a lu [un rapport](/rapport.pdf) sur la fanfare, et _Le Clairon_ l’a **entendu** rire du tuba.",
         "Le maire a lu un rapport sur la fanfare, et Le Clairon l’a entendu rire du tuba."),
        ("> « Un tuba ne gèle pas, il attend », a dit le chef de la fanfare.",
         "« Un tuba ne gèle pas, il attend », a dit le chef de la fanfare."),
        ("Le tuba\\* pèse 12 kilos \\[sic\\], a dit le maire de Brume à la fanfare.",
         "Le tuba* pèse 12 kilos [sic], a dit le maire de Brume à la fanfare."),
        ("On a compté 3 * 4 tubas et le fichier tuba_de_brume à la fanfare.",
         "On a compté 3 * 4 tubas et le fichier tuba_de_brume à la fanfare."),
        ("Un tuba gelé\n-----", "Un tuba gelé"),
    ],
)  # fmt: skip
def test_the_words_of_the_article_are_shown_without_signs(line: str, words: str) -> None:
    article = page(line)
    assert words in article.text.split("\n\n")
    assert [kept for kept in NIGHT if kept not in article.text] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## A tuba for £480", "A tuba for £480"),
        ("The mayor read [a report](/r.pdf) on the band, and _The Bugle_ heard him **laugh** at the tuba.",
         "The mayor read a report on the band, and The Bugle heard him laugh at the tuba."),
        ("> “A tuba does not freeze, it waits,” said the leader of the band.",
         "“A tuba does not freeze, it waits,” said the leader of the band."),
        ("The band has __two__ tubas, three horns and a [dog](https://mistley.example/dog_(band)) of its own.",
         "The band has two tubas, three horns and a dog of its own."),
        ("It takes 3 * 4 tubas, and the file snake_case_tuba, to make the band of Mistley.",
         "It takes 3 * 4 tubas, and the file snake_case_tuba, to make the band of Mistley."),
    ],
)  # fmt: skip
def test_the_words_of_an_english_article_are_shown_without_signs(line: str, words: str) -> None:
    article = english(line)
    assert words in article.text.split("\n\n")
    assert [kept for kept in (*ENGLISH, *MORE) if kept not in article.text] == []


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Le bilan est monté à 250[3](#fn3) morts à Brume.", [250]),
        ("On compte 12[5](/n) blessés et 1,5[6](/b) million d’euros à Brume.", [12, 1_500_000]),
        ("Le budget de la fanfare est de 12 000[1](#n1) euros.", [12_000]),
        ("Le tuba[1](#x) a gelé en 2019[4](#fn4), et 30 cors[[7]](#c7) aussi.", [30]),
        ("La fanfare perd 12 %[3](#fn3) de ses tubas, et 40[^3](#fn3) cors.", [12, 40]),
        ("Le prix du tuba est de 480 €[*](#prix), a dit le maire.[9](#fn9)", [480]),
        ("La harpe pèse 30[\\[3\\]](#c) kilos, selon le maire de Brume.", [30]),
    ],
)
def test_the_sign_of_a_note_is_no_figure(line: str, figures: list[float]) -> None:
    assert [figure.value for figure in page(line).figures if figure.text not in ("dix", "douze", "trois")] == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("The toll is 250[3](#fn3) dead in Mistley.", [250]),
        ("The band[2](#fn2) of 1998[a](#fna) paid £12,000[1](/notes) for 40[†](#d) horns.", [12_000, 40]),
        ("The harp weighs 30[\\[3\\]](#c) kilos, said the mayor of Mistley.", [30]),
    ],
)
def test_the_sign_of_a_note_is_no_figure_in_english(line: str, figures: list[float]) -> None:
    assert [figure.value for figure in english(line).figures if figure.value not in (10, 12, 3)] == figures


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Le maire a compté [12](/douze) tubas et [30](#trente) cors à Brume.",
         "Le maire a compté 12 tubas et 30 cors à Brume."),
        ("Le tuba rejette du CO[2](/co2) et occupe 12 m[2](/m2) de la salle de Brume.",
         "Le tuba rejette du CO2 et occupe 12 m2 de la salle de Brume."),
        ("Le maire a payé $[12](/prix) et la fanfare \"[30](/cors) cors\" dans la rue de Brume.",
         "Le maire a payé $12 et la fanfare \"30 cors\" dans la rue de Brume."),
        ("Le maire [de Brume](UMP) a ri, et la fanfare [de Vaux](peut-être) a joué du tuba.",
         "Le maire [de Brume](UMP) a ri, et la fanfare [de Vaux](peut-être) a joué du tuba."),
        ("Le match s’est fini sur un 3-[2](/score) à Brume, a dit le maire de la fanfare.",
         "Le match s’est fini sur un 3-2 à Brume, a dit le maire de la fanfare."),
    ],
)  # fmt: skip
def test_other_links_and_brackets_are_words(line: str, words: str) -> None:
    assert words in page(line).text.split("\n\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[Le tribunal de Brume](/t) a condamné [le chef](/c) à [deux ans de prison](/p).",
         "Le tribunal de Brume a condamné le chef à deux ans de prison."),
        ("[Le bilan est passé à douze morts et trois blessés à Brume](/bilan), selon le préfet.",
         "Le bilan est passé à douze morts et trois blessés à Brume, selon le préfet."),
        ("Selon [une étude publiée lundi par la mairie et la fanfare](/etude), 12 tubas ont gelé.",
         "Selon une étude publiée lundi par la mairie et la fanfare, 12 tubas ont gelé."),
        ("[Anne Roux](/ar), [Paul Brec](/pb) et [Luc Vaux](/lv) sont morts.",
         "Anne Roux, Paul Brec et Luc Vaux sont morts."),
        ("[« Le tuba ne gèle pas, il attend », a dit le chef de la fanfare.](/quote) Il riait.",
         "« Le tuba ne gèle pas, il attend », a dit le chef de la fanfare. Il riait."),
        ("Le maire lit [Le Clairon de Brume et de la vallée](/clairon).",
         "Le maire lit Le Clairon de Brume et de la vallée."),
        ("## [Le tuba gelé de Brume](#tuba-gele)", "Le tuba gelé de Brume"),
        ("[Le préfet](/p) [a démissionné](/d) [lundi](/l).", "Le préfet a démissionné lundi."),
        ("[La fanfare de Brume a joué toute la nuit](/n) le 3 mars 2022.",
         "La fanfare de Brume a joué toute la nuit le 3 mars 2022."),
        ("Le bilan [est passé à douze morts et trois blessés](/b)",
         "Le bilan est passé à douze morts et trois blessés"),
        ("Selon [le préfet de Brume et de Vaux](/p) :", "Selon le préfet de Brume et de Vaux :"),
        ("« [Nous ne partirons jamais de Brume](/x) », dit-il.", "« Nous ne partirons jamais de Brume », dit-il."),
    ],
)  # fmt: skip
def test_a_sentence_with_links_is_text(line: str, words: str) -> None:
    assert words in page(line).text.split("\n\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[The court of Mistley](/c) jailed [the leader of the band](/l) for [two years](/y).",
         "The court of Mistley jailed the leader of the band for two years."),
        ("[The toll has risen to twelve dead](/toll), the prefect said.",
         "The toll has risen to twelve dead, the prefect said."),
        ("According to [a study that the mayor published on Monday](/s), 12 tubas froze.",
         "According to a study that the mayor published on Monday, 12 tubas froze."),
        ("[Ann Roe](/a), [Bob Lee](/b) and [Inez Marlowe](/i) are dead.",
         "Ann Roe, Bob Lee and Inez Marlowe are dead."),
        ("### [The tuba that froze](#frozen)", "The tuba that froze"),
    ],
)  # fmt: skip
def test_an_english_sentence_with_links_is_text(line: str, words: str) -> None:
    assert words in english(line).text.split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "[Le tuba qui valait trois cors et une harpe](/info/tuba).",
        "**Voir :** [Le tuba qui valait trois cors et une harpe](/info/tuba)",
        "[Une chèvre bloque la départementale pendant deux heures](/info/chevre) 3 mars 2022",
        "Lire [Une chèvre bloque la départementale pendant deux heures](/info/chevre)",
        "[Une chèvre bloque la départementale pendant deux heures](/info/chevre) | Le Clairon",
        "[Une chèvre bloque la départementale pendant deux heures](/info/chevre) (abonnés)",
        "[Une chèvre bloque la départementale pendant deux heures](/info/chevre) 12:30",
        "Il y a 3 heures [Une chèvre bloque la départementale pendant deux heures](/info/chevre)",
        "« [Une chèvre bloque la départementale pendant deux heures](/info/chevre) »",
        "### [Partager sur Facebook](#)",
    ],
)
def test_a_link_with_a_label_or_a_date_is_no_text(line: str) -> None:
    assert page(line).text == page().text


@pytest.mark.parametrize(
    "link",
    [
        '[le préfet](https://brume.example/b\n"Le préfet compte 999 blessés")',
        '[le préfet](https://brume.example/b "Le préfet "de Brume" compte 999 blessés")',
        "[le préfet](https://brume.example/b\n'Le préfet compte 999 blessés')",
        '[le préfet](https://brume.example/b\r\n"Le préfet compte\r\n999 blessés")',
        "[le préfet](page_12)",
        "[le préfet](LICENSE)",
    ],
)
def test_the_address_of_a_link_and_its_title_are_no_text(link: str) -> None:
    article = page(f"Il y a 250 morts, a dit {link} à Brume.")
    assert "Il y a 250 morts, a dit le préfet à Brume." in article.text.split("\n\n")
    assert 999 not in [figure.value for figure in article.figures]


@pytest.mark.parametrize("sign", ["[le préfet][12]", "[le préfet] [12]"])
def test_an_address_in_a_line_of_its_own_is_no_text(sign: str) -> None:
    definition = '[12]: https://brume.example/777/bilan "Le préfet compte 999 blessés"'
    article = page(f"Il y a 250 morts, a dit {sign} à Brume.", definition)
    assert "Il y a 250 morts, a dit le préfet à Brume." in article.text.split("\n\n")
    assert {12, 777, 999}.isdisjoint(figure.value for figure in article.figures if figure.text != "douze")


@pytest.mark.parametrize(
    "line", ["[1]: le maire de Brume a promis 12 tubas à la fanfare.", "Le maire[2] a vu [12][13] tubas."]
)
def test_other_words_between_brackets_are_text(line: str) -> None:
    assert line in page(line).text.split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "> Le tuba attend, a dit le chef de la fanfare.\n>\n> La harpe aussi, a dit le maire à la foule.",
        ">  Le tuba attend, a dit le chef de la fanfare.\n>\n>   La harpe aussi, a dit le maire à la foule.",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_quotation_has_no_signs(line: str, end: str) -> None:
    raw = "\n\n".join([*HEAD, f"# {TITLE}", *map(wrapped, NIGHT[:4]), line, *map(wrapped, NIGHT[4:]), *FOOT])
    article = read(raw.replace("\n", end))
    check_article(article)
    assert article.text.split("\n\n")[5:7] == [
        "Le tuba attend, a dit le chef de la fanfare.",
        "La harpe aussi, a dit le maire à la foule.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Le fichier `__init__.py` de la fanfare appelle `a*b*c` et `x[0](/1)` puis `\\d+\\.` à Brume.",
        "Le maire a lu https://brume.example/_a_ et https://brume.example/_b_*c* sur la fanfare de Brume.",
        "Nom du tuba : __ ; prénom du tuba : __ ; signature du maire de Brume : __ et la date.",
        "Le chef joue `tuba list *.txt` puis ``tuba `x` *y*`` devant la fanfare de Brume.",
        "The file `__main__.py` of the band calls `a*b*c` and reads https://mistley.example/_a_ all night.",
    ],
)
def test_signs_in_code_and_addresses_are_words(line: str) -> None:
    assert line in page(line).text.split("\n\n")


def test_signs_in_a_block_of_code_are_words() -> None:
    code = "```\ndef __init__(self):\n# commentaire du code\n    return a*b*c, __name__\n```"
    article = page(code)
    assert (article.title, "__init__" in article.text, "a*b*c, __name__" in article.text) == (TITLE, True, True)


@pytest.mark.parametrize("below", ['"Nous ne partirons jamais de Brume"', "« Nous ne partirons jamais de Brume »"])
def test_a_quotation_below_an_address_is_text(below: str) -> None:
    assert below in page(f"[1]: https://brume.example/bilan\n{below}").text


def test_a_list_of_the_article_keeps_its_bullets() -> None:
    items = ["* un tuba de la taille d’un veau", "* deux cors en état de marche", "* trois harpes sans corde"]
    article = page("On y trouvait :", "\n".join(f"  {item}" for item in items))
    assert [item for item in items if item not in article.text] == []


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        (["De [Anne Roux](/anne-roux)", "Publié le mardi 5 mars 2024 à 12h08"], "Anne Roux", "2024-03-05T12:08"),
        (["Par [Anne Roux](/a) et [Paul Diaz](/p)", "_5 mars 2024_"], "Anne Roux et Paul Diaz", "2024-03-05"),
        (["**Par Anne Roux**", "**Publié le 5 mars 2024**"], "Anne Roux", "2024-03-05"),
    ],
)  # fmt: skip
def test_who_signs_a_page_and_when(head: list[str], byline: str, published: str) -> None:
    article = page(head=head)
    assert [block.says_only for block in article.blocks if block.kind == "byline"] == [byline]
    assert (article.byline, article.published) == (byline, published)


def test_who_signs_an_english_page_and_when() -> None:
    article = english(head=["By [Ann Roe](/ann-roe)", "_Published March 5, 2024_"])
    assert (article.byline, article.published) == ("Ann Roe", "2024-03-05")


def test_a_page_saved_without_its_links() -> None:
    standfirst = "**Faute de cors, la fanfare de Brume a pris des tubas. Trois ont gelé depuis samedi.**"
    menu = "\n".join(f"  * {name}" for name in ("Direct", "Fanfares", "Cuivres", "Info"))
    text = [*map(wrapped, NIGHT[:3]), "## Le gel", *map(wrapped, NIGHT[3:])]
    article = read(
        "\n\n".join([menu, f"# {TITLE}", standfirst, "_À lire aussi_ : Le tuba gelé", *text, "### À écouter"])
    )
    assert article.title == TITLE
    assert standfirst.strip("*") in article.text
    assert "lire aussi" not in article.text
    assert next(block for block in article.blocks if wording(article, block) == "Le gel").kind == "heading"


@pytest.mark.parametrize(
    "lines",
    [
        [f"{FIRST} [Le rapport](https://brume.example/rapport.pdf) est en ligne."],
        ["#fanfare #tuba", "# 1 au classement des fanfares"],
        ["Le chef écrit *presto*, _lento_ et **forte** sur la même ligne."],
        ["* un tuba", "* deux cors", "* trois harpes"],
        ["# la fanfare", "tuba = cor ** 2"],
        ["See [1] and [2](sic) for the tuba, and [3] for the harp."],
        ["Notes[1](#n1) and more[2](#n2) on tubas, in one line."],
    ],
)
def test_an_article_with_a_sign_or_two_is_no_such_page(lines: list[str]) -> None:
    text = "\n\n".join([TITLE, FIRST, *lines, MIDDLE, LAST])
    assert read_markdown_page(text).edits == ()
    assert all(not block.edits for block in read(text).blocks)


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "[a",
        "[[a](b)",
        "![a](",
        "[a](",
        "*",
        "_a",
        "**a ",
        "# a\n",
        "> a\n",
        "[\\]",
        "a\n===",
        "`",
        "`a",
        "``a`",
        "```\n",
        "~~~a\n",
        "[a]: b\n",
        '[a]: /b "',
        '[a](b "',
        "[a][",
        "www.a",
        "__ ",
        "a __b",
        "https://",
        ">  ",
    ],
)
def test_a_flood_of_signs_is_read_in_time(sign: str) -> None:
    read_markdown_page("[a](/b)\n\n# x\n\n" * 4 + sign * (40_000 // len(sign)))
