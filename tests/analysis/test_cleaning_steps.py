"""The steps of cleaning, one by one: what each finds and what it spares, on the smallest texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.pipeline import STEPS, Step, clean
from tui_reader.analysis.cleaning.units import split_units
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Block, Span

STEP = {step.name: step for step in STEPS}
MENU = ["Menu", "Rechercher", "Se connecter", *(f"Rubrique {number}" for number in range(20))]
LONG_DATE = "La Voix des Cors - 3 mars 2022 à 18:30 | mis à jour le 3 mars 2022 à 20:05 - Temps de lecture : 3 min"
TITLE = "Le tuba volé est revenu"
BODY = [
    "La fanfare de Brume avait promis de jouer jusqu’à minuit, et la fanfare de Brume tient toujours ses promesses.",
    "Au premier rang, le tuba jouait seul, car les cors avaient gelé et la harpe attendait encore son autocar.",
    "À dix heures, la fanfare comptait douze tubas, trois cors dégelés et un chien que personne n’avait invité.",
    "Le maire a pris la parole pour dire que le tuba est une chance, la fanfare un devoir, et qu’il avait froid.",
]
FOOT = [
    *("Cuivres", "Brume-les-Eaux", "Les plus lus", "Un cor trop long", "Mentions légales", "Contact"),
    "© 2022 Le Clairon",
]
ROWS = ["| Rue | Tonnes |", "|---|---|", "| 1re | 420 |", "| 13e | 610 |"]
COLOURS = [
    "ambre",
    "azur",
    "bistre",
    "blanc",
    "bleu",
    "brun",
    "carmin",
    "cyan",
    "fauve",
    "gris",
    "ivoire",
    "jade",
    "jaune",
    "lilas",
    "mauve",
    "noir",
    "ocre",
]
TEASERS = ["Un accordéon retrouvé dans un arbre fruitier", "La harpe la plus courte du monde est vendue"]
EXPORT = ["HD", TITLE, "BY", "Anne Roux", "WC", "412 words", "PD", "3 mars 2022", "SN", "Le Clairon", "TD", *BODY[:2]]

SHORT_LINES = [f"{instrument} {state}" for instrument in ("Cor", "Tuba", "Harpe") for state in COLOURS]
MORE = [f"{line[:-1]}, et la fanfare de Brume a joué encore, avec son tuba et ses cors." for line in BODY]

AUTHOR_NOTE = "Anne suit la fanfare depuis douze ans."
PULL_QUOTE = "« Un tuba qui joue seul dans la neige, cela ne s’oublie pas. »"
COOKIES = [
    "Un cookie, dit le chef de la fanfare, est un petit fichier que le navigateur garde pour les régies.",
    "Le fichier reste sur votre navigateur, et les régies y lisent, avec votre consentement, chaque page du site.",
    "Le fichier reste sur votre navigateur, et nous y lisons, avec votre consentement, chaque page pour les régies.",
]
NEWSLETTER_BOX = [
    "La lettre du pain",
    "Chaque samedi, le seigle et le froment expliqués par nos boulangers.",
    "Votre adresse e-mail",
    "Je m’inscris",
    "Vos données ne servent qu’à cela.",
]
Found = dict[str, str | None]


def page(*middle: str, above: Sequence[str] = (TITLE,), below: Sequence[str] = ()) -> list[str]:
    """A whole page: a menu, lines above the text, the text with lines in its middle, lines below it and a foot."""
    return [*MENU, *above, *BODY[:2], *middle, *BODY[2:], *below, *FOOT]


def text(*lines: str) -> list[str]:
    """A plain text that ends with two paragraphs."""
    return [*lines, *BODY[:2]]


class Case(NamedTuple):
    """A step, the lines of a text, and for each line that the step decides on, what `decided` says."""

    step: str
    lines: Sequence[str]
    found: Found


def draft_before(step: Step, lines: Sequence[str], *, is_cut: bool = False) -> PageDraft:
    """The draft of a text when the turn of `step` comes."""
    raw = "\n\n".join(lines)
    draft = PageDraft.of(raw, split_units(raw), "fr", is_cut=is_cut)
    for earlier in STEPS[: STEPS.index(step)]:
        if earlier.concerns(draft):
            earlier.run(draft)
    return draft


def decided(step: Step, lines: Sequence[str], *, is_cut: bool = False) -> Found:
    """What a step changes of a text: the rule of each changed block, or its kind where no rule is named.

    Of a doubtful block both: "heading? label.unsure".
    """
    draft = draft_before(step, lines, is_cut=is_cut)
    before = {block.span.start: block for block in draft.blocks}
    assert step.concerns(draft)
    step.run(draft)
    unknown = Block("paragraph", draft.blocks[0].span, "")
    changed = [block for block in draft.blocks if block != before.get(block.span.start, unknown)]
    told = {
        block.text: f"{block.kind}? {block.rule}" if block.doubtful else block.rule or block.kind for block in changed
    }
    return {text: rule for text, rule in told.items() if rule != "paragraph"}


CASES = [
    # What an archive put around the article
    Case(
        "archive-fields",
        EXPORT,
        {
            **dict.fromkeys(("HD", "BY", "WC", "412 words", "PD", "SN", "TD"), "archive.field"),
            TITLE: "title",
            "Anne Roux": "byline",
            "3 mars 2022": "date",
            "Le Clairon": "archive.site",
        },
    ),
    Case("archive-fields", text("HD", TITLE), {}),  # one code is no export
    Case("archive-fields", text("Auteur : Anne Roux"), {}),
    # Boilerplate by its own words
    Case("words", text("Publicité"), {"Publicité": "advert"}),
    Case("words", text("Écoutez les cuivres."), {"Écoutez les cuivres.": "paragraph? label.unsure"}),
    Case("words", text("Le tuba, à l’aube. ANNE ROUX / AFP"), {"Le tuba, à l’aube. ANNE ROUX / AFP": "caption"}),
    Case("words", text("La publicité du concert avait été interdite."), {}),
    Case("words", text("Par le train et le bus · 4 min de lecture"), {
        "Par le train et le bus · 4 min de lecture": "reading_time"}),
    Case("words", text("Cuivres · 4 min de lecture"), {"Cuivres · 4 min de lecture": "reading_time"}),
    Case("words", text("Brume | 12 | 40 | -3"), {}),  # a row of a table
    *(
        Case("words", text(line), {line: "caption"})
        for line in (
            "Deux tubas sèchent au soleil. REUTERS/Inez Cor",
            "VB/Inez Cor",
            "Un tuba cabossé. (Crédit : Anne Roux)",
            "A dented tuba. (Credit: Ann Roe)",
            "Le tuba de Brume. (Anne Roux/Le Clairon)",
        )
    ),
    Case("words", text("Le score est de 12/3"), {}),
    *(
        Case("words", text(line), {line: "navigation"})
        for line in (
            "Politique Monde Société Économie Culture",
            "Météo Annonces légales Avis de décès",
            "Sport Culture Faits divers Petites annonces",
            "Business Politics Science Sports Travel",
            "Actualité Monde Élections Gouvernement",
        )
    ),
    *(
        Case("words", text(line), {})
        for line in (
            "Politique Culture",
            "Politique, culture et société",
            "Monde Culture Brume Vaux",
            "Le monde du sport",
            "Paris Lyon Marseille",
            "By Ann Roe | aroe@ledger.example | The Ledger",
        )
    ),
    Case("words", text("Cors et/ou tubas"), {}),
    # Tables written with bars
    Case("words", text("| Ville | Cors | Part |", "|---|---|---|", "| Brume | 12 | 40 % |", "| Vaux | 3 | 9 % |"), {}),
    Case("words", text("Town | Horns | Share", "Brume | 207 | 61.5%", "Vaux | 88 | 26.1%"), {}),
    Case("words", text("Une | Cors | Tubas", "Vaux | Brume | Lacs"), {
        "Une | Cors | Tubas": "navigation", "Vaux | Brume | Lacs": "navigation"}),
    # The sentences of a newsletter's box
    Case(
        "newsletter-boxes",
        page(*NEWSLETTER_BOX),
        {line: "newsletter" for line in NEWSLETTER_BOX if line not in ("Votre adresse e-mail", "Je m’inscris")},
    ),
    Case(
        "newsletter-boxes",
        page("The Bread Letter", "All about rye, explained by bakers.", "Your email address", "Sign up"),
        dict.fromkeys(("The Bread Letter", "All about rye, explained by bakers."), "newsletter"),
    ),
    Case("newsletter-boxes", page("Newsletter Pain", "Le meilleur du seigle.", "S’inscrire"), {
        "Le meilleur du seigle.": "newsletter"}),
    Case("newsletter-boxes", page("Newsletter Bread", "All of the best rye.", "Sign up"), {
        "All of the best rye.": "newsletter"}),
    Case("newsletter-boxes", page("Newsletter", "« Seigle »", "Chaque jour, le meilleur du pain", "S’inscrire"), {
        "« Seigle »": "newsletter", "Chaque jour, le meilleur du pain": "newsletter"}),
    Case("newsletter-boxes", page("Newsletter", BODY[3], "Le seigle", "Le pain", "Le lait", "S’inscrire"), {}),
    Case("newsletter-boxes", page("Newsletter", "Le tuba et la fanfare de Brume.", "S’inscrire"), {}),
    Case("newsletter-boxes", page("Sign up for our list to hear of tubas.", "Email address", "Sign up"), {
        "Sign up for our list to hear of tubas.": "newsletter"}),
    Case("newsletter-boxes", page("Le froid", "Chaque pain se vend.", "Je m’inscris"), {}),  # a button alone
    Case(
        "newsletter-boxes",
        page("Le tuba", "Le tuba et la fanfare de Brume, dans la harpe gelée.", "Votre adresse e-mail", "Je m’inscris"),
        {},
    ),  # about what the article is about
    Case("newsletter-boxes", page("Recevez chaque soir le seigle et le froment.", "Je m’inscris"), {
        "Recevez chaque soir le seigle et le froment.": "newsletter"}),
    Case("newsletter-boxes", page("Recevez chaque soir le seigle et le froment.", "Le pain"), {}),
    Case("newsletter-boxes", page("Votre adresse e-mail", "Je m’inscris"), {}),  # paragraphs of the article about it
    # The title with the site's name
    Case("title-of-page", text(f"{TITLE} - Le Clairon", TITLE), {f"{TITLE} - Le Clairon": "title.page"}),
    Case("title-of-page", text(f"Le Clairon | {TITLE}", TITLE), {f"Le Clairon | {TITLE}": "title.page"}),
    Case("title-of-page", text(f"Le Clairon | {TITLE}", "Culture"), {}),
    Case("title-of-page", text(f"{TITLE} | The Ledger", "Culture", TITLE), {f"{TITLE} | The Ledger": "title.page"}),
    Case("title-of-page", text(f"{TITLE} - Le Clairon"), {}),  # the only title
    Case("title-of-page", text(f"{TITLE} - 12 cors", TITLE), {}),
    # What a browser prints at the edges of pages
    *(
        Case("printed-pages", text(*head, TITLE, BODY[0], *edge), dict.fromkeys((*head, *edge), "print"))
        for head, edge in (
            ([f"12/03/2022 18:02 {TITLE} - Le Clairon"], ["https://clairon.example/tuba 1/2"]),
            ([f"12/03/2022, 18:02 {TITLE}"], []),
            ([f"3/12/22, 6:02 PM {TITLE} | The Ledger"], ["Page 1 of 2"]),
            ([], ["1 sur 2 12/03/2022 18:02"]),
            (["12.03.22 18:02"], ["https://clairon.example/tuba 2 / 2"]),
        )
    ),
    Case("printed-pages", text(TITLE, "12/03/2022 18:02 Le tuba est sorti", "12/03/2022 19:10 Il est rentré"), {}),
    Case("printed-pages", text(TITLE, "https://clairon.example/tuba", "1/2"), {}),
    Case("printed-pages", text(TITLE, "https://clairon.example/tuba 3/2"), {}),  # no such page
    Case("printed-pages", text(TITLE, "Page 2 of 3 is missing."), {}),
    Case("printed-pages", text(TITLE, "12/03/2022 18:02"), {}),  # the date
    Case("printed-pages", text(TITLE, "12/03/2022 17:58 Le toit est tombé.", "3 à 4", "https://a.example/cor 1/1"), {
        "https://a.example/cor 1/1": "print"}),  # an entry of live coverage, and a score
    *(
        Case(
            "printed-pages",
            [*head, TITLE, BODY[0], *between, *BODY[1:], *foot],
            dict.fromkeys([*head, *between, *foot], "print"),
        )
        for head, between, foot in (
            ([], ["Le Clairon - 12 mars 2022 - Page 1"], ["Le Clairon - 12 mars 2022 - Page 2"]),
            ([], ["p. 7 | The Ledger"], ["p. 8 | The Ledger"]),
            (["12/03/2022 18:02, Un tuba | Le Clairon"], ["12/03/2022 18:02, Un tuba | Le Clairon"], []),
            (["3/12/22, 6:02 PM"], ["about:blank", "1/2", "3/12/22, 6:02 PM"], ["about:blank", "2/2"]),
            (["12/03/2022 18:02"], ["1/2", "12/03/2022 18:02"], ["2/2"]),
            (["3/12/22, 6:02 PM", "A tuba"], ["about:blank 1/2", "3/12/22, 6:02 PM", "A tuba"], ["about:blank 2/2"]),
            ([], [], ["Imprimé depuis clairon.example"]),
            ([], [], ["Page imprimée le 04/02/2022 à 18h02"]),
            ([], [], ["Imprimé le 4 février 2022 par abonne123"]),
            ([], [], ["Printed from ledger.example"]),
            ([], [], ["Page 1 sur 1"]),
        )
    ),
    *(
        Case("printed-pages", [TITLE, BODY[0], between, *BODY[1:], foot], {})
        for between, foot in (
            ("Étape 1", "Étape 2"),
            ("Acte 1/2", "Acte 2/2"),  # headings
            ("Le Clairon - Page 1", "Le Clairon - Page 3"),
            ("Le Clairon, page 12", "La Dépêche, page 13"),
            ("Le cor est à la page 1.", "Le cor est à la page 2."),
            ("Imprimé depuis 1847", "Imprimé le jour, lu la nuit"),
            ("Imprimé le 4 mars 2022, le livre n’a pas trouvé un seul lecteur.", "1/2"),
        )
    ),
    Case("printed-pages", [TITLE, *BODY, "Le cor, page 1", "Le cor, page 2"], {}),  # contents
    Case("printed-pages", [TITLE, *BODY, "12 cors\thttps://cors.example", "Vu\thttps://cors.example"], {}),  # sources
    # A press release
    *(
        Case("press-release", [*above, TITLE, *BODY, *below], dict.fromkeys((*above, *below), "release"))
        for above, below in (
            (["COMMUNIQUÉ DE PRESSE"], []),
            (["For immediate release", "Contact: Ann Roe, 555-0143, roe@brume.example"], ["###", "About Brume"]),
            (["Communiqué"], ["Contact presse", "01 02 03 04 05"]),
            (["Communiqué"], ["À propos de Brume Cuivres", "La fanfare est née en 1891.", "www.brume.example"]),
            (["Press release"], ["- ENDS -", "Media enquiries: press@brume.example"]),
        )
        if above or below
    ),
    Case("press-release", [TITLE, *BODY, "Contact", "01 02 03 04 05"], {}),  # a foot
    *(
        Case("press-release", [*above, TITLE, *BODY, *below], dict.fromkeys((*above[:labels], *below), "release"))
        for above, labels, below in (
            (["Communiqué – Brume, le 3 mars 2022"], 0, ["Contact presse : Anne Roux, 01 02 03 04 05", "###"]),
            (["Press release | March 3, 2022"], 0, ["About Brume", "It has 12 horns.", "It has a tuba.", "a@b.fr"]),
            (["Communiqué"], 1, ["À propos de Brume", "Brume compte 12 cors.", "Brume a un tuba.", "Contacts presse"]),
            (["Communiqué"], 1, ["Contact presse : Anne Roux, 01 02 03 04 05", "En savoir plus : www.brume.example"]),
            (["News release"], 1, ["Press contact: Ann Roe, roe@brume.example", "- 30 -"]),
        )
    ),
    Case("press-release", [TITLE, *BODY, "Contact : Anne Roux, 01 02 03 04 05", "Entrée : 12 euros"], {}),
    Case("press-release", ["Communiqué – Brume, un tuba revient", TITLE, *BODY, "À propos de Brume", BODY[0]], {}),
    Case("press-release", ["Communiqué", TITLE, *BODY, "À propos de Brume", "Brume dort.", "Le cor joue."], {
        "Communiqué": "release", "À propos de Brume": "release", "Brume dort.": "release"}),  # nobody to ask
    Case("press-release", ["Communiqué", TITLE, *BODY, "À propos de Brume", "Il gèle.", "« Oui », dit-il.", "a@b.fr"], {
        "Communiqué": "release", "À propos de Brume": "release", "Il gèle.": "release", "a@b.fr": "release"}),
    Case("press-release", ["News release", TITLE, *BODY, "Ends", "Notes to editors", "It has 12 horns.", "###"], {
        "News release": "release", "Ends": "release", "###": "release"}),
    Case("press-release", [TITLE, "Le communiqué de presse du maire n’en dit rien.", *BODY], {}),
    Case("press-release", ["Communiqué", TITLE, *BODY, "Fin", "Notes", "Le tuba pèse neuf kilos."], {
        "Communiqué": "release", "Fin": "release"}),
    Case("press-release", [TITLE, "###", *BODY], {}),  # above most of the text
    Case("press-release", [TITLE, *BODY, "À propos de la fanfare", BODY[0]], {}),
    Case("press-release", [TITLE, *BODY, "***", "Les chiffres", "30 tubas", "Cellule d’aide : 0 800 12 34 56"], {}),
    Case("press-release", ["Communiqué", TITLE, *BODY, "À propos des concerts", BODY[0], "12 mars : les cors"], {
        "Communiqué": "release"}),
    # The name of the site
    *(
        Case("site-name", [*head, TITLE, *BODY, *foot], {name: "site.name"})
        for name, head, foot in (
            ("Le Quotidien du Cuivre", ["Le Quotidien du Cuivre"], ["S’abonner"]),
            ("Brume Rouge", ["Brume Rouge"], ["© 2022 Brume Rouge"]),
            ("Brume Rouge", ["Menu", "Brume Rouge"], ["Abonnez-vous à Brume Rouge"]),
            ("Le Nouveau Cor - Accueil", ["Le Nouveau Cor - Accueil"], []),
            ("Brass Rouge", ["Brass Rouge"], ["Follow BrassRouge"]),
            ("Brume Rouge", [f"{TITLE} - Brume Rouge", "Brume Rouge", "Culture"], []),
            ("The Horn Review", ["The Horn Review"], ["Ann Roe is a staff writer at The Horn Review."]),
            ("Brume Rouge", ["Brume Rouge"], ["Un tuba sèche. (ANNE ROUX / BRUME ROUGE)"]),
            ("Brume Rouge", ["Brume Rouge", "Anne Roux", "Publié le 2 mars 2022 à 18h02 - Brume Rouge"], []),
            ("Brume Rouge", ["Brume Rouge"], ["Source : www.brumerouge.example"]),
            ("La Tribune cuivrée", ["La Tribune cuivrée"], ["S’abonner"]),
            ("Le Cor", ["Le Cor"], ["Un tuba sèche. (F. Roux/Le Cor)"]),  # of which the text has many
        )
    ),
    *(
        Case("site-name", [*head, TITLE, *BODY, *foot], {})
        for head, foot in (
            (["Fanfares"], ["Suivre Fanfares", "© 2022 Brume Rouge"]),  # a section
            (["Brume"], ["Abonnez-vous à la newsletter Brume"]),  # the article is about it
            (["Anne Roux"], ["Suivre Anne Roux"]),
            (["Tribune libre"], ["© 2022 Brume Rouge"]),
            (["Actu"], ["© 2022 Actu Rouge"]),  # a longer name
            (["Saint-Aubin"], ["Photo Anne Roux, Saint-Aubin"]),
            (["Brume"], ["Un tuba sèche. (F. Roux/Brume)"]),  # the article is about it
            (["La presse étrangère"], []),
            (["Le Courrier de l’espoir"], []),  # a book
            (["Monde - Rome"], []),  # a section and a place
            (["Liverpool"], ["news@liverpoolhorn.example"]),
        )
    ),
    Case("site-name", ["Le Courrier du Cuivre", *BODY], {}),  # the only title
    # A dispatch
    Case(
        "dispatch-head",
        text("LAC0027 3 SO 0188 BLG /AGV-KT08", "Musique-cuivres", "(PAPIER GENERAL)", TITLE),
        dict.fromkeys(("LAC0027 3 SO 0188 BLG /AGV-KT08", "Musique-cuivres", "(PAPIER GENERAL)"), "dispatch"),
    ),
    Case("dispatch-head", text("Musique-cuivres", "(PAPIER GENERAL)", TITLE), {}),  # no slug
    Case("dispatch-foot", [*BODY, "ako/rl/bdz", '<firm code="B12">CUIVRES</firm>'], {
        "ako/rl/bdz": "dispatch", '<firm code="B12">CUIVRES</firm>': "dispatch"}),
    Case("dispatch-head", text("LAC0027 3 i 0188 BLG", "Music-brass", TITLE), {
        "LAC0027 3 i 0188 BLG": "dispatch", "Music-brass": "dispatch"}),
    Case("dispatch-foot", page(below=["ako/rl/bdz", "© Agence Brume", "Partager"]), {"ako/rl/bdz": "dispatch"}),
    Case("dispatch-foot", [BODY[0], "cor/tuba", BODY[1]], {}),  # inside the text
    # The article's own web address
    Case(
        "own-address",
        text(TITLE, "https://clairon.example/tuba-vole"),
        {"https://clairon.example/tuba-vole": "address"},
    ),
    Case("own-address", text("clairon.example", TITLE), {"clairon.example": "site"}),
    Case("own-address", text(TITLE, "https://twitter.com/clairon/1"), {}),  # a network's
    Case("own-address", [*BODY, "Sources :", "https://a.example/1", "https://b.example/2"], {}),  # several at the foot
    # Bylines and dates of a page
    Case(
        "page-bylines",
        page(above=[TITLE, "Par Anne Roux", "Publié le 3 mars 2022"]),
        {"Par Anne Roux": "byline", "Publié le 3 mars 2022": "date"},
    ),
    Case(
        "page-bylines",
        page(above=[TITLE, "Anne Roux / 3 mars 2022 / Temps de lecture : 4 min"]),
        {"Anne Roux / 3 mars 2022 / Temps de lecture : 4 min": "byline"},
    ),
    Case("page-bylines", page(above=[TITLE, LONG_DATE]), {LONG_DATE: "date"}),
    Case("page-bylines", page(above=[TITLE, "Par ici la fanfare des sourds"]), {}),
    Case("page-bylines", page(above=[TITLE, "Article rédigé par", "claironinfo", "3 mars 2022"]), {
        "Article rédigé par": "byline", "3 mars 2022": "date"}),
    Case("page-bylines", page(above=[TITLE, "Par", "le tuba", "3 mars 2022"]), {"3 mars 2022": "date"}),
    Case("page-bylines", page(above=[TITLE, "Anne Roux"]), {}),  # a lone name, no date beside it
    # A name below the title of a page
    Case("name-below-title", page(above=[TITLE, "Anne Roux"]), {"Anne Roux": "byline"}),
    Case("name-below-title", page(above=[TITLE, "Roux MARLOWE"]), {"Roux MARLOWE": "byline"}),
    Case("name-below-title", page(above=[TITLE, "ROUX Anne"]), {"ROUX Anne": "byline"}),
    Case("name-below-title", page(above=[TITLE, "Anne Roux ; Paul Diaz"]), {"Anne Roux ; Paul Diaz": "byline"}),
    Case("name-below-title", page(above=[TITLE, "Anne Roux and Bob Lee"]), {"Anne Roux and Bob Lee": "byline"}),
    Case("name-below-title", page(above=[TITLE, "Cuivres Graves"]), {}),  # no first name
    Case("name-below-title", page(above=[TITLE, "Anne Roux", "Par Paul Diaz"]), {}),  # another signs
    Case("name-below-title", page(above=["Anne Roux", TITLE]), {}),
    Case("name-below-title", page("Anne Roux"), {}),
    Case("name-below-title", page(above=[TITLE, "Anne Roux joue encore"]), {}),
    # Times of live coverage
    Case("times", page("14h20"), {"14h20": "date"}),
    Case("times", page("14 cors"), {}),
    Case("times", page(above=[TITLE, "14h20"]), {}),  # above the text
    # Captions by a credit between brackets
    Case(
        "captions",
        page("Le tuba de Brume. (Anne Roux)"),
        {"Le tuba de Brume. (Anne Roux)": "caption"},
    ),
    Case("captions", page("Le tuba de Brume. (voir plus bas)"), {}),
    Case("captions", page("3", "Le tuba de Brume au bord du lac", "Photo Anne Roux"), {
        "Le tuba de Brume au bord du lac": "caption"}),
    Case("captions", page("La fanfare de Brume a joué toute la nuit au bord du lac.", "Photo Anne Roux"), {}),
    Case("between", page("3", "Le tuba de Brume au bord du lac", "Photo Anne Roux"), {"3": "page.between"}),
    # The title of a page
    Case("page-title", page(), {TITLE: "title"}),
    Case("page-title", page(above=["Le tuba", TITLE]), {TITLE: "title"}),  # a kicker above
    Case("page-title", page(above=["Un lieu sans aucun rapport"]), {}),
    # Bylines and dates of a plain text
    Case("text-bylines", text(TITLE, "Par Anne Roux"), {"Par Anne Roux": "byline"}),
    Case("text-bylines", text(TITLE, "Anne Roux", "3 mars 2022"), {"Anne Roux": "byline", "3 mars 2022": "date"}),
    Case("text-bylines", text(TITLE, "Brume Haute", "3 mars 2022"), {"3 mars 2022": "date"}),  # no first name
    Case("text-bylines", [*BODY[:3], "Par Anne Roux"], {}),  # below the text
    Case(
        "text-bylines",
        [TITLE, BODY[0], "Anne Roux / 3 mars 2022 / Temps de lecture : 4 min", BODY[1]],
        {"Anne Roux / 3 mars 2022 / Temps de lecture : 4 min": "byline"},
    ),  # below a summary
    # The title of a plain text
    Case("text-title", text(TITLE), {TITLE: "title"}),
    Case("text-title", text("CULTURE", TITLE), {TITLE: "title"}),
    Case("text-title", text("• Cuivres de Brume et d’ailleurs", TITLE), {TITLE: "title"}),
    Case("text-title", text(f"{TITLE} :"), {}),
    Case("text-title", EXPORT, {}),  # the archive has named it
    # Readers' comments of a plain text
    Case("comments", [*BODY, "Commentaires", "Zoé"], {"Commentaires": "comments", "Zoé": "comments"}),
    Case("comments", [TITLE, "Commentaires", *BODY], {}),  # above the text
    Case("comments", [TITLE, "12 commentaires", *BODY], {"12 commentaires": "comments"}),  # a counter
    Case("comments", [*BODY[:3], "Commentaires", BODY[3], BODY[1]], {}),  # the article goes on
    # Related headlines below their label
    Case("related", [*BODY, "Lire aussi", "Un cor trop long"], {"Un cor trop long": "related"}),
    Case(
        "related",
        [BODY[0], "Lire aussi", "Un cor trop long", "Une nuit blanche", BODY[1]],
        {"Un cor trop long": "related", "Une nuit blanche": "heading? heading.unsure"},
    ),
    Case(
        "related",
        [BODY[0], "Pour en savoir plus", BODY[1]],
        {"Pour en savoir plus": "heading? label.unsure"},
    ),  # a label that may head a part of the article
    Case("related", [*BODY, "Un cor trop long"], {}),  # no label
    *(
        Case("related", [BODY[0], button, *head, BODY[1]], dict.fromkeys(head, "heading? heading.unsure"))
        for button, head in (
            ("Lire la suite →", ["2. Un cor trop long"]),
            ("Lire la suite", ["CUIVRES", "Un cor trop long"]),
            ("> Lire la suite…", ["Un cor trop long"]),
            ("[Lire la suite]", ["3. Le gel"]),
        )
    ),  # the head of the next story
    *(
        Case("related", lines, dict.fromkeys(related, "related"))
        for lines, related in (
            ([BODY[0], "Lire aussi", "Un cor trop long", BODY[1]], ["Un cor trop long"]),
            ([BODY[0], "Read more", "A horn is too long", BODY[1]], ["A horn is too long"]),
            ([*BODY, "Lire la suite", "Un cor trop long"], ["Un cor trop long"]),  # above no text
            ([BODY[0], "Un gel", "Lire la suite", "Un cor trop long", BODY[1]], ["Un cor trop long"]),  # below none
        )
    ),
    *(
        Case("related", [BODY[0], "Lire aussi", "Un cor trop long", last, BODY[1]], {
            "Un cor trop long": "related", last: "related"})
        for last in ("Recul du lac : la carte des quais menacés", "14 janvier 2022",
            "Le tuba de Brume sera rendu samedi à la fanfare de Vaux")
    ),
    Case(
        "related",
        [BODY[0], "Lire aussi", "Un cor trop long", "« Tout le monde savait, et personne ne disait rien »", BODY[1]],
        {"Un cor trop long": "related",
            "« Tout le monde savait, et personne ne disait rien »": "heading? heading.unsure"},
    ),
    Case("related", [BODY[0], "Editors’ Picks", "My Horn Came. Can I Send It Back?", "Un cor", "Un gel", BODY[1]], {
        "My Horn Came. Can I Send It Back?": "related", "Un cor": "related", "Un gel": "heading? heading.unsure"}),
    Case("related", [BODY[0], "Lire aussi", "Il en reste trois :", BODY[1]], {}),
    # cards with a kicker in capitals, and entries of a list, to the last one
    Case("related", [BODY[0], "Lire aussi", "GEL", "Un cor trop long", "LAC", "Une nuit blanche", BODY[1]],
        dict.fromkeys(("GEL", "Un cor trop long", "LAC", "Une nuit blanche"), "related")),
    Case("related", [BODY[0], "Popular on Brume", "Un cor trop long", "Une nuit blanche", BODY[1]], {
        "Un cor trop long": "related", "Une nuit blanche": "heading? heading.unsure"}),
    # The page's own lines around a plain text
    Case("frame", ["Menu", "Meurtre à Brume", TITLE, *BODY], {}),  # may be a title
    Case("frame", ["Menu", "Se connecter", "Fanfares", TITLE, *BODY], {"Fanfares": "page.above"}),
    Case("frame", [TITLE, *BODY, "Partager", "Fanfares d’ici", "S’abonner", "Mentions légales"], {
        "Fanfares d’ici": "page.below"}),
    Case("frame", ["The Tuba Is Back", *BODY, "Share", "Brass", "Subscribe", "Privacy policy"], {
        "Brass": "page.below"}),
    Case("frame", ["Subscribe", "Log in", "Horns", "The Tuba Is Back", *BODY], {"Horns": "page.above"}),
    Case("frame", [TITLE, *BODY, "Imprimer", "Ingrédients", "6 pommes", "200 g de farine", "Partager"], {}),
    Case("frame", [TITLE, *BODY, "Partager", "Ingrédients", "6 pommes", "S’abonner", "Mentions légales"], {}),
    Case("frame", ["Actualité", "Monde", TITLE, *BODY], {"Actualité": "page.above", "Monde": "page.above"}),
    *(
        Case("frame", [TITLE, above, *BODY, below], {below: "byline"})
        for above, below in (
            ("Par Anne Roux", "Anne Roux"),
            ("Par Anne Roux (envoyée spéciale à Vaux)", "Anne ROUX"),
            ("Par Anne Roux et Paul Diaz", "Anne Roux (à Vaux) et Paul Diaz"),
            ("By Ann Roe", "Ann Roe"),
            ("By Ann Roe and Bob Lee", "Ann Roe and Bob Lee"),
        )
    ),
    Case("frame", [TITLE, "Par Anne Roux", *BODY, "Luc Cor"], {}),  # whom nobody named
    Case("frame", [TITLE, "Par Anne Roux", *BODY, "Anne Roux n’a pas pu le voir jouer"], {}),
    Case("frame", [TITLE, "Monde", TITLE, *BODY], {}),  # one entry of a menu is a kicker
    Case("frame", ["Fanfares", TITLE, *BODY], {}),  # a kicker
    Case("frame", [TITLE, *BODY, "Brume 4, Vaux 2", "Aubin 3, Corvin 1", "Partager"], {}),  # results
    Case("frame", [TITLE, *BODY, "Partager", "Brume 4, Vaux 2"], {}),
    Case("frame", [TITLE, *BODY, "Partager", "Elle a joué.", "Mentions légales"], {}),
    # Above the article
    Case(
        "above",
        ["Fanfares d’ici", *page(above=["À la une de Brume", TITLE])],
        {
            "Fanfares d’ici": "page.above",
            **dict.fromkeys((line for line in MENU if line.startswith("Rubrique")), "page.above"),
            "À la une de Brume": "page.above",
        },
    ),
    Case(
        "above",
        page(above=["Par Anne Roux", "3 mars 2022", TITLE]),
        dict.fromkeys((line for line in MENU if line.startswith("Rubrique")), "page.above"),
    ),  # author and date right above the title
    # Below the article
    Case("below", page(), {"Cuivres": "page.below", "Brume-les-Eaux": "page.below"}),
    Case(
        "below",
        page(below=["Commentaires", "Zoé"]),
        {"Commentaires": "comments", **dict.fromkeys(("Zoé", "Cuivres", "Brume-les-Eaux"), "comments")},
    ),
    # Inside the article
    Case("between", page("Rubrique 3"), {"Rubrique 3": "page.between"}),
    Case("between", page(*TEASERS), dict.fromkeys(TEASERS, "paragraph? heading.unsure")),
    Case("between", page("01:24", "Un cor siffle", "02:10", "Un tuba nage"), dict.fromkeys(
        ("01:24", "Un cor siffle", "02:10", "Un tuba nage"), "promo")),
    Case(
        "between",
        page("Le froid", BODY[3], "Les tubas", above=[TITLE, "Le froid", "Les tubas", "Partager"]),
        dict.fromkeys(("Le froid", "Les tubas"), "page.between"),
    ),  # the table of contents, not the headings
    Case("between", page("Le froid", BODY[3], "Les tubas", above=["Le froid", "Les tubas", TITLE]), {}),  # known before
    Case("between", page("Une nuit blanche"), {}),  # a heading
    Case("between", page(above=[TITLE, "La fanfare de Brume a joué.", "Par Anne Roux", "Radio Cor", "3 mars 2022"]), {
        "Radio Cor": "page.between"}),
    Case("between", page(above=[TITLE, "La fanfare a joué.", "Par Anne Roux", "Radio Cor", "Cor TV", "3 mars 2022"]), {
        "Radio Cor": "page.between", "Cor TV": "page.between"}),
    Case("between", page(*TEASERS, BODY[3], *TEASERS, "— Anne Roux (@aroux) 3 mars 2022"), dict.fromkeys(
        TEASERS, "page.between")),
    Case("between", page("Un cor perdu et retrouvé dans la neige", "Une harpe vendue au poids du bois", BODY[3],
        "On a vu un tuba traverser la place tout seul", "Et personne pour le croire ce soir, bien sûr",
        "— Anne Roux (@aroux) 3 mars 2022"), dict.fromkeys(
        ("Un cor perdu et retrouvé dans la neige", "Une harpe vendue au poids du bois"),
        "paragraph? heading.unsure")),  # the words of a post
    # a card that sells something, and a short heading of the text below
    Case("between", page("Les tubas de l’année", "Dès 18 euros", "See deal", BODY[3]), dict.fromkeys(
        ("Les tubas de l’année", "Dès 18 euros", "See deal"), "promo")),
    Case("between", page("Les tubas de l’année", BODY[3], "La fanfare"), {}),
    # headings that have words of the text below, and turns of an interview
    Case("between", page("Un devoir que la fanfare doit au tuba gelé", BODY[3],
        "Un devoir de plus que la fanfare doit au tuba"), {}),
    Case("between", page("2 / 14", "+3"), {"2 / 14": "page.between", "+3": "page.between"}),  # counters of pictures
    Case("between", page("14h20", "Le froid", "14h40"), {}),  # the heading of an entry
    Case("between", page(above=[TITLE, "La fanfare a joué.", "Partager", "Cuivre", "Lac gelé", "Par Anne Roux"]), {
        "Cuivre": "page.between", "Lac gelé": "page.between"}),
    Case("between", page("14h20", "Partager", "Cuivre", "Lac gelé", "Photo Anne Roux"), {
        "Cuivre": "page.between", "Lac gelé": "page.between"}),
    Case("between", page("Partager", "Lac gelé"), {}),  # a heading: text stands below it
    Case("between", page("Le direct reprend", "1:24", "Un cor siffle"), {}),
    Case("between", page("Please use Chrome browser for a more accessible player", "1:24", "Un cor siffle"), {
        "1:24": "promo", "Un cor siffle": "promo"}),
    Case("between", page("On y trouvait :", *TEASERS), {}),  # a list
    # Notices in an article that is about such things
    Case(
        "notices",
        [TITLE, *COOKIES, BODY[0]],
        {COOKIES[1]: "paragraph? privacy.unsure"},
    ),
    Case("notices", [TITLE, *BODY[:2], COOKIES[1], BODY[2]], {}),  # it has nothing in common with the article
    Case("notices", [TITLE, COOKIES[0], COOKIES[2], BODY[0]], {}),  # the site speaks of itself
    Case("notices", [TITLE, COOKIES[0], COOKIES[1], "Tout accepter", BODY[0]], {}),  # in a dialog
    # A note about the author
    Case(
        "author-note",
        page(above=[TITLE, "Par Anne Roux"], below=["Anne Roux", AUTHOR_NOTE]),
        {
            "Anne Roux": "page.below",
            AUTHOR_NOTE: "page.below",
        },
    ),
    Case(
        "author-note",
        [*page(above=[TITLE, "Par Anne Roux"], below=["Anne Roux", AUTHOR_NOTE]), "Anne Roux"],
        {AUTHOR_NOTE: "page.below"},
    ),  # the name is dropped already: it stands elsewhere, too
    Case("author-note", page(below=["Anne Roux", AUTHOR_NOTE]), {}),
    *(
        Case("author-note", page(above=[TITLE, "Par Anne Roux"], below=["Cuivres", note]), {note: "page.below"})
        for note in (
            "Anne Roux suit la fanfare de Brume et ses tubas depuis douze ans.",
            "Écrivez à Anne Roux, qui suit la fanfare, ou trouvez-la sur @aroux, tuba en main.",
        )
    ),
    Case("author-note", page(above=[TITLE, "Par Anne Roux"], below=["Anne Roux joue du tuba dans la fanfare."]), {}),
    Case("author-note", page(above=[TITLE, "Par Anne Roux et Hugo Cor"], below=["HUGO COR", "Cor suit la fanfare."]), {
        "HUGO COR": "page.below", "Cor suit la fanfare.": "page.below"}),
    # Paragraphs that stand twice
    Case("repeated", [*BODY, BODY[0]], {BODY[0]: "repeated"}),
    Case("repeated", [*BODY, " ".join(BODY)], {" ".join(BODY): "repeated"}),  # the page's data, in one line
    Case("repeated", [" ".join(BODY), *BODY], {}),
    Case("repeated", [*BODY[:2], " ".join(BODY)], {}),
    Case("repeated", [*BODY, "Il neigeait.", "Il neigeait."], {}),  # too short to tell
    Case("repeated", [PULL_QUOTE, BODY[0], f"{PULL_QUOTE[:-3]} », a dit le chef."], {PULL_QUOTE: "repeated"}),
    Case("repeated", ["« Un tuba joue. La neige ne s’oublie pas. »", BODY[0],
        "« Un tuba joue, a dit le chef. La neige ne s’oublie pas »."],
        {"« Un tuba joue. La neige ne s’oublie pas. »": "repeated"}),  # who says it stands between its sentences
    Case("repeated", [PULL_QUOTE, *BODY], {}),  # said once
    Case("repeated", ["« Un tuba seul »", BODY[0], "« Un tuba seul », a dit le chef, et rien d’autre de la nuit."], {}),
    # Headings
    Case("headings", [BODY[0], "Une nuit blanche", BODY[1]], {"Une nuit blanche": "heading"}),
    Case("headings", [*BODY, "Une nuit blanche"], {}),  # nothing below
    Case("headings", [BODY[0], "Elle disait :", BODY[1]], {}),
    # Lists
    Case("lists", [BODY[0], "- Un cor", "- Une harpe", BODY[1]], {"- Un cor": "list", "- Une harpe": "list"}),
    Case("lists", [BODY[0], "• A horn.", "• A harp.", BODY[1]], {"• A horn.": "list", "• A harp.": "list"}),
    Case("lists", [BODY[0], "1. Un cor", "2. Une harpe", BODY[1]], {"1. Un cor": "list", "2. Une harpe": "list"}),
    Case("lists", [BODY[0], "- Vous venez ?", "- Oui.", BODY[1]], {}),  # a dialogue
    Case("lists", [BODY[0], "- Un cor", BODY[1], "• Une harpe", BODY[2]], {}),  # alone
    Case("lists", [BODY[0], "12. Un cor", "20. Une harpe", BODY[1]], {}),
    # Embedded posts
    Case(
        "posts",
        [BODY[0], "Quel tuba !", "— Anne Roux (@aroux) 3 mars 2022"],
        {"Quel tuba !\n\n— Anne Roux (@aroux) 3 mars 2022": "post"},
    ),
    Case("posts", [BODY[0], "— Anne Roux (aroux) 3 mars 2022"], {}),
    Case(
        "posts",
        [BODY[0], "Quel tuba, les amis ! — Port de Brume (@brume) 3 mars 2022"],
        {"Quel tuba, les amis ! — Port de Brume (@brume) 3 mars 2022": "post"},
    ),
    Case("posts", [BODY[0], "Le port (@brume) en a parlé – comme Anne Roux (@aroux) hier."], {}),  # no day
]  # fmt: skip


@pytest.mark.parametrize(("step", "lines", "found"), CASES, ids=[f"{n}-{case.step}" for n, case in enumerate(CASES)])
def test_step(step: str, lines: Sequence[str], found: Found) -> None:
    assert decided(STEP[step], lines) == found


def test_a_cut_text_has_no_foot() -> None:
    lines = [*BODY, "https://clairon.example/tuba-vole"]
    assert decided(STEP["own-address"], lines) == {lines[-1]: "address"}
    assert decided(STEP["own-address"], lines, is_cut=True) == {}


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (page(), BODY),
        (page("Une nuit blanche"), [*BODY[:2], "Une nuit blanche", *BODY[2:]]),
        ([*MENU, *BODY, *SHORT_LINES, *MORE, *FOOT], [*BODY, *SHORT_LINES, *MORE]),  # many, none of them boilerplate
        (text(TITLE), None),  # no page
        ([*MENU, TITLE, *BODY, *ROWS, "Lire aussi : Un cor trop long", *FOOT], [*BODY, *ROWS]),
        ([*MENU, TITLE, *BODY, "Lire aussi : Un cor trop long", *ROWS, *FOOT], BODY),
        ([*MENU, TITLE, *BODY, "Une | Cors | Tubas", "Vaux | Brume | Lacs", "Vins | Pains | Laits", *FOOT], BODY),
        ([*MENU[3:15], *BODY], None),  # short lines, but none that the lexicon knows
        (MENU, None),  # no article
        ([*EXPORT, *page()], None),  # an archive's export
    ],
)
def test_the_body_of_a_page(lines: list[str], body: list[str] | None) -> None:
    draft = draft_before(STEP["body"], lines)
    STEP["body"].run(draft)
    assert draft.is_page == (body is not None)
    if body:
        assert [block.text for block in draft.blocks[draft.page_body.start : draft.page_body.end]] == body
        assert draft.text_start == draft.page_body.start


DIALOG = [
    "Nous utilisons des traceurs pour lire sur votre appareil si vous aimez les tubas ou les cors, puis l’oublier.",
    "Vous pouvez changer vos choix quand vous le voudrez, et reprendre le consentement que vous avez donné à la harpe.",
    "Les données de navigation de ce site ne sont gardées que treize mois, dans un tiroir dont il a perdu la clé.",
]
DIALOG_EN = [
    "Our website uses tracking to read on your device whether you like tubas or horns, and then forgets it quickly.",
    "You can change your choices whenever you want, and take back the consent that you gave to the harp years ago.",
    "Your data and your preferences are kept for thirteen months, in a drawer of which the bandmaster lost the key.",
]


COMMENTS = [
    line
    for name, time in (("marc56", "Il y a 5 heures"), ("Zoé", "Il y a 6 heures"), ("Vieux cor", "Hier à 22:10"))
    for line in (
        name,
        time,
        f"Encore un tuba que l’on nous vole, {name} le dit depuis des années.",
        "Répondre",
        "Signaler",
    )
]
COMMENTS_EN = [
    line
    for name, time in (("mark56", "2 hours ago"), ("Zoe", "3 hours ago"), ("Old horn", "yesterday at 10:10 pm"))
    for line in (name, time, f"Another tuba gone, as {name} has been saying for years and years.", "Reply", "Report")
]


def cards(*, dated: bool) -> list[str]:
    """The headlines of other articles with a sentence below each, and a day in between, or nothing."""
    subjects = ["sucre", "train", "verglas", "musée", "loto", "fromage", "cheval", "phare"]
    day = ["Mardi 1 mars 2022"] if dated else []
    return [
        line
        for subject in subjects
        for line in (f"Un {subject} fait encore parler de lui", *day, f"Le {subject} de Vaux n’a rien dit hier soir.")
    ]


def signed(*headlines: str, day: str | None = None) -> list[str]:
    """Headlines with the author's name, maybe a day, and a sentence below each."""
    return [
        line
        for number, headline in enumerate(headlines)
        for line in (
            headline,
            "Anne Roux",
            *([day] if day else []),
            f"Le ferry de Vaux, encore lui, est resté {number + 2} heures au milieu du lac avec quarante vaches.",
        )
    ]


DATED_COMMENTS = [line for name in ("marc56", "Zoé") for line in (name, "Le 3 mars 2022", f"Bravo, dit {name}.")]
BUTTONS = [
    "En cliquant sur « Tout refuser », vous gardez vos données ; « Accepter » vaut consentement à les voir partir.",
    "Vous pouvez changer vos choix et retirer votre consentement, en cliquant sur « Mes choix », au bas du site.",
]
LONG_PART = [f"{line[:-1]}, dit-on sur les quais où la fanfare de Brume répète." for line in BODY[::-1]]

TICKER = [
    (
        "18:42",
        "Football.",
        "Le club des Lacs a battu celui de Vaux samedi soir et prend la tête avant la trêve d’hiver.",
    ),
    (
        "18:10",
        "Séisme.",
        "Une secousse a été ressentie au large des îles du nord, sans faire de dégâts ni de victimes.",
    ),
    ("17:55", "Justice.", "Un notaire a été condamné à deux ans de prison pour avoir dépensé l’argent de ses clients."),
    (
        "17:31",
        "Météo.",
        "Une tempête est attendue dimanche sur les côtes, où les ferries resteront à quai jusqu’à lundi.",
    ),
    ("17:02", "Cinema.", "The latest film by Paula Verne was seen by a million people within a week of its release."),
]
HEADLINES = ["Trois buts et un carton", "Frayeur au large", "Deux ans pour un notaire", "Avis de grand vent"]
ROW = [line for headline, entry in zip(HEADLINES, TICKER, strict=False) for line in (headline, entry[2])]
ROW_BY_TOWN = [line for number in range(0, 8, 2) for line in (f"Rubrique {number}", *ROW[number : number + 2])]
ROW_WITH_AUTHORS = [line for number in range(0, 8, 2) for line in (ROW[number], "by Anne Roux", ROW[number + 1])]
LIVE_ABOUT_MANY_THINGS = [
    (
        "18:42",
        "Le ferry reste à quai",
        "Aucune traversée n’est prévue avant demain matin, selon la compagnie des Lacs.",
    ),
    ("18:10", "Les écoles fermées", "La fanfare n’y donnera aucun cours avant jeudi, a décidé la préfecture de Vaux."),
    ("17:55", "Les secours", "The firemen of three villages came with ladders and found nobody, nor any band, below."),
    (
        "17:31",
        "Sur la place",
        "Douze voisins ont dormi au gymnase, où la fanfare de Brume leur a porté des couvertures.",
    ),
    ("17:02", "La fanfare", "Bonjour à tous, et bienvenue dans ce direct consacré aux malheurs de la fanfare."),
]
LIVE_AT_LENGTH = [(*entry, f"Il est {entry[0]} et personne ne sait ce que cela durera.") for entry in TICKER]
LIVE = [
    ("18:42", "La fanfare de Brume a perdu son tuba dans la neige, et le chef demande une lampe à la mairie."),
    ("18:10", "Le tuba de la fanfare était encore là, selon le chef, et les cors commençaient à dégeler."),
    ("17:55", "La fanfare de Brume entre sur la place avec douze tubas et autant de cors, devant le maire."),
    ("17:31", "The band of Brume tunes its tubas, and the fanfare begins, as the mayor had promised on the square."),
]


def lines_of(entries: Sequence[tuple[str, ...]]) -> list[str]:
    return [line for entry in entries for line in entry]


@pytest.mark.parametrize(
    "lines",
    [
        [*MENU, *BODY, *lines_of(TICKER), *FOOT],
        [*MENU, *lines_of(TICKER), *BODY, *FOOT],
        [*MENU, *BODY, "Le fil info", *(" ".join(entry) for entry in TICKER), *FOOT],
        [*BODY, *lines_of(TICKER)],  # no page
        [*MENU, *BODY[:2], *lines_of(TICKER), *BODY[2:], *FOOT],
    ],
)
def test_a_ticker_beside_the_article_is_no_part_of_it(lines: list[str]) -> None:
    kept = [
        block.text for block in clean("\n\n".join(lines), split_units("\n\n".join(lines)), "fr").blocks if block.kept
    ]
    assert kept == BODY


@pytest.mark.parametrize("dialog", [DIALOG, DIALOG_EN])
def test_a_dialog_longer_than_the_article_does_not_take_its_place(dialog: list[str]) -> None:
    raw = "\n\n".join([*MENU, TITLE, *BODY, "Contact", *dialog, *(f"{line[:-1]} !" for line in dialog), *FOOT])
    blocks = clean(raw, split_units(raw), "fr").blocks
    assert [block.text for block in blocks if block.kept and not block.doubtful] == [TITLE, *BODY]
    assert {block.rule for block in blocks if block.doubtful} == {"privacy.unsure"}


TERMS = [
    "Les présentes conditions fixent ce que l’utilisateur doit au service, et ce que le service doit à l’utilisateur.",
    "L’éditeur ne saurait être tenu pour responsable des couacs, des silences ni des partitions tombées dans le lac.",
    "Toute musique relève de la propriété intellectuelle, et les tribunaux compétents sont ceux du chef-lieu.",
    "Les données à caractère personnel dorment chez l’hébergeur, où l’on exerce son droit d’accès le premier lundi.",
]
TERMS_EN = [
    "These terms tell the user what the service owes, what is owed to the service, and who brings the sandwiches.",
    "We are not liable for false notes, silences or scores that fell into the lake, and give no warranty for horns.",
    "All tunes are intellectual property, and the governing law is that of the town where the lake begins to freeze.",
    "Personal data sleep in a drawer under data protection, and third parties may look at them on the first Monday.",
]
GARDEN = [
    "Un jardin au bord de l’eau demande peu de soins si la terre est lourde, et beaucoup plus si elle ne l’est pas.",
    "On y met d’abord des plantes qui aiment avoir les pieds mouillés, puis celles qui s’en moquent, puis le reste.",
    "Le plus simple est de regarder ce qui pousse tout seul de l’autre côté de la haie et de planter la même chose.",
    "Une bonne couche de feuilles mortes garde la fraîcheur en été, et la chaleur en hiver, à condition d’y penser.",
    "Les outils ne coûtent guère : une bêche, une fourche, un seau, et quelqu’un de patient pour tenir la ficelle.",
]
NEWS = [
    "Le tuba de Brume a été rendu mardi par Anne Roux, qui l’avait trouvé dans la neige au pied du clocher de Vaux.",
    "« Il était seul et il avait froid, alors je l’ai ramené chez lui », a raconté la bergère au maire, Hugo Cor.",
    "Selon la gendarmerie de Morteaux, le voleur présumé, Paul Verne, a dit qu’il voulait seulement apprendre à jouer.",
]


def cut(lines: Sequence[str]) -> list[str]:
    """Lines of uneven length that the words of these are divided into, as flattened pages have them."""
    parts = []
    for line in lines:
        words = line.split()
        cuts = [0, 6, 11, 19, len(words)]
        parts += [" ".join(words[start:end]) for start, end in pairwise(cuts) if words[start:end]]
    return parts


@pytest.mark.parametrize("terms", [TERMS, TERMS_EN])
@pytest.mark.parametrize("news", [NEWS, cut(NEWS)])
@pytest.mark.parametrize("above", [True, False])
def test_the_terms_of_a_site_do_not_take_the_articles_place(terms: list[str], news: list[str], above: bool) -> None:
    article = [TITLE, "Publié le 3 mars 2022", *news]
    raw = "\n\n".join([*MENU, *(terms if above else ()), *article, "Partager", *(() if above else terms), *FOOT])
    blocks = clean(raw, split_units(raw), "fr").blocks
    assert [block.text for block in blocks if block.kept and not block.doubtful] == article
    assert {block.rule for block in blocks if block.doubtful} == {"privacy.unsure"}
    assert {block.text for block in blocks if block.doubtful} == set(terms)


FAR = [line for label in ("Les plus lus", "À la une", "Dernière minute") for line in (label, *MENU[:-1])]


def test_news_wins_over_a_longer_text_that_is_none() -> None:
    raw = "\n\n".join([*MENU, TITLE, *NEWS, *FAR, *GARDEN, *FOOT])
    blocks = clean(raw, split_units(raw), "fr").blocks
    assert {block.rule for block in blocks if block.text in GARDEN} == {"article.unsure"}
    assert [block.text for block in blocks if block.kept and not block.doubtful] == [TITLE, *NEWS]


@pytest.mark.parametrize(
    ("article", "other"),
    [
        (GARDEN, NEWS[:1]),  # a single paragraph
        ([*NEWS, *NEWS], NEWS),
        (GARDEN, [line for number, line in enumerate(NEWS) for line in (f"Une nouvelle {number}", line)]),  # in a row
        ([*TERMS, "Anne Roux, de Brume, a dit mardi au maire Hugo Cor que les conditions étaient trop longues."], []),
    ],
)
def test_a_text_with_less_of_news_does_not_win(article: list[str], other: list[str]) -> None:
    raw = "\n\n".join([*MENU, TITLE, *article, *FAR, *other, *FOOT])
    blocks = clean(raw, split_units(raw), "fr").blocks
    assert {block.text for block in blocks if block.kept and block.kind == "paragraph"} == set(article)
    assert not any(block.doubtful for block in blocks)


@pytest.mark.parametrize(
    ("lines", "title", "site"),
    [
        ([f"{TITLE} | Le Clairon"], TITLE, "Le Clairon"),
        ([f"{TITLE} - Le Clairon", "Le Clairon", *BODY], TITLE, "Le Clairon"),
        ([f"{TITLE} – The Ledger", *BODY, "© The Ledger 2022"], TITLE, "The Ledger"),
        ([f"{TITLE} - Le Clairon"], f"{TITLE} - Le Clairon", None),  # it may be a part of the title
        ([f"{TITLE} | Il a froid"], f"{TITLE} | Il a froid", None),
    ],
)
def test_the_site_of_a_title(lines: list[str], title: str, site: str | None) -> None:
    article = analyse(document_from_text("\n\n".join([*lines, *BODY])))
    assert (article.title, article.site) == (title, site)


@pytest.mark.parametrize("entries", [LIVE, LIVE_ABOUT_MANY_THINGS, LIVE_AT_LENGTH, TICKER[:3]])
def test_live_coverage_and_a_few_times_are_kept(entries: Sequence[tuple[str, ...]]) -> None:
    raw = "\n\n".join([TITLE, *BODY, *lines_of(entries)])
    kept = [block.text for block in clean(raw, split_units(raw), "fr").blocks if block.kept]
    assert kept == [TITLE, *BODY, *lines_of(entries)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (DIALOG, []),
        (BUTTONS, []),
        ([], BUTTONS),
        ([], [*DIALOG, *DIALOG, "Accueil"]),
        ([], ["Fermer", *DIALOG_EN, "Contact", *DIALOG_EN]),
        ([], ["Une autre rubrique", *cards(dated=True)]),
        ([], cards(dated=True)),
        ([], cards(dated=False)),
        ([], ["À lire aussi", *cards(dated=False)]),
        ([], COMMENTS),
        ([], COMMENTS_EN),
        ([], ["Météo", "Ciné", "Jeux", "Annonces", "Agenda", "Lacs", *cards(dated=False)[:6]]),
        (["À la une", *ROW[:6], TITLE], []),
        ([], ["À lire aussi", *ROW]),
        ([], ["À lire aussi", "Un cor gelé", *(line if len(line) < 40 else f"{line} Et puis ?" for line in ROW)]),
        ([], ["Les plus lus", "Un facteur retrouve son vélo dans le canal", "La sonnette marche encore, selon lui."]),
        ([], signed(*(f"Un cor gelé fait encore parler de Vaux {number}" for number in range(6)))),
        ([], signed(*(f"Un cor gelé fait encore parler de Vaux {number}" for number in range(3)), day="3 mars 2022")),
        ([], ["Partager", "Nous n’avons ni actionnaire ni mécène : aidez-nous, vous le pouvez dès ce soir."]),
        ([], ["Share", "We own no bank, and you can read us for free.", "If you can, please help us today."]),
        ([], ["Partager", "Vos données ne servent qu’à la mesure de l’audience, avec votre consentement."]),
        ([], ["Recevez notre sélection du samedi, tous instruments réunis."]),  # doubtful, right below the text
        ([], ["Cuivres", "Le Clairon est aussi sur Facebook, sur Instagram et dans les poches."]),
        (
            [],
            [
                "Read next",
                *(line for number in range(3) for line in (f"Is it the end of snow, part {number}?", ROW[1])),
            ],
        ),
        ([], ["Cuivres", "Un doute ? Téléchargez la partition du samedi et son mode d’emploi."]),
        ([], ["Ciné", "Un phare s’éteint pour la première …", "Le ferry reste à quai jusqu’à la fin de…", "Jeux"]),
        ([], ["Partager", "Le Clairon est lu dans six vallées.", "On le plie aussi en chapeau."]),
        ([], ["3 commentaires", *DATED_COMMENTS]),
        ([], [line for name in ("marc56", "Zoé", "Vieux cor") for line in (name, "Le 3 mars 2022", f"Bravo, {name}.")]),
        ([], ["Read next", *ROW_BY_TOWN]),
        ([], ["Related", *ROW_WITH_AUTHORS]),
        ([], ["-----", "More on Brume", "Coverage: HTV", "Attendance: 5,012", "Line: HRN 21.5"]),
        (["Top stories", *ROW_BY_TOWN, TITLE], []),
    ],
)
def test_the_body_of_a_page_holds_nothing_else(above: list[str], below: list[str]) -> None:
    draft = draft_before(STEP["body"], [*MENU, *above, *BODY, *MORE, *below, *FOOT])
    STEP["body"].run(draft)
    assert [block.text for block in draft.blocks[draft.page_body.start : draft.page_body.end]] == [*BODY, *MORE]


@pytest.mark.parametrize("label", ["À lire aussi", "Top stories"])
def test_a_row_of_teasers_is_told_below_a_short_article(label: str) -> None:
    draft = draft_before(STEP["body"], [*MENU, TITLE, " ".join(BODY), "Partager", label, *ROW, *FOOT])
    STEP["body"].run(draft)
    assert [block.text for block in draft.blocks[draft.page_body.start : draft.page_body.end]] == [" ".join(BODY)]


@pytest.mark.parametrize(
    "last",
    [
        DIALOG,  # most of the text: an article on privacy
        ROW,  # no label above
        ["À lire aussi", "Un cor gelé", "Le froid", BODY[1]],  # it is about the same
        ["À voir aussi", "Un cor gelé", ROW[1], "Publicité", ROW[3]],  # only one of them stands below a headline
        ["UP NEXT", "Brume: At home on Friday.", "Lurs: At the lake on Sunday."],
        ["Les plus lus", "Un cor trop long", "Le tuba, lui, attend que la fanfare de Brume revienne."],
        ["Le froid", "Les lacs gèlent encore cette nuit-là."],  # one last word
        ["À lire aussi", "Un cor gelé", "Les lacs gèlent encore cette nuit-là."],  # below a box of the article
        ["Partager", "Tubas, cors, nous comptons tous sur vous samedi, dit la fanfare de Brume."],
        ["La fanfare vous attend, et nous aussi."],  # right below the text
        ["18:42", "Un direct", "Nous vous racontons la tempête depuis ce matin."],  # the first entry of live coverage
        signed(*(f"Le {number} cors" for number in "345")),  # headings, no headlines
        [*NEWSLETTER_BOX, "Il neige.", *NEWSLETTER_BOX, *LONG_PART],
        ["Et les cors ?", "Ils ont gelé hier soir.", "Et les lacs ?", "Ils sont pleins de neige."],
    ],
)
def test_the_body_of_a_page_holds_all_of_it(last: list[str]) -> None:
    body = last if last is DIALOG else [*BODY, *last]
    draft = draft_before(STEP["body"], [*MENU, *body, *FOOT])
    STEP["body"].run(draft)
    assert [block.text for block in draft.blocks[draft.page_body.start : draft.page_body.end]] == body


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (text(TITLE), BODY[0]),
        (text("Publicité", "Il neigeait."), BODY[0]),
        ([TITLE, "Il neigeait."], None),
        ([TITLE, "Il neigeait sur le tuba."], "Il neigeait sur le tuba."),
        (["Il neigeait sur le tuba.", "Publicité"], None),  # a title
    ],
)
def test_the_first_paragraph_of_a_text(lines: list[str], first: str | None) -> None:
    draft = draft_before(STEP["first-paragraph"], lines)
    STEP["first-paragraph"].run(draft)
    assert draft.text_start == (lines.index(first) if first else len(lines))


def test_a_line_that_may_be_the_title_begins_the_article() -> None:
    lines = page(above=["Partager", "Une flûte rouge et bien des soupirs"])
    draft = draft_before(STEP["above"], lines)
    assert draft.blocks[draft.article_start].kind != "title"
    STEP["above"].run(draft)
    assert draft.blocks[draft.article_start].text == "Une flûte rouge et bien des soupirs"


def test_what_is_dropped_is_no_longer_doubtful() -> None:
    doubtful = block_rules.doubt(Block("paragraph", Span(0, 1), "x"), block_rules.LABEL_UNSURE)
    dropped = block_rules.drop(doubtful, block_rules.SHARE)
    assert (doubtful.kept, doubtful.doubtful, doubtful.kind) == (True, True, "paragraph")
    assert (dropped.kept, dropped.doubtful, dropped.kind, dropped.rule) == (False, False, "share", "share")


def test_plain_text_has_no_body_to_ask_for() -> None:
    with pytest.raises(LookupError):
        _ = draft_before(STEP["text-title"], text(TITLE)).page_body


@pytest.mark.parametrize(
    ("line", "edits"),
    [
        ("Un  tuba est parti.", [" "]),
        ("Un\ttuba est parti.", [" "]),
        ("Un tuba est déjà parti.", []),
        ("©  Le Clairon. Tous droits réservés.", []),  # dropped: its wording is not read
    ],
)
def test_repairs(line: str, edits: list[str]) -> None:
    draft = draft_before(STEP["repairs"], [BODY[0], line, BODY[1]])
    STEP["repairs"].run(draft)
    assert [edit.to for edit in draft.blocks[1].edits] == edits


def test_each_step_has_a_name_of_its_own_and_says_what_it_decides() -> None:
    assert len(STEP) == len(STEPS)
    assert all(step.decides for step in STEPS)


def test_each_step_that_decides_on_lines_has_cases_found_and_spared() -> None:
    told_apart = {
        "body",
        "first-paragraph",
        "repairs",
        "site-of-title",
        "version-of-title",
        "head",
    }  # tables of their own
    found, spared = ({case.step for case in CASES if bool(case.found) == is_found} for is_found in (True, False))
    assert found == set(STEP) - told_apart
    assert set(STEP) - told_apart - spared == {"above", "below"}  # these decide on all lines beyond the article


@pytest.mark.parametrize("lines", [page(*TEASERS, "14h20"), text(TITLE, "Par Anne Roux", "Publicité"), EXPORT])
def test_lines_and_blocks_run_parallel_until_the_last_step(lines: list[str]) -> None:
    draft = draft_before(STEPS[-1], lines)
    assert len(draft.units) == len(draft.lines) == len(draft.blocks)
    assert [unit.span for unit in draft.units] == [block.span for block in draft.blocks]


def test_rules_have_names_of_their_own_and_reasons() -> None:
    assert len({rule.name for rule in block_rules.RULES}) == len(block_rules.RULES)
    assert all(rule.reason for rule in block_rules.RULES)
    defined = [value for value in vars(block_rules).values() if isinstance(value, block_rules.Rule)]
    assert sorted(defined) == sorted(block_rules.RULES)
