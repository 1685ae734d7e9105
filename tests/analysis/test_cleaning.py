"""Which lines are cut, spared or doubted, what the head of an article says, and how its wording is repaired."""

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Block

FIRST = "La fanfare de Brume-les-Eaux a joué toute la nuit dans la rue principale, sans que personne ne s’en plaigne."
LAST = "Elle recommencera samedi, a promis le chef, et cette fois avec des instruments qui sont les siens."

TUBA = "Le tuba volé est revenu seul"
OWN = "Tuba returns on its own"


SUMMARY = "Un tuba volé mardi à Brume est revenu seul, à pied, sans dire un mot de son voyage."


def read(text: str) -> Article:
    return analyse(document_from_text(text))


def block_of(line: str) -> Block:
    """The block that `line` is between two paragraphs of an article."""
    article = read(f"Une fanfare sans instruments\n\n{FIRST}\n\n{line}\n\n{LAST}")
    return next(block for block in article.blocks if block.text == line)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Partager sur Facebook", "share"),
        ("Share this article", "share"),
        ("Publicité", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Lire aussi : Le tuba qui valait trois cors", "promo"),
        ("WATCH LIVE: The tuba parade", "promo"),
        ("Temps de lecture : 3 min.", "reading_time"),
        ("5 min read", "reading_time"),
        ("Inscrivez-vous à notre newsletter : chaque matin, des cuivres dans votre boîte mail.", "newsletter"),
        ("Sign up for the Brass Briefing", "newsletter"),
        ("En poursuivant, vous acceptez l’utilisation de cookies.", "cookies"),
        ("Article réservé aux abonnés", "paywall"),
        ("Already a subscriber? Log in", "paywall"),
        ("Il vous reste 72 % de cet article à lire.", "paywall"),
        ("© Tous droits réservés.", "legal"),
        ("Accueil › Culture › Fanfares", "navigation"),
        (
            "We use cookies and other tracking technologies to tune your visit, to count those who hum and to learn"
            " which brass they like; our privacy policy says what becomes of it, and of you, once the music is over.",
            "notice",
        ),
        (
            "Your horn, your rules: by clicking the big button you consent to our terms of service, which were written"
            " by three lawyers and a trombonist and which nobody, the trombonist included, has read to the end so far.",
            "notice",
        ),
        (
            "Votre adresse e-mail sert à vous envoyer chaque samedi le programme et rien d’autre. Pour user de"
            " votre droit d’accès, écrivez au chef, qui répond quand il n’est pas en train de souffler dans un cor.",
            "notice",
        ),
        ("Skip to main content", "navigation"),
        ("Accueil | Rubrique 2 | Culture | Fanfares", "navigation"),
        ("^ Roux, A. (1962). Cors perdus. Vaux : Lavoir. p. 14.", "navigation"),
        ("Reporting by Ann Roe in Brume; Editing by Bob Lee", "legal"),
        ("This story appears in the March print edition.", "legal"),
        ("Loaded: 12%", "navigation"),
        ("#fanfare #tuba", "navigation"),
        ("#Faits divers", "navigation"),
        ("@le_clairon", "navigation"),
        ("Le plan du défilé (PDF - 1,2 Mo)", "navigation"),
        ("Chaque mardi, l’essentiel des cuivres", "newsletter"),
        ("Cet article est paru dans le numéro 12 du Clairon.", "promo"),
    ],
)
def test_cut(line: str, rule: str) -> None:
    block = block_of(line)
    assert (block.kept, block.rule) == (False, rule)
    assert block.reason


@pytest.mark.parametrize(
    "line",
    [
        "Il a voulu partager son émotion avec la foule.",
        "La publicité du concert avait été interdite.",
        "« Voir aussi bien dans le noir, c’est un don », dit-il.",
        "Il vous reste 12 euros, a dit la caissière.",
        "Le journal a perdu ses abonnés et ses trompettes.",
        "La mairie a condamné l’usage des cookies au chocolat.",
        "He asked her to share the tuba.",
        "Comments were not welcome, the mayor said.",
        "By Monday, the band was asleep.",
        "« Oui » au tuba, « non » à la harpe, « bof » au cor, répond-on.",
        "The related costs rose by 3%.",
        "#1 au classement des fanfares.",
        "“By clicking here you consent to the tuba,” the screen said, and four hundred people who had come for a harp,"
        " some of them from as far as Brume, clicked without a second thought about our terms of service, or theirs.",
        "Elle a donné son adresse e-mail et refusé tous les cookies, même ceux de la cantine, avant de dire au maire,"
        " devant trente témoins, qu’elle tenait à la vie privée de son cor et à celle de ses voisins de palier.",
    ],
)
def test_spared(line: str) -> None:
    block = block_of(line)
    assert (block.kept, block.doubtful, block.kind) == (True, False, "paragraph")


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Le tuba de Brume, à l’aube, le 3 mars. ANNE ROUX / LE CLAIRON", True),
        ("Les cors avant le gel. | ARCHIVES DU CLAIRON", True),
        ("The band at dawn. BOB LEE FOR THE GAZETTE", True),
        ("The band at dawn, by the town hall (Image: The Gazette)", True),
        ("Cartoon by Ann Roe", True),
        ("Tubas move along the quay in Brume. Bob Lee | The Gazette", True),
        ("Le tuba est rentré. Vaux l’attendait | Brume aussi", False),
        ("Le tuba et la harpe, vus du clocher. - © Le Clairon", True),
        ("Le chef de la fanfare au tuba, en 1971. (Coll. part.)", True),
        ("Le maire a crié deux fois. AU SECOURS !", False),
        ("La fanfare joue ce soir. Le Clairon de Brume", False),
        ("Le tuba est à vendre. CDI", False),
    ],
)
def test_a_credit_ends_a_caption(line: str, *, is_caption: bool) -> None:
    assert (block_of(line).kind == "caption") == is_caption


@pytest.mark.parametrize(
    "line",
    [
        "$ ls brass | grep tuba | sort | uniq",
        "tuba = horns[0] | reeds[1] | drums[2]",
        "« Un cor | une harpe | un tuba », disait l’affiche",
        "Brume | 12 | 40 | -3",  # a row of a table
        "Tubas : 12 kg | Cors : 4 kg | Harpes",
    ],
)
def test_signs_between_words_that_are_no_links(line: str) -> None:
    assert block_of(line).kept


@pytest.mark.parametrize(
    "line",
    [
        "Écoutez les cuivres, dit le chef.",  # begins as a promotion does, and is a sentence
        "Abonnez-vous à la vie, répétait-il.",
        "Chaque mardi, l’essentiel du village se retrouve au lavoir.",
        "View at midnight the tuba from the hill, he said.",
        "Le maire a reçu la partition (PDF) par erreur.",
        "“We use cookies instead of drumsticks,” he said.",
        "Vidéo : ce que montre le film, c’est un homme qui rend un tuba et s’en va sans un mot.",  # a long sentence
        "Watch: the band walked past the town hall at nine, at ten and again at eleven, a little slower each time.",
        "Read more: that was what the teacher wrote under every essay about brass until she retired.",
    ],
)
def test_doubted(line: str) -> None:
    block = block_of(line)
    assert (block.kept, block.doubtful, block.rule) == (True, True, "label.unsure")


def test_a_paragraph_that_stands_twice_is_dropped_once() -> None:
    article = read(f"Une fanfare sans instruments\n\n{FIRST}\n\n{LAST}\n\n{FIRST}")
    assert [block.rule for block in article.blocks] == [None, None, None, "repeated"]


def test_comments_are_dropped_below_the_article_only() -> None:
    article = read(f"{FIRST}\n\n{LAST}\n\nCommentaires (1)\n\nZoé\n\nQuel bruit, mais quel beau bruit.")
    assert [block.kind for block in article.blocks if not block.kept] == ["comment"] * 3
    assert all(block.kept for block in read(f"Commentaires\n\n{FIRST}\n\n{LAST}").blocks)


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        (f"{TUBA}\n\nPar Anne Roux\n\nPublié le 2 mars 2022 à 19h45", TUBA, "Anne Roux", "2022-03-02T19:45"),
        (f"CULTURE\n\n{TUBA}", TUBA, None, None),  # a kicker above
        ("Qui l’a volé ?\n\nMis à jour le 3 mars 2022\n\nPublié le 2 mars 2022", "Qui l’a volé ?", None, "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee, Brass Editor\n\nMarch 2, 2022 | 3:45 p.m.", OWN, "Bob Lee", "2022-03-02T15:45"),
        (f"{OWN}\n\nTue 1 March 2022 17.30 GMT", OWN, None, "2022-03-01T17:30Z"),
        (f"{TUBA}\n\nLe Clairon avec AFP", TUBA, "Le Clairon avec AFP", None),
        (f"{TUBA}\n\nBRUME, 2 mars 2022 (Agence Vent)", TUBA, None, "2022-03-02"),
        ("Par ici la fanfare des sourds", "Par ici la fanfare des sourds", None, None),  # no byline
        (f"{OWN}\n\nBy\n\nInez Marlowe\n\nMarch 2, 2022", OWN, "Inez Marlowe", "2022-03-02"),
        (f"{OWN}\n\nPosted on March 2, 2022 by Bob Lee", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee For The Brass Gazette\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022\n\nDaniel Lee", OWN, "Daniel Lee", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022\n\nNew Brume", OWN, None, "2022-03-02"),  # a place
        (f"{TUBA}\n\nPar Anne Roux le 02.03.2022 à 18h05", TUBA, "Anne Roux", "2022-03-02T18:05"),
        (f"{TUBA}\n\nAnne Roux\n\nPublié le 2 mars 2022", TUBA, "Anne Roux", "2022-03-02"),
        (f"Mardi 1 mars 2022\n\n{TUBA}\n\nPublié le 2 mars 2022", TUBA, None, "2022-03-02"),
        (f"Jeudi 3 mars 2022\n\n{TUBA}\n\nLe 2 mars 2022 à 19h30", TUBA, None, "2022-03-02T19:30"),
        (f"Jeudi 3 mars 2022\n\n{TUBA}", TUBA, None, "2022-03-03"),
        (f"{TUBA}\n\nPublié le 9 févr. 2021 à 10:15", TUBA, None, "2021-02-09T10:15"),
        (f"{TUBA}\n\nPublié le 3 déc. 2020", TUBA, None, "2020-12-03"),
        (f"{OWN}\n\nUpdated 1304 GMT (2104 HKT) May 20, 2016", OWN, None, "2016-05-20"),
        ("He played. Nobody came at all", "He played. Nobody came at all", None, None),
        (f"{OWN}\n\nMarch 2, 2022 · Daniel Lee · 9 min read", OWN, "Daniel Lee", "2022-03-02"),
        (f"{TUBA}\n\nAnne Roux / le 2 mars 2022 / Temps de lecture : 4 minutes", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\n\nPublié le 02/03/2022 à 09:15 | A.R. avec AFP", TUBA, "A.R. avec AFP", "2022-03-02T09:15"),
        (f"{OWN}\n\nMar 2, 2022 · 3 min read", OWN, None, "2022-03-02"),
        (f"{TUBA}\n\n{SUMMARY}\n\nAnne Roux / 2 mars 2022 / Temps de lecture : 4 min", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\n\nAFP, publié le 2 mars 2022 à 13h22", TUBA, "AFP", "2022-03-02T13:22"),
        (f"{TUBA}\n\nPublié le 6 juil. 22 à 11:20", TUBA, None, None),  # a year of two digits is not read
        (f"{TUBA}\n\nPublié le 2 mars 2022\n\n(mis à jour le 3 mars 2022 à 12h18)", TUBA, None, "2022-03-02"),
        (
            f"{OWN}\n\nModified: Mar 9, 2022 · Published: Mar 2, 2022 by Bob Lee · 44 Comments",
            *(OWN, "Bob Lee", "2022-03-02"),
        ),
        (f"{OWN}\n\nAdvice by Bob Lee\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nBrass · Posted on Mar 2, 2022", OWN, None, "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022 | Brass Hall | 3 min read", OWN, None, "2022-03-02"),  # no known first name
        (f"{TUBA}\n\n2 mars 2022 par Anne Roux 14 commentaires", TUBA, "Anne Roux", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022 by Bob Lee / 31 Comments", OWN, "Bob Lee", "2022-03-02"),
        (
            f"{TUBA}\n\nPublié le 2 mars 2022 à 06:00, mis à jour le 2 mars 2022 à 11:32",
            *(TUBA, None, "2022-03-02T06:00"),
        ),
        (f"{OWN}\n\nBob Lee (now) and Ann Roe (earlier)\n\nMarch 2, 2022", OWN, "Bob Lee and Ann Roe", "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee blee@gazette.example\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"• Fanfares de Brume et d’ailleurs\n\n{TUBA}", TUBA, None, None),
        (f"VIE LOCALE À BRUME\n\n{TUBA}", TUBA, None, None),
        (f"Le tuba volé\n\n{TUBA}", TUBA, None, None),  # the last of a trail of links
        ("UN TUBA REVIENT SEUL CHEZ LUI", "UN TUBA REVIENT SEUL CHEZ LUI", None, None),
    ],
)  # fmt: skip
def test_head(head: str, title: str, byline: str | None, published: str | None) -> None:
    article = read(f"{head}\n\n{FIRST}\n\n{LAST}")
    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert all(block.kept for block in article.blocks)


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("31 octobre 2012. - ", "2012-10-31"),
        ("8 mars 2018 . –\n", "2018-03-08"),
        ("22 août 2012, Espagne. - ", "2012-08-22"),
        ("CASTELBRUNO, 4 juillet 2014 – ", "2014-07-04"),
        ("LIMA, March 3, 2022 (AFP) — ", "2022-03-03"),
        ("Le 3 mars 2022 – date du vol – ", None),  # a sentence
        ("En mars 2022 – ", None),  # no day
        ("Depuis le vol du 3 mars 2022 à Brume - ", None),
    ],
)
def test_a_dateline_that_opens_the_text_dates_it(dateline: str, published: str | None) -> None:
    assert read(f"{TUBA}\n\n{dateline}{FIRST}\n\n{LAST}").published == published


@pytest.mark.parametrize(
    ("foot", "site"),
    [
        ("© 2022 Le Clairon. Tous droits réservés.", "Le Clairon"),
        ("Copyright © The Brass Gazette 2022", "The Brass Gazette"),
        ("© Tous droits réservés. Reproduction interdite.", None),
        ("La suite dans Le Clairon de demain.", None),
    ],
)
def test_site(foot: str, site: str | None) -> None:
    assert read(f"Une fanfare sans instruments\n\n{FIRST}\n\n{LAST}\n\n{foot}").site == site


@pytest.mark.parametrize(
    ("byline", "site"),
    [
        ("Le Clairon avec AFP", "Le Clairon"),
        ("La rédaction du Clairon de Brume (A.R.) avec AFP", "Clairon de Brume"),
        ("A.R. avec AFP", None),  # initials
    ],
)
def test_the_site_of_a_byline(byline: str, site: str | None) -> None:
    assert read(f"{TUBA}\n\n{byline}\n\n2 mars 2022\n\n{FIRST}\n\n{LAST}").site == site


@pytest.mark.parametrize(
    ("raw", "clean", "rule"),
    [
        ("Un ins\u00adtru\u00adment est parti hier soir.", "Un instrument est parti hier soir.", "soft-hyphen"),
        ("Un  tuba   est parti hier soir.", "Un tuba est parti hier soir.", "blanks"),
        ("Le tuba est dÃ©jÃ\u00a0 parti, lâ€™oncle aussi.", "Le tuba est déjà parti, l’oncle aussi.", "mojibake"),
    ],
)
def test_repairs(raw: str, clean: str, rule: str) -> None:
    (block,) = read(raw).blocks
    assert read(raw).text == clean
    assert {edit.rule for edit in block.edits} == {rule}


@pytest.mark.parametrize(
    "raw", ["ÉTÉ\u00a0» et «\u00a0Âge d’or\u00a0» sont à l’affiche.", "Le São João est fêté là-bas."]
)
def test_what_writers_mean_is_left_as_it_is(raw: str) -> None:
    assert read(raw).text == raw


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


def test_a_page_without_an_article_is_kept() -> None:
    menu = "\n\n".join(["Accueil", "Menu", "Contact", "Rechercher", *(f"Rubrique {number}" for number in range(60))])
    assert sum(block.kept for block in read(menu).blocks) == 60


MENU = [
    "Menu",
    "Rechercher",
    "Se connecter",
    *(f"Rubrique {number}" for number in range(20)),
    "Le tuba volé est revenu",
]
FOOT = ["Cuivres", "Brume-les-Eaux", "Les plus lus", "Un cor trop long", "Mentions légales", "Contact"]
MIDDLE = "Le tuba volé mardi est revenu à pied, selon trois témoins qui disent l’avoir vu sur la route de Brume."
TEASERS = ["Un accordéon retrouvé dans un arbre fruitier", "La harpe la plus courte du monde est vendue"]


def page(*middle: str) -> Article:
    return read("\n\n".join([*MENU, FIRST, *middle, LAST, MIDDLE, *FOOT]))


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


NIGHT = [
    "La fanfare de Brume avait promis de jouer jusqu’à minuit, et la fanfare de Brume tient toujours ses promesses.",
    "Au premier rang, le tuba jouait seul, car les cors avaient gelé et la harpe attendait encore son autocar.",
    "À dix heures, la fanfare comptait douze tubas, trois cors dégelés et un chien que personne n’avait invité.",
    "Le maire a pris la parole pour dire que le tuba est une chance, la fanfare un devoir, et qu’il avait froid.",
    "On a vu le chef de la fanfare pleurer au troisième rappel, ce qu’il nie, et sourire au quatrième, ce qu’il admet.",
    "Quand la fanfare s’est tue, vers deux heures, les tubas ont été rangés par taille dans la salle des fêtes.",
    "La fanfare recommencera l’an prochain, avec des tubas plus petits, a juré le maire à ceux qui voulaient dormir.",
    "Le tuba volé, lui, n’a rien dit ; la fanfare de Brume l’a trouvé le lendemain sur le seuil de la salle des fêtes.",
]


def night(*middle: str, at: int = 5) -> Article:
    """A page about one night, with other lines after so many of its paragraphs."""
    return read("\n\n".join([*MENU, *NIGHT[:at], *middle, *NIGHT[at:], *FOOT]))


@pytest.mark.parametrize("at", [5, 6])
@pytest.mark.parametrize(
    "label", ["Commentaires", "12 commentaires", "Join the discussion", "Leave a comment", "Les plus lus", "Most read"]
)
def test_the_article_goes_on_below_a_button(label: str, at: int) -> None:
    article = night(label, at=at)
    assert [line for line in NIGHT if line not in article.text] == []
    assert label not in article.text


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
    ("note", "kept"),
    [
        (["Anne Roux", "Cheffe du service des cuivres"], False),
        (["Anne Roux", "Anne suit la fanfare de Brume depuis douze ans et joue du cor le samedi."], False),
        (["Anne Roux", "La fanfare recommencera samedi, et le tuba aussi, a promis le maire de Brume."], True),
        (["Zoé Lebrun", "Zoé joue du tuba dans la fanfare de Brume depuis plus de trente ans."], True),
    ],
)
def test_what_tells_about_the_author_below_the_article(note: list[str], *, kept: bool) -> None:
    article = read("\n\n".join([*MENU, "Par Anne Roux", "Publié le 3 mars 2022", *NIGHT, *note, *FOOT]))
    assert article.byline == "Anne Roux"
    assert article.text.endswith(note[-1] if kept else NIGHT[-1])


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


@pytest.mark.parametrize("time", ["14:20", "14h20", "2.20pm", "9 a.m.", "Posted at 14:20", "Mis à jour à 14h20"])
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
        (["Tubas gelés à Vaux", "La fanfare de Brume et le maire. (Anne Roux/Le Clairon)"], "Tubas gelés à Vaux"),
        (["Tubas gelés", "1.1 La fanfare et le maire", "1.2 Le tuba de Brume", "3 mars 2022"], "Tubas gelés"),
        (["La fanfare", "Jeudi 3 mars 2022"], "La fanfare"),
        (["La fanfare de Brume", "La fanfare de Brume joue toute la nuit"], "La fanfare de Brume joue toute la nuit"),
        (["• La fanfare et le tuba", "Brume, une nuit de fanfare"], "Brume, une nuit de fanfare"),
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
