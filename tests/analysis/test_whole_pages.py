"""Whole pages: the title, the body, and what surrounds it; related headlines and comments."""

import pytest

from tests.analysis.articles import FIRST, FOOT, LAST, MENU, MIDDLE, NIGHT, TEASERS, TUBA, night, page, read


def test_a_paragraph_that_stands_twice_is_dropped_once() -> None:
    article = read(f"Une fanfare sans instruments\n\n{FIRST}\n\n{LAST}\n\n{FIRST}")
    assert [block.rule for block in article.blocks] == [None, None, None, "repeated"]


def test_comments_are_dropped_below_the_article_only() -> None:
    article = read(f"{FIRST}\n\n{LAST}\n\nCommentaires (1)\n\nZoé\n\nQuel bruit, mais quel beau bruit.")
    assert [block.kind for block in article.blocks if not block.kept] == ["comment"] * 3
    assert all(block.kept for block in read(f"Commentaires\n\n{FIRST}\n\n{LAST}").blocks)


def test_a_page_without_an_article_is_kept() -> None:
    menu = "\n\n".join(["Accueil", "Menu", "Contact", "Rechercher", *(f"Rubrique {number}" for number in range(60))])
    assert sum(block.kept for block in read(menu).blocks) == 60


@pytest.mark.parametrize(
    ("middle", "rules"),
    [
        (["Une nuit blanche"], [None]),  # a heading
        (["Il neigeait."], [None]),  # a short sentence
        (
            [
                "On y trouvait :",
                "un tuba de la taille d’un veau",
                "deux cors en état de marche",
                "trois harpes sans aucune corde",
            ],
            [None] * 4,
        ),  # a list
        (TEASERS, ["heading.unsure"] * 2),  # once: it may be two headings
        ([*TEASERS, MIDDLE, *TEASERS[::-1]], ["page.between"] * 2 + [None] + ["page.between"] * 2),  # each stands twice
        ([*TEASERS, MIDDLE, *(line + " hier" for line in TEASERS)], ["related"] * 2 + [None] + ["related"] * 2),
        (
            ["GEL", TEASERS[0], "3", TEASERS[1], MIDDLE, "GEL", *(line + " hier" for line in TEASERS)],
            ["related"] * 4 + [None] + ["related"] * 3,
        ),  # each with its kicker or its number
        (
            ["UN COR EN FUITE DANS TOUTE LA RUE", MIDDLE, "LIRE AUSSI : LE TUBA EXPLIQUÉ AUX ENFANTS"],
            ["related", None, "promo"],
        ),  # in capitals, as the link below
        (["UN COR EN FUITE DANS TOUTE LA RUE", MIDDLE], ["heading.unsure", None]),
        (["Rubrique 3"], ["page.between"]),  # stands in the menu, too
        (["Une nuit blanche", "Une nuit blanche"], [None, "page.between"]),  # a heading, twice
        (["00:58", "Un cor en fuite dans la rue", "02:10", "Le tuba expliqué aux enfants"], ["promo"] * 4),  # videos
        (["01:20", "Un cor en fuite dans la rue"], [None, None]),  # a part of live coverage
        (["Vidéo", "01:20", "Un cor en fuite dans la rue"], ["promo"] * 3),
        (
            ["Lire aussi", "Un cor trop long", "Et le tuba ?", "Gelé."],
            ["related_label", "related", "heading.unsure", None],
        ),
        (["Pour en savoir plus"], ["label.unsure"]),  # a label that may head a part
        (["Lire aussi"], ["related_label"]),
    ],
)
def test_between_paragraphs_of_a_page(middle: list[str], rules: list[str | None]) -> None:
    article = page(*middle)
    after_first = [block.text for block in article.blocks].index(FIRST) + 1
    assert [block.rule for block in article.blocks][after_first : after_first + len(middle)] == rules
    assert all(sentence in article.text for sentence in (FIRST, LAST, MIDDLE))


def test_a_page_has_its_title_and_nothing_above_or_below() -> None:
    article = page()
    assert article.title == "Le tuba volé est revenu"
    assert [block.rule for block in article.blocks if block.text in ("Rubrique 3", "Cuivres")] == [
        "page.above",
        "page.below",
    ]
    assert article.text == "\n\n".join([MENU[-1], FIRST, LAST, MIDDLE])


@pytest.mark.parametrize("at", [5, 6])
@pytest.mark.parametrize(
    "label", ["Commentaires", "12 commentaires", "Join the discussion", "Leave a comment", "Les plus lus", "Most read"]
)
def test_the_article_goes_on_below_a_button(label: str, at: int) -> None:
    article = night(label, at=at)
    assert [line for line in NIGHT if line not in article.text] == []
    assert label not in article.text


def test_a_last_paragraph_below_the_box_of_a_paywall_is_kept() -> None:
    box = "La suite est réservée aux abonnés\n\nDéjà abonné ? Connectez-vous\n\nSans engagement, résiliable en ligne"
    article = read(f"{FIRST}\n\n{MIDDLE}\n\n{box}\n\n{LAST}\n\nLes plus lus\n\n1 Un cor perdu\n\n2 Un bal de nuit")
    assert [block.text for block in article.blocks if block.kept] == [FIRST, MIDDLE, LAST]


def test_the_article_goes_on_below_the_box_of_a_paywall_and_ends_above_comments() -> None:
    comments = [line for name in ("Zoé", "Paul") for line in (name, "Quel tuba, quel froid.", "Répondre", "Signaler")]
    box = ["Il vous reste 72 % de cet article à lire.", "S’abonner"]
    article = read("\n\n".join([*MENU, *NIGHT[:4], *box, *NIGHT[4:7], *comments, *comments, *FOOT]))
    assert article.text.endswith("\n\n".join(NIGHT[:7]))


def test_the_article_goes_on_below_the_buttons_and_the_captions_of_posts() -> None:
    post = ["Report", "Image copyright Ann Roe", "Image caption The tuba of Brume"]
    article = read("\n\n".join([*MENU, *NIGHT[:3], *post, *NIGHT[3:5], *post, *NIGHT[5:7], *post, *NIGHT[7:], *FOOT]))
    assert [line for line in NIGHT if line not in article.text] == []


@pytest.mark.parametrize("label", ["Commentaires", "12 commentaires", "Vos réactions"])
def test_readers_comments_are_no_paragraphs_of_the_article(label: str) -> None:
    comments = [
        line for name in ("Zoé", "Paul") for line in (name, "hier", "Quel tuba, quelle fanfare, quel froid de loup.")
    ]
    article = night(label, *comments, at=8)
    assert article.text.endswith(NIGHT[-1])
    assert {block.rule for block in article.blocks if block.text == comments[2]} == {"comments"}


@pytest.mark.parametrize(
    ("announcement", "kept"),
    [
        ("La fanfare de Brume réclame ceci :", True),
        ("Trois raisons de garder le tuba :", True),
        ("Le tuba de Brume : un an après", False),
    ],
)
def test_a_list_ends_the_related_headlines_above_it(announcement: str, kept: bool) -> None:
    items = ["des tubas plus petits", "des cors qui ne gèlent pas"]
    article = night("Les plus lus", "Un cor trop long", announcement, *items)
    assert [line in article.text for line in ("Un cor trop long", announcement)] == [False, kept]
    assert not kept or all(item in article.text for item in items)


@pytest.mark.parametrize("label", ["Les plus lus", "Most read", "Most popular"])
def test_the_first_paragraph_stands_above_a_list_of_the_most_read(label: str) -> None:
    teasers = ["Un cor trop long pour le train de nuit", "Une harpe élue au conseil", "Le triangle, cet inconnu"]
    article = night("Partager", label, *teasers, at=1)
    assert [line for line in NIGHT if line not in article.text] == []
    assert all(line not in article.text for line in teasers[:-1])  # the last may be a heading: it is doubtful


def test_a_text_goes_on_below_the_word_comments() -> None:
    text = "\n\n".join(["Une nuit de tubas", *NIGHT[:5], "Commentaires", *NIGHT[5:]])
    assert all(line in read(text).text for line in NIGHT)


@pytest.mark.parametrize(
    ("contents", "kept"),
    [
        (["Le froid", "Les tubas"], True),  # a table of contents
        (["Le froid", "Une page", "Les tubas"], True),
        (["Les tubas", "Le froid"], False),  # in another order: links
        (["Le froid", *(f"Lien {number}" for number in range(9)), "Les tubas"], False),  # far apart
    ],
)
def test_headings_that_a_table_of_contents_lists_are_kept(contents: list[str], kept: bool) -> None:
    article = read("\n\n".join([*MENU, *contents, *NIGHT[:2], "Le froid", *NIGHT[2:4], "Les tubas", *NIGHT[4:], *FOOT]))
    assert ("Le froid" in article.text, "Les tubas" in article.text) == (kept, kept)


def test_short_sentences_below_headlines_are_other_articles() -> None:
    teasers = [
        line
        for number in range(20)
        for line in (
            f"Un accordéon perdu puis retrouvé dans un arbre, épisode {number}",
            "Un facteur croit l’avoir entendu siffler sous la neige.",
        )
    ]
    article = read("\n\n".join([*MENU[:-1], *teasers, MENU[-1], *NIGHT[:4], *FOOT]))
    assert article.text == "\n\n".join([MENU[-1], *NIGHT[:4]])


@pytest.mark.parametrize(
    ("card", "kept"),
    [
        (["Un facteur retrouve son vélo au fond du canal", "La sonnette fonctionne encore.", "3 mars 2022"], False),
        (["Un facteur retrouve son vélo au fond du canal", "La sonnette fonctionne encore."], True),
        (
            ["Le tuba que la fanfare avait perdu au fond", "Le maire et la fanfare ont rangé le tuba.", "3 mars 2022"],
            True,
        ),
    ],
)
def test_a_dated_teaser_inside_the_article_is_another_article(card: list[str], *, kept: bool) -> None:
    teaser = [card[0], f"{card[1][:-1]}, et personne ne sait pourquoi, a dit un passant.", *card[2:]]
    assert (teaser[1] in night(*teaser).text) == kept


def test_headlines_joined_to_their_sentences_are_other_articles() -> None:
    teasers = [f"Un Accordéon Retrouvé Dans Un {tree}Un facteur croit l’avoir entendu sous la neige." for tree in TREES]
    article = read("\n\n".join([*MENU[:-1], *teasers, MENU[-1], *NIGHT[:4], *FOOT]))
    assert article.text == "\n\n".join([MENU[-1], *NIGHT[:4]])


def test_a_page_in_another_language_is_its_sentences() -> None:
    menu = [f"Новости {number}" for number in range(20)]
    text = [
        f"Полина сказала, что вечером {number} она снова придет домой и будет играть на трубе." for number in range(9)
    ]
    article = read("\n\n".join([*menu, *text, *menu]))
    assert (article.language, article.text) == (None, "\n\n".join(text))


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        (["Anne Roux", "Cheffe du service des cuivres"], False),
        (["Anne Roux", "Anne suit la fanfare de Brume depuis douze ans et joue du cor le samedi."], False),
        (["Anne Roux", "La fanfare recommencera samedi, et le tuba aussi, a promis le maire de Brume."], True),
        (["Zoé Lebrun", "Zoé joue du tuba dans la fanfare de Brume depuis plus de trente ans."], True),
        # by the post, right below a sentence, with or without the last name
        (["Anne Roux est journaliste à Brume et suit les fanfares depuis douze ans."], False),
        (["Anne est journaliste à Brume et suit les fanfares depuis douze ans."], False),
        (["Anne est journaliste et suit les fanfares de la vallée depuis douze ans."], True),
        (["Anne est tombée dans le tuba à Brume devant toute la fanfare, il y a douze ans."], True),
        # … with what has nothing to do with the article below it
        (["Anne Roux est journaliste à Brume.", "Un facteur retrouve son vélo au fond du canal de la ville."], False),
        (
            ["Anne Roux est journaliste à Brume.", "Le maire et la fanfare ont rangé le tuba dans la salle de Brume."],
            True,
        ),
        # … with what the site says below the box
        (["Anne Roux", "Anne joue du cor à Brume depuis douze ans.", "Un vélo rouge dort au fond du canal."], False),
        # who worked on an agency's dispatch
        (["(Reportage de Zoé Lebrun, édité par Luc Aubry)"], False),
        (["(La fanfare de Brume et son tuba ont dormi chez le maire de la vallée.)"], True),
    ],
)
def test_what_tells_about_the_author_below_the_article(note: list[str], *, kept: bool) -> None:
    article = read("\n\n".join([*MENU, "Par Anne Roux", "Publié le 3 mars 2022", *NIGHT, *note, *FOOT]))
    assert article.byline == "Anne Roux"
    assert article.text.endswith(note[-1] if kept else NIGHT[-1])


def test_a_note_about_the_author_whose_name_stands_beside_the_date() -> None:
    note = ["Anne Roux", "Anne suit la fanfare de Brume depuis douze ans et joue du cor le samedi."]
    article = read("\n\n".join([*MENU, "3 mars 2022 Anne Roux", *NIGHT, *note, *FOOT]))
    assert article.text.endswith(NIGHT[-1])
    article = read("\n\n".join([*MENU, "3 mars 2022", *NIGHT, *note, *FOOT]))
    assert article.text.endswith(note[-1])


VIDEOS = [f"Un facteur retrouve {thing} au fond du canal" for thing in ("son vélo", "sa canne", "son pain", "un chat")]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ([*VIDEOS, "La bibliothèque ouvre désormais le dimanche matin"], False),
        (VIDEOS, True),  # too few
        ([f"La fanfare de Brume et le tuba, acte {number} de la nuit" for number in range(5)], True),  # about the same
    ],
)
def test_a_row_of_headlines_above_the_text_is_of_others(row: list[str], *, kept: bool) -> None:
    article = read("\n\n".join([*MENU, "Par Anne Roux", "Publié le 3 mars 2022", *row, *NIGHT, *FOOT]))
    assert (row[0] in article.text) == kept


@pytest.mark.parametrize(
    ("above", "end", "kept"),
    [
        (["Quick Guide", "How do I hear the band?", "Show"], "Was this helpful?", False),
        (["Quick Guide", "How do I hear the band?"], "Was this helpful?", True),  # no button unfolds it
        (["Timeline"], "Was this helpful?", True),  # a heading of the article
        (["Quick Guide", "How do I hear the band?", "Show"], "The band is helpful.", True),
    ],
)
def test_a_guide_that_a_button_unfolds_is_no_part_of_the_article(above: list[str], end: str, *, kept: bool) -> None:
    sentence = "If the tuba of the band is on your phone, tap the horn at the top of the night and wait."
    assert (sentence in night(*above, sentence, end).text) == kept


def test_headlines_that_are_much_of_the_article_are_its_own() -> None:
    parts = [
        [f"Le cor du lot {number} part pour trois fois son prix", f"Le tuba du lot {number} reste sans acheteur"]
        for number in range(8)
    ]
    lines = [line for part, paragraph in zip(parts, NIGHT, strict=True) for line in (*part, paragraph)]
    article = read("\n\n".join([*MENU, *lines, *FOOT]))
    assert [line for line in lines[2:] if line not in article.text] == []


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Anne Roux est journaliste et suit les fanfares de la vallée depuis douze ans.", False),
        ("Anne Roux est tombée dans le tuba devant toute la vallée, il y a douze ans.", True),
        ("Zoé Lebrun est journaliste et suit les fanfares de la vallée depuis douze ans.", True),
    ],
)
def test_what_tells_about_the_author_above_the_article(note: str, *, kept: bool) -> None:
    article = read("\n\n".join([*MENU, "Par Anne Roux", "Publié le 3 mars 2022", note, *NIGHT, *FOOT]))
    assert article.byline == "Anne Roux"
    assert (note in article.text) == kept


TREES = ["Pommier", "Cerisier", "Noyer", "Tilleul", "Chêne", "Hêtre"]
OTHERS = [
    ("Un facteur retrouve son vélo au fond du canal", "La sonnette, couverte de moules, fonctionne encore."),
    ("La bibliothèque ouvre désormais le dimanche", "Les lecteurs le réclamaient depuis six hivers."),
    ("Trois chèvres bloquent la départementale", "Deux sacs de pain les ont fait rentrer chez elles."),
    ("Le carnaval attendra que le vent se calme", "Les chars passent la semaine sous une bâche."),
    ("Un lynx filmé près de la gare de Vaux", "Il a traversé deux jardins, selon un promeneur."),
    ("La laiterie cherche vingt paires de bras", "Elle manque surtout de chauffeurs pour ses yaourts."),
]
SHORT = [
    "Un tuba a été retrouvé dimanche dans une grange de Brume, sous quarante tonnes de foin.",
    "Les gendarmes l’ont rendu au chef de la fanfare, qui en a joué aussitôt devant la grange.",
]


@pytest.mark.parametrize("label", ["À lire aussi", "Most read", "À la une"])
@pytest.mark.parametrize("above", [True, False])
def test_a_very_short_article_stands_out_among_many_others(label: str, above: bool) -> None:
    others = [label, *(line for pair in OTHERS for line in pair)]
    page = [*MENU[:-1], *others, TUBA, *SHORT] if above else [*MENU[:-1], TUBA, *SHORT, *others]
    assert read("\n\n".join([*page, *FOOT])).text == "\n\n".join([TUBA, *SHORT])


def test_a_sentence_about_the_same_below_the_headline_of_another_article_is_no_summary() -> None:
    others = [*OTHERS, ("Le loto rapporte un fromage", "La fanfare et son tuba n’ont rien gagné cet hiver.")]
    page = [*MENU[:-1], "Le journal de la fanfare", "À la une", *(line for pair in others[::-1] for line in pair)]
    assert read("\n\n".join([*page, TUBA, "Publié le 3 mars 2022", *SHORT, *FOOT])).title == TUBA


TAILS = [
    "Son propriétaire, un boulanger de Morteaux, pensait ne jamais le revoir.",
    "On y trouvera aussi des partitions, du thé et un fauteuil qui grince.",
    "Le berger a promis de réparer sa clôture avant la fin de la semaine.",
    "Personne ne sait encore qui rendra les confettis aux écoliers déçus.",
    "La chasse est fermée ; les photographes, eux, attendent leur tour.",
    "Il faut aimer se lever tôt, et le bruit des bouteilles qui tintent.",
]


@pytest.mark.parametrize("above", [["Partager", "Tweeter", "Imprimer"], ["Voilà la semaine, jour après jour."]])
def test_parts_about_many_things_are_kept_where_no_label_stands_above(above: list[str]) -> None:
    parts = [line for (head, text), tail in zip(OTHERS, TAILS, strict=True) for line in (head, f"{text} {tail}")]
    article = read("\n\n".join([*MENU[:-1], *NIGHT[:2], *above, *parts, *FOOT]))
    assert [line for line in parts if line not in article.text] == []


@pytest.mark.parametrize(
    "last", ["Bref.", "Le chef est rentré à pied, sans un mot, par la route de Vaux ■", "Le tuba dort. ♦"]
)
def test_the_last_words_of_an_article_are_kept(last: str) -> None:
    assert night(last, at=8).text.endswith(last)


def test_a_line_above_the_text_is_kept_where_no_title_is_found() -> None:
    line = "Une flûte rouge et bien des soupirs"
    article = read("\n\n".join([*MENU[:-1], "Partager", line, *NIGHT, *FOOT]))
    assert (article.title, line in article.text) == (None, True)


def test_short_parts_of_one_article_are_no_others() -> None:
    parts = [
        line
        for what, tail in zip(["le froid", "le gel", "la neige", "la pluie", "le vent", "la grêle"], TAILS, strict=True)
        for line in (f"Garder son tuba malgré {what}", f"Un tuba craint {what} : rangez le tuba au grenier. {tail}")
    ]
    article = read("\n\n".join([*MENU[:-1], *NIGHT[:2], "Menu", "Rechercher", "Se connecter", *parts, *FOOT]))
    assert [line for line in parts if line not in article.text] == []


@pytest.mark.parametrize(
    "time",
    ["14:20", "14h20", "2.20pm", "9 a.m.", "Posted at 14:20", "Mis à jour à 14h20", "Il y a 2 heures", "2 hours ago"],
)
def test_the_times_of_live_coverage_are_dates(time: str) -> None:
    article = night(time)
    assert next(block.kind for block in article.blocks if block.text == time) == "date"
    assert article.published is None


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (["14h20", "Le tuba est retrouvé"], True),
        (["2.20pm BST", "Tuba found", "Ann Roe"], True),
        (["14h20", "Partager", "Nos lecteurs"], False),
        (["Le tuba est retrouvé"], False),
    ],
)
def test_the_heading_of_the_first_part_of_live_coverage_is_kept(above: list[str], *, kept: bool) -> None:
    article = read("\n\n".join([*MENU[:-1], "Direct : la fanfare de Brume", "3 mars 2022", *above, *NIGHT, *FOOT]))
    assert all(line in article.text for line in above[1:] or above) == kept


@pytest.mark.parametrize("line", ["14 cors", "9 tubas", "12-10", "Minuit", "à 14h20 précises"])
def test_what_is_no_time(line: str) -> None:
    assert next(block.kind for block in night(line).blocks if block.text == line) != "date"


def test_a_list_of_names_right_below_the_article_is_its_own() -> None:
    names = "Tubas : Roux, Lebrun, Marchand ; cors : Petit, Moreau, Garnier ; harpe : Vidal."
    assert night(names, at=8).text.endswith(names)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["Le Tuba de Brume", "Jeudi 3 mars 2022", MENU[-1]], MENU[-1]),  # the name that the foot has, too
        ([MENU[-1], "Jeudi 3 mars 2022"], MENU[-1]),
        (["Treize choses que savent les voisins", "Jeudi 3 mars 2022"], "Treize choses que savent les voisins"),
        (["Publié le 3 mars 2022", "Le tuba et la fanfare de Brume", "Anne Roux, salle des fêtes"], None),
        (["Une harpe perdue", "La fanfare", "Anne Roux", "3 mars 2022"], "Une harpe perdue"),
        (["Tubas gelés", "Anne Roux", "3 mars 2022"], "Tubas gelés"),  # two words
        (
            [
                "Il vous reste deux nuits à passer dehors.",
                "Offrir",
                "Treize choses que savent les voisins",
                "Par Anne Roux",
            ],
            "Treize choses que savent les voisins",
        ),  # below a notice of the site
        (["Tubas gelés à Vaux", "La fanfare de Brume et le maire. (Anne Roux/Le Clairon)"], "Tubas gelés à Vaux"),
        (["Tubas gelés", "1.1 La fanfare et le maire", "1.2 Le tuba de Brume", "3 mars 2022"], "Tubas gelés"),
        (["La fanfare", "Jeudi 3 mars 2022"], "La fanfare"),
        (["La fanfare de Brume", "La fanfare de Brume joue toute la nuit"], "La fanfare de Brume joue toute la nuit"),
        (["• La fanfare et le tuba", "Brume, une nuit de fanfare"], "Brume, une nuit de fanfare"),
        (
            ["Accueil Cuivres La fanfare de Brume joue seule", "La fanfare de Brume joue seule"],
            "La fanfare de Brume joue seule",
        ),
        (
            ["Brume et fanfare", "La nuit où le tuba de Brume a joué seul", "Par Anne Roux", "3 mars 2022"],
            "La nuit où le tuba de Brume a joué seul",
        ),  # the name of a section
        (["Le tuba volé de Brume", "0:58", "Lecture", "Publicité", "Mardi 1 mars 2022"], "Le tuba volé de Brume"),
        (
            [
                "Direct : une nuit blanche à Brume",
                "La fanfare joue avec ses tubas et ses cors devant le maire et toute la salle",
                "Publié le 3 mars 2022",
            ],
            "Direct : une nuit blanche à Brume",
        ),  # a summary below
    ],
)
def test_the_title_of_a_page(above: list[str], title: str | None) -> None:
    article = read("\n\n".join([*MENU[:-1], *above, *NIGHT, *FOOT, "© 2022 Le Tuba de Brume"]))
    assert article.title == (title or above[1])


def test_a_title_that_stands_again_is_dropped() -> None:
    title = "Le tuba volé est revenu seul et sans explication"
    article = read("\n\n".join([*MENU[:-1], title, NIGHT[0], title, *NIGHT[1:], *FOOT]))
    assert (article.title, article.text.count(title)) == (title, 1)


def test_what_somebody_says_above_an_invitation_is_the_articles() -> None:
    last = "Work went on at noon. A spokesperson for one of the firms said that no deadline would be moved."
    body = [
        "Some 1,200 people in Brume were asked to stay upstairs after a leopard walked into the hall of their office.",
        "The leopard, first seen by a guard at dawn, spent four hours behind a palm before it was put to sleep.",
        "“It was very calm, calmer than the office,” the guard told the paper of Brume on Tuesday.",
    ]
    invitation = "For all the latest news of Brume, download our app and subscribe to us on Facebook and Instagram."
    head = [*MENU, "Leopard in Brume sends people upstairs", *body]
    article = read("\n".join([*head, "ALSO READ", "Man held for selling one flat to nine", last, invitation, *FOOT]))
    assert article.text.endswith(last)
