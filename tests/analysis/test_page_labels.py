"""What pages write beside the words of an article: lengths, labels, buttons, credits, datelines; and what is spared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.analysis.articles import FIRST, FOOT, LAST, MENU, MIDDLE, NIGHT, night, read
from tui_reader.model import Article, Block

TITLE = MENU[-1]
STANDFIRST = "Volé mardi, le tuba de la fanfare de Brume est rentré seul, à pied, sans rien dire de son voyage."
ENGLISH = [
    "The brass band of Mistley played until midnight on Saturday, and nobody in the high street of Mistley complained.",
    "The tuba played alone in the front row, for the horns had frozen and the harp was still waiting for its bus.",
    "By ten the band had twelve tubas, three horns that had thawed, and a dog whom nobody remembered having invited.",
    "“The tuba is a chance and the band a duty,” said the mayor, who was cold, to a crowd that was colder than he was.",
    "The band will be back next year with smaller tubas, the mayor promised those of Mistley who had wanted to sleep.",
    "The tuba itself said nothing; the band found it the next morning on the steps of the hall, covered in frost.",
]


def block_of(article: Article, line: str) -> Block:
    """The first block that is this line."""
    return next(block for block in article.blocks if block.text == line)


def english(*middle: str, at: int = 3) -> Article:
    """An English page, with other lines after so many of its paragraphs."""
    menu = ["Menu", "Search", "Sign in", *(f"Section {number}" for number in range(20)), "A band plays on in Mistley"]
    foot = ["Brass", "Mistley", "Most read", "A goose on the line", "Privacy policy", "Contact us"]
    return read("\n\n".join([*menu, *ENGLISH[:at], *middle, *ENGLISH[at:], *foot]))


def signed(*head: str, title: str = TITLE) -> Article:
    """A page with these lines between its title and its text."""
    return read("\n\n".join([*MENU[:-1], title, *head, *NIGHT, *FOOT]))


READING = [
    "Durée de lecture : 6 minutes",
    "Lecture 3 min",
    "Temps de lecture estimé : 5 min",
    "Lecture en 4 mn",
    "Écouter l’article 7 min",
    "À lire en 5 minutes",
    "Reading time: 4 min",
    "Listen 6 min",
    "Estimated reading time 5 minutes",
    "Listen to this article 3 min 20 sec",
    "Time to read: 9 minutes",
]


@pytest.mark.parametrize("line", READING)
def test_how_long_reading_takes_is_no_text(line: str) -> None:
    assert block_of(read(f"{FIRST}\n\n{line}\n\n{LAST}"), line).rule in ("reading_time", "share")


@pytest.mark.parametrize(
    "line",
    [
        "La lecture a duré 6 minutes.",
        "Sept minutes de silence",
        "Cuisson : 25 min",
        "Trois minutes pour écouter un tuba",
        "Durée : trois nuits",
        "A 6 minute walk",
        "Six minutes of silence",
        "It took 5 minutes.",
        "Cooking: 25 min",
        "Two hours to read the score",
        "Regarder le 20 heures",
        "Lire 20 Minutes",
        "Lu à 20 heures.",
        "Watch the 60 Minutes",
        "Watch 60 Minutes",
        "Écouter le 12:30",
        "24 heures à lire",
        "Lue à la minute 90",
        "Listen to the 20 minutes.",
        "7 min",
        "41 min",
    ],
)
def test_other_lengths_are_text(line: str) -> None:
    assert block_of(read(f"{FIRST}\n\n{line}\n\n{LAST}"), line).kept


@pytest.mark.parametrize("title", ["Regarder le 20 heures", "Lire 20 Minutes", "Watch the 60 Minutes"])
def test_a_programme_with_a_number_may_be_a_title(title: str) -> None:
    assert read("\n\n".join([title, FIRST, MIDDLE, LAST])).title == title


@pytest.mark.parametrize("length", ["7 min", "Durée : 12 min", "5 minutes", "4 mn", "Length: 5 min", "6 mins"])
def test_a_length_below_author_and_date_is_that_of_reading(length: str) -> None:
    article = signed(STANDFIRST, "Par Anne Roux", "Publié le 3 mars 2022", length, "Offrir cet article")
    assert block_of(article, length).rule == "reading_time"
    assert (article.title, article.text.endswith(NIGHT[-1])) == (TITLE, True)


@pytest.mark.parametrize("length", ["7 min", "Durée : 12 min", "1 h", "5 minutes", "6 mins"])
def test_a_length_below_another_heading_is_text(length: str) -> None:
    article = signed("Par Anne Roux", "Publié le 3 mars 2022", "Cuisson du pain de la fanfare", length)
    assert block_of(article, length).rule != "reading_time"


@pytest.mark.parametrize(
    ("label", "length"),
    [
        ("Vidéo : le tuba vu du ciel", "Durée : 1 min 12"),
        ("Regarder la vidéo", "2 min"),
        ("Podcast : les cors perdus", "41 min"),
        ("Watch: the tuba from above", "Length: 1 min 12 sec"),
        ("Listen: the lost horns", "Duration: 02:13"),
    ],
)
def test_a_length_below_a_video_is_its_own(label: str, length: str) -> None:
    assert block_of(night(label, length), length).rule == "promo"


@pytest.mark.parametrize(
    "length", ["Durée de lecture : 6 minutes", "Lecture 3 min", "7 min", "Reading time: 6 minutes", "6 min read"]
)
def test_a_length_is_no_title_and_the_first_date_is_that_of_publication(length: str) -> None:
    head = [
        "Par Anne Roux",
        "20 juin 2023 à 09h15",
        "Mis à jour le 21 juin 2023 à 08h50",
        length,
        "Cuivres",
        "Facebook",
    ]
    article = signed(*head, STANDFIRST, title="Dans la vallée, des tubas clandestins que personne ne veut voir")
    assert article.title == "Dans la vallée, des tubas clandestins que personne ne veut voir"
    assert (article.byline, article.published) == ("Anne Roux", "2023-06-20T09:15")


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        (["3 mars 2022", "Mis à jour le 5 mars 2022"], "2022-03-03"),
        (["Mis à jour le 5 mars 2022", "Publié le 3 mars 2022"], "2022-03-03"),
        (["Mis à jour le 5 mars 2022"], "2022-03-05"),
        (["March 3, 2022", "Updated March 5, 2022"], "2022-03-03"),
        (["Jeudi 10 mars 2022", "Menu"], "2022-03-10"),
    ],
)
def test_of_two_dates_above_the_title_the_first_is_that_of_publication(dates: list[str], published: str) -> None:
    article = read("\n\n".join([*MENU[:-1], *dates, TITLE, *NIGHT, *FOOT]))
    assert (article.title, article.published) == (TITLE, published)


OTHERS = ["Le grand retour des monnaies locales", "Une chèvre bloque la départementale pendant deux heures"]


@pytest.mark.parametrize(
    "label",
    [
        "Nos abonnés lisent aussi",
        "Ces articles peuvent également vous intéresser",
        "Sur le même thème",
        "Dans la même rubrique",
        "Prolongez votre lecture autour de ce sujet",
        "Lire aussi | Article réservé aux abonnés",
        "À lire aussi - Réservé aux abonnés",
        "Our subscribers also read",
        "These articles may also interest you",
        "Related | For subscribers only",
        "You may also want to read",
        "Nos internautes lisent aussi",
        "Les auditeurs ont aussi aimé",
        "À lire également sur ce thème",
        "Plus d’informations sur ce sujet",
        "Our listeners have also liked",
        "Readers also liked",
    ],
)
def test_headlines_below_a_label_are_of_others(label: str) -> None:
    article = night(label, OTHERS[0])
    assert [line for line in (label, OTHERS[0]) if line in article.text] == []
    end = night(label, *OTHERS, at=8)
    assert end.text == night().text


@pytest.mark.parametrize(
    "line",
    [
        "Les ouvriers lisent aussi",
        "Dans la même rue",
        "Sur le même tuba",
        "Nos abonnés",
        "Les abonnés du tuba lisent la partition | Vaux",
        "The readers of Mistley",
        "These articles of faith",
        "Related by blood",
        "Les lecteurs de Brume aiment aussi",
        "Our readers write",
        "Nos internautes chantent aussi",
    ],
)
def test_headings_that_begin_as_labels_do_are_kept(line: str) -> None:
    article = night(line) if line != "Nos abonnés" else night(f"{line} du samedi")
    assert line in article.text


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            "Sur le même thème",
            "Gels, tubas, fanfares en fuite : les villages de Brume ont froid. Enquête sur une nuit.",
        ),
        ("À lire aussi", "Le tuba voyage plus qu’on ne croit dans la vallée de Brume. Reportage."),
        ("Dans la même rubrique", "La fanfare a perdu trois cors en deux hivers à Brume. Explications en images."),
        ("Read also", "The tuba of the band travels more than the mayor believes. Our report from the valley."),
        ("Related articles", "The band of Brume lost three horns in two winters. Here is our guide to tubas."),
    ],
)
def test_a_teaser_that_says_what_it_leads_to_is_of_others(label: str, sentence: str) -> None:
    article = night(label, "Fanfares : une année de tous les dangers", sentence, "Chronique du gel", at=8)
    assert article.text == night().text


@pytest.mark.parametrize("label", ["À lire aussi", "Sur le même thème", "Lire aussi", "Read also", "Related articles"])
def test_a_last_paragraph_below_related_headlines_is_the_articles(label: str) -> None:
    last = "La fanfare de Brume jouera encore samedi avec le tuba. L’enquête du maire suit son cours à Brume."
    assert night(label, "Un cor trop long", last, at=8).text.endswith(last)


@pytest.mark.parametrize(
    "lines",
    [
        ["Réagissez à cet article"],
        ["Il n’y a aucun commentaire pour le moment, soyez le premier à réagir !"],
        ["Votre commentaire sera publié après validation par un modérateur."],
        ["Pas encore de commentaire"],
        ["Les commentaires sont modérés."],
        ["There are no comments yet."],
        ["Your comment will be published once a moderator has read it."],
        ["No comments yet", "Be the first to comment"],
        ["Comments are moderated."],
        ["Your comment is awaiting moderation."],
        ["Aucun commentaire pour le moment"],
        ["Pas encore de commentaire. Soyez le premier à réagir !"],
        ["Votre commentaire est en attente de modération."],
        ["No comments yet. Be the first to comment!"],
    ],
)
def test_what_is_said_of_comments_is_no_text(lines: list[str]) -> None:
    assert night(*lines, at=8).text == night().text
    article = read("\n\n".join([TITLE, FIRST, MIDDLE, *lines, LAST]))
    assert [line for line in lines if line in article.text] == []


@pytest.mark.parametrize(
    "line",
    [
        "Il n’y a aucun commentaire de la mairie, dit-on à Brume.",
        "Votre commentaire m’a fait rire, a dit le chef au maire.",
        "Le maire n’a fait pour l’instant aucun commentaire.",
        "There are no comments from the mayor, the band said.",
        "Your comment made me laugh, the leader told the mayor.",
        "Comments are free, facts are sacred, the mayor said.",
        "Aucun commentaire pour le moment de la préfecture de Brume.",
        "Il n’y a pas de commentaire pour un tel drame, a dit le maire de Brume.",
        "Les commentaires sont modérés, a dit le maire de Brume.",
        "Pas encore de commentaire de la mairie de Brume à cette heure.",
        "Votre commentaire sera publié, a promis le maire à la fanfare.",
        "No comments yet from the mayor of Mistley.",
        "There are no comments yet from the band, the mayor said.",
        "Comments are moderated, the mayor of Mistley said.",
        "Your comment will be published, the mayor told the band.",
    ],
)
def test_sentences_about_comments_are_text(line: str) -> None:
    assert block_of(read("\n\n".join([TITLE, FIRST, MIDDLE, line, LAST])), line).kept


@pytest.mark.parametrize(
    "card",
    [
        ["À télécharger", "Livre blanc : réussir sa fanfare en dix étapes", "Télécharger gratuitement"],
        ["Livre blanc : réussir sa fanfare en dix étapes", "Télécharger le livre blanc"],
        ["Le guide des tubas de la rentrée", "Je télécharge"],
        ["White paper: a better band in ten steps", "Download for free"],
        ["The guide to tubas of the season", "Download the guide"],
    ],
)
def test_a_card_with_something_to_download_is_no_text(card: list[str]) -> None:
    assert night(*card).text == night().text


@pytest.mark.parametrize(
    "heading",
    [
        "Livre blanc : le gouvernement recule",
        "Le guide des tubas",
        "White paper on tubas",
        "À télécharger sans cor",
        "Download festival",
    ],
)
def test_a_heading_about_such_things_is_kept(heading: str) -> None:
    assert heading in night(heading).text


@pytest.mark.parametrize(
    "line",
    [
        ">> REPORTAGE. « On a tout laissé sur la table » : à Vaux, la nuit blanche des cors",
        ">> VIDÉO : un cor en fuite dans la rue de Vaux",
        ">> Lire le récit d’un cor en fuite dans la rue de Vaux",
        ">> Watch the horn that fled from Mistley",
        ">> ENTRETIEN. Le facteur qui accorde les tubas",
        "=> Notre carte des fanfares",
        ">> INTERVIEW. The man who tunes the tubas",
    ],
)
def test_a_headline_behind_arrows_is_of_another_article(line: str) -> None:
    assert block_of(night(line), line).rule == "promo"
    assert night(line).text == night().text


@pytest.mark.parametrize(
    "lines",
    [
        [">> Le tuba est rentré seul à Brume, et le maire l’a vu."],
        ["> Une nuit blanche"],
        [">> Un tuba", ">> Deux cors", ">> Trois harpes"],
        ["Le tuba >> le cor"],
        [">> The tuba came home alone, and the mayor saw it."],
        ["=> Bilan : trois morts et douze blessés à Brume"],
        [">> Le tuba de Brume pèse douze kilos et coûte 480 euros"],
        ["=> Les salariés de la fanfare ont obtenu 3 % d’augmentation"],
        ["=> Enquête ouverte à Brume après la mort de douze cors"],
        ["=> Nous avons perdu douze tubas dans la nuit de samedi"],
        ["=> Lu par douze millions de tubas à Brume"],
        ["=> Our mayor has lost twelve tubas"],
        ["=> Three dead and twelve hurt in Mistley"],
        [">> The tuba weighs twelve kilos and costs 480 pounds"],
    ],
)
def test_other_lines_with_arrows_are_kept(lines: list[str]) -> None:
    article = night(*lines)
    assert [line for line in lines if line not in article.text] == []


@pytest.mark.parametrize(
    ("above", "credit"),
    [
        (["Publié le 3 mars 2022"], "Presse Brume/Archives - Zoé Cor"),
        (["Par Anne Roux", "Publié le 3 mars 2022"], "© Anne Roux"),
        ([STANDFIRST], "Photo Anne Roux"),
        (["Published March 3, 2022"], "REUTERS/Inez Cor"),
        (["Partager"], "Crédit : Anne Roux"),
        ([STANDFIRST], "Anne Roux / Terre & Tubas"),
    ],
)
def test_a_line_above_a_credit_is_a_caption(above: list[str], credit: str) -> None:
    caption = "Des billets de loterie dans un bureau de la fanfare de Brume, le 2 mars 2022"
    article = signed(*above, caption, credit)
    assert (block_of(article, caption).kind, block_of(article, credit).kind) == ("caption", "caption")


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (["Publié le 3 mars 2022"], STANDFIRST),
        ([], "Volé mardi, le tuba de la fanfare de Brume est rentré seul à pied"),
        (["Par Anne Roux", "Publié le 3 mars 2022"], "Relu par le Dr Zoé Cor, médecin des tubas"),
        (["Par Anne Roux"], "The tuba of the band of Brume has come home alone, on foot, and has said nothing."),
        (["Publié le 3 mars 2022"], "Une nuit de tubas"),
    ],
)
def test_a_standfirst_above_a_credit_is_no_caption(above: list[str], line: str) -> None:
    assert block_of(signed(*above, line, "Photo Anne Roux"), line).kind != "caption"


PULLED = "« Si je range ce tuba ici, le maire appelle la fanfare avant que je sois rentré chez moi »"


@pytest.mark.parametrize(
    ("line", "paragraph"),
    [
        (PULLED, f"Ils sont cinq à la garde des tubas. {PULLED}, dit l’un d’eux, qui a froid."),
        (PULLED, f"{PULLED}, dit l’un des cinq gardes de la fanfare."),
        ("“If I put the tuba down here, the mayor calls the band before I am home again”",
         "Five men. “If I put the tuba down here, the mayor calls the band before I am home again”, one says."),
        ("“If I put the tuba down here, the mayor calls the band before I am home again”",
         "Five men. “If I put the tuba down here, the mayor calls the band before I am home again,” one says."),
        ("« On a vendu des tubas à des gens qui avaient demandé des cors et des harpes »",
         "« On a vendu des tubas à des gens qui avaient demandé des cors et des harpes », dit-il à la fanfare."),
        ("“We sold tubas to people who had asked for horns, for harps and for peace”",
         "“We sold tubas to people who had asked for horns, for harps and for peace”, the band told the mayor."),
    ],
)  # fmt: skip
def test_what_is_quoted_word_for_word_beside_its_paragraph_is_no_heading(line: str, paragraph: str) -> None:
    assert block_of(night(line, paragraph), line).rule == "repeated"
    assert block_of(night(paragraph, line), line).rule == "repeated"


@pytest.mark.parametrize("line", [PULLED, "“If I put the tuba down here, the mayor calls the band before I am home”"])
def test_of_a_quoted_line_that_stands_twice_one_stays(line: str) -> None:
    assert night(line, line).text.count(line) == 1
    assert read("\n\n".join([TITLE, FIRST, line, line, MIDDLE, LAST])).text.count(line) == 1


@pytest.mark.parametrize("line", [PULLED, PULLED.replace(" »", ". »")])
def test_a_quoted_line_stays_whose_paragraph_is_no_text(line: str) -> None:
    label = f"Lire aussi : {line}, dit le maire de Brume"
    assert line in night(line, label).text.split("\n\n")


@pytest.mark.parametrize(
    ("line", "paragraph"),
    [
        ("« Sans tuba, je perds 60 000 euros »", "« Mais sans tuba, je perds 60 000 euros, et la fanfare », dit-il."),
        ("« Je n’ai rien vu »", "« Je n’ai rien vu », dit le maire à la fanfare de Brume."),
        (PULLED, "Cinq gardes de la fanfare ont parlé du tuba au maire de Brume."),
        ("“I saw nothing at all”", "“I saw nothing at all”, the mayor told the band of Brume."),
        ("« Le tuba et la fanfare de Brume ont besoin du maire pour dormir en paix »",
         "« Hélas, le tuba et la fanfare de Brume ont besoin du maire pour dormir en paix le samedi », dit-il."),
    ],
)  # fmt: skip
def test_a_heading_that_quotes_is_kept(line: str, paragraph: str) -> None:
    assert line in night(line, paragraph).text


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("par la rédaction de Brume Pro", "la rédaction de Brume Pro"),
        ("Par la rédaction du Clairon", "la rédaction du Clairon"),
        ("par rédaction de Brume", "rédaction de Brume"),
        ("De Zoé Lebrun", "Zoé Lebrun"),
        ("De Anne Roux et Paul Diaz", "Anne Roux et Paul Diaz"),
        ("From Ann Roe", "Ann Roe"),
        ("From Ann Roe and Bob Lee", "Ann Roe and Bob Lee"),
    ],
)
def test_a_newsroom_and_names_sign(line: str, byline: str) -> None:
    article = signed("Le 18/04/2024 à 10:30", line, "Partager")
    assert (block_of(article, line).kind, article.byline) == ("byline", byline)


@pytest.mark.parametrize(
    "line",
    [
        "par la route de Brume",
        "De Brume à Vaux",
        "De Gaulle et le tuba",
        "From Brume to Vaux",
        "De Paris AFP",
        "From Ann Roe in the band",
        "De Victor Hugo à Paul Verlaine",
        "De Simone Veil au Panthéon",
        "From Paul Revere in Boston",
    ],
)
def test_other_lines_do_not_sign(line: str) -> None:
    assert not signed(line).byline
    assert not read("\n\n".join([TITLE, line, FIRST, MIDDLE, LAST])).byline
    assert block_of(signed("Le 18/04/2024 à 10:30", line), line).kind != "byline"


@pytest.mark.parametrize("line", ["De Victor Hugo", "De Simone Veil et Paul Diaz", "From Paul Revere"])
def test_names_behind_a_word_of_many_uses_sign_beside_the_date_alone(line: str) -> None:
    assert not signed(line, STANDFIRST).byline
    assert not read("\n\n".join([TITLE, line, FIRST, MIDDLE, LAST])).byline
    assert read("\n\n".join([TITLE, line, "Publié le 3 mars 2022", FIRST, MIDDLE, LAST])).byline
    assert signed(line, "Partager", "Publié le 3 mars 2022", STANDFIRST).byline


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Harare (Zimbabwe) - 27/09/2024 18:12 - © 2024 Presse Brume", "2024-09-27T18:12"),
        ("Lima - 27/09/2024 18:12 - © Presse Brume", "2024-09-27T18:12"),
        ("Saint-Malo (France) | 3 mars 2022 | © 2022 Agence Vent", "2022-03-03"),
        ("Harare (Zimbabwe) - September 27, 2024 - © 2024 Brume Press", "2024-09-27"),
        ("Nairobi (Kenya) - 27/09/2024 06:02 - Copyright 2024 Presse Brume", "2024-09-27T06:02"),
    ],
)
def test_place_day_and_owner_of_a_dispatch_give_its_date(line: str, published: str) -> None:
    article = signed(line)
    assert (block_of(article, line).kind, article.published) == ("date", published)


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Presse Brume - 27/09/2024",
        "Harare (Zimbabwe) - © 2024 Presse Brume",
        "Tous droits réservés - © 2024 Presse Brume",
        "© 2024 Presse Brume. All rights reserved.",
        "Copyright 2024 Presse Brume",
    ],
)
def test_the_notice_of_an_owner_is_no_date(line: str) -> None:
    article: Sequence[Block] = signed("Par Anne Roux", line).blocks
    assert next(block.kind for block in article if block.text == line) != "date"
