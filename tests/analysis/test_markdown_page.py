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
    "sign", ["[", "[a", "[[a](b)", "![a](", "[a](", "*", "_a", "**a ", "# a\n", "> a\n", "[\\]", "a\n==="]
)
def test_a_flood_of_signs_is_read_in_time(sign: str) -> None:
    read_markdown_page("[a](/b)\n\n# x\n\n" * 4 + sign * (40_000 // len(sign)))
