"""Lines known by their own words: which are dropped, spared or doubted."""

import pytest

from tests.analysis.articles import FIRST, LAST, read
from tui_reader.model import Block


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
        ("Scroll back up to restore default view.", "advert"),
        ("Do you have a story for us? Call the horn desk.", "promo"),
        ("Most read in The Horn", "related_label"),
        ("READ MORE ON HORNS", "related_label"),
        ("<iframe src='https://horn.example' width='100%'></iframe>", "navigation"),
        ("What do you think of the horn? Have your say in the comments below", "promo"),
        (
            "We use your sign-up to provide content in ways you've consented to and improve our understanding of you.",
            "notice",
        ),
        ("Story continues below advertisement", "advert"),
        ("Lire aussi : Le tuba qui valait trois cors", "promo"),
        ("WATCH LIVE: The tuba parade", "promo"),
        ("Temps de lecture : 3 min.", "reading_time"),
        ("5 min read", "reading_time"),
        ("Inscrivez-vous à notre newsletter : chaque matin, des cuivres dans votre boîte mail.", "newsletter"),
        ("Sign up for the Brass Briefing", "newsletter"),
        ("Si vous ne parvenez pas à lire cet e-mail, consultez la version en ligne", "newsletter"),
        ("Vous n’arrivez pas à lire ce message ? Cliquez ici.", "newsletter"),
        ("Un problème d’affichage ? Voir la version en ligne", "newsletter"),
        ("Having trouble reading this email? View it online", "newsletter"),
        (
            "Sign up for the Bugle's weekly brass newsletter. Explore the valley with news of tubas and more.",
            "newsletter",
        ),
        ("En poursuivant, vous acceptez l’utilisation de cookies.", "cookies"),
        ("Article réservé aux abonnés", "paywall"),
        ("Sans engagement, résiliable en ligne", "paywall"),
        ("Votre publicité ici ?", "advert"),
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
        ("--------------------", "ruled"),
        ("* * * * * * * *", "ruled"),
        ("=========", "ruled"),
        ("Vous recevez ce message parce que vous aimez les cuivres.", "newsletter"),
        ("You are receiving this email because you like brass.", "newsletter"),
        ("Se désabonner", "newsletter"),
        ("To unsubscribe, write to the band", "newsletter"),
        ("Was this email forwarded to you?", "newsletter"),
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
        ("[À LIRE AUSSI] Un cor sous la glace", "promo"),
        ("→ À LIRE AUSSI. Un cor sous la glace", "promo"),
        ("56 J’aime", "share"),
        ("Reader comments", "share"),
        ("Save articles to read later and create your own list of horns.", "share"),
        ("8.2k viewing now", "promo"),
        ("This essay appears in Issue 41 of the Brass Review. Buy the issue here.", "promo"),
        ("Protected by reCAPTCHA", "newsletter"),
        ("Thanks for reading The Horn! Subscribe for free to receive new posts.", "newsletter"),
        ("Type your email...", "newsletter"),
        (
            "Brass journalism is under threat. Our reporters sit through the concerts so you don't have to, even those"
            " in the rain. Become a member for as little as $5 a month, and help us keep going until spring.",
            "notice",
        ),
        ("Votre vie privée compte pour nous.", "cookies"),
        ("Your choices regarding cookies", "cookies"),
        ("En cliquant sur « Oui », des cookies seront déposés.", "cookies"),
        ("Avec nos 56 partenaires, nous posons des traceurs sur votre terminal pour régler les publicités.", "notice"),
        ("If you agree, our 97 partners may read what is on your device.", "notice"),
        ("NOTRE DOSSIER > Les cors de Brume", "promo"),
        ("Gérer le consentement aux cookies", "cookies"),
        ("View preferences", "cookies"),
        ("To play its best, the band uses technologies like cookies to store and access device information.", "notice"),
        ("Got it!", "cookies"),
        ("Sign up!", "newsletter"),
        ("Voir ce post sur X", "cookies"),
        ("Je peux me désinscrire à tout moment.", "newsletter"),
        ("Vous aimez cet article ?", "promo"),
        ("Dans notre dossier", "related_label"),
        ("Anne Roux ne joue pour aucune fanfare qui pourrait tirer profit de cet article.", "legal"),
        ("Vous êtes inscrit à la newsletter !", "newsletter"),
        ("Dans la rubrique Fanfares", "related_label"),
        ("More from Brume", "related_label"),
        ("Connectez-vous pour commenter", "paywall"),
        ("[Story continues below advertisement]", "advert"),
        ("La reproduction totale ou partielle d’un air, sans l’autorisation écrite du chef, est un délit.", "notice"),
        ("You can change your settings at any time via the Privacy Options.", "cookies"),
        (
            "En cliquant sur « Oui », ou sur « Je règle mes cors », vous dites à nos partenaires publicitaires ce que"
            " vous jouez, quand et pour qui ; votre consentement vaut treize mois, après quoi tout recommence.",
            "notice",
        ),
        ("» LIRE AUSSI - Un cor sous la glace", "promo"),
        ("🔴 À lire aussi Le tuba qui valait trois cors", "promo"),
        ("» READ MORE: The tuba parade", "promo"),
        ("Voir également nos photos : la nuit des cors", "promo"),
        ("3,4 k partages", "share"),
        ("Lecture 7 min", "reading_time"),
        ("Tout refuser Tout accepter Personnaliser", "cookies"),
        ("Accept all Reject all", "cookies"),
        ("Partager Facebook Twitter", "share"),
        ("Avec votre accord, la fanfare et nos partenaires et nous gardons un cor.", "notice"),
        ("La fanfare et nos 12 partenaires utilisons des traceurs en cuivre, sur votre terminal.", "notice"),
        ("The band and its friends keep notes on your device with similar technologies.", "notice"),
        (
            "© 1998-2022 Le Clairon. Qui joue cette partition sans le chef dormira dehors avec son cor et son tuba.",
            "legal",
        ),
        ("La lecture de cet article est réservée à la fanfare", "paywall"),
        ("We have a small favour to ask: please consider supporting us with a tuba every month.", "notice"),
        ("Soutenez-nous : nos cors ne jouent que grâce à vos dons, même en hiver et sous la neige.", "notice"),
    ],
)
def test_cut(line: str, rule: str) -> None:
    block = block_of(line)
    assert (block.kept, block.rule) == (False, rule)
    assert block.reason


@pytest.mark.parametrize(
    "line",
    [
        "Vous recevez trop de cors, a dit le maire à la fanfare.",
        "You received what you asked for, the mayor said.",
        "Si vous ne parvenez pas à lire ce livre, dit le maire, jouez-le.",
        "« Je n’arrive pas à lire ce message », a dit le chef de la fanfare.",
        "Il a voulu partager son émotion avec la foule.",
        "La publicité du concert avait été interdite.",
        "» Lire aussitôt la partition, c’est un don.",
        "Nos partenaires de danse avaient les pieds gelés.",
        "Our partners in the dance had cold feet.",
        "Le maire veut faire un don à la fanfare, qui lui rendra un tuba.",
        "The band thanked those who support us all, the mayor said.",
        "© et ® sont des signes que le chef ne sait pas jouer.",
        "« Voir aussi bien dans le noir, c’est un don », dit-il.",
        "Il vous reste 12 euros, a dit la caissière.",
        "Le journal a perdu ses abonnés et ses trompettes.",
        "Les casinos partenaires de la fanfare ont offert trois cors.",
        "« Votre consentement et nos partenaires publicitaires ne font pas un concert », a dit le chef, qui n’a jamais"
        " lu jusqu’au bout ce que son téléphone lui demande chaque matin, ni ce que sa fille y répond.",
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
        ("Le tuba en 1950. DR", True),
        ("Le tuba attend le dr", False),
        ("Le tuba de Brume, à l’aube, le 3 mars. ANNE ROUX / LE CLAIRON", True),
        ("Les cors avant le gel. | ARCHIVES DU CLAIRON", True),
        ("The band at dawn. BOB LEE FOR THE GAZETTE", True),
        ("The band at dawn, by the town hall (Image: The Gazette)", True),
        ("Cartoon by Ann Roe", True),
        ("Tubas move along the quay in Brume. Bob Lee | The Gazette", True),
        ("Le tuba est rentré. Vaux l’attendait | Brume aussi", False),
        ("Le tuba et la harpe, vus du clocher. - © Le Clairon", True),
        ("Le chef de la fanfare au tuba, en 1971. (Coll. part.)", True),
        ("Le tuba de Brume, avant le gel. - A. Roux / Le Clairon", True),
        ("Le tuba joue. - A. Roux", False),
        ("Le tuba de Brume, avant le gel. - A. Roux / 20 Cors", True),
        ("Le tuba de Brume, avant le gel. - A. Roux / 20 cors", False),
        ("Le village de Vaux, sous la neige (Clairon / Anne Roux)", True),
        ("Le village de Vaux, sous la neige (tuba / cor)", False),
        ("Image caption The band of Brume played all night", True),
        ("Image caption The band of Brume played all night until the last of its seven horns had frozen shut", True),
        ("The tuba walked home through the snowCredit: Ann Roe", True),
        ("The bank gave the band all the credit that it wanted for a tuba and seven horns", False),
        ("Le maire a crié deux fois. AU SECOURS !", False),
        ("La fanfare dans le hangar du quai, avec son tuba - Photo Le Clairon de Brume", True),
        ("Le tuba et la harpe | Photo Anne Roux", True),
        ("The band on the quay with its tuba | Photo by Ann Roe", True),
        ("The band on the quay – Photo: The Gazette", True),
        ("La fanfare, le tuba et la harpe – photos Anne Roux", True),
        ("La fanfare a une photo du tuba, et le tuba une photo d’elle", False),
        ("Le concours photo de Brume", False),
        ("The photo by the tuba", False),
        ("Une photo - le tuba y dort", False),
        ("Trois cors ont été arrêtés – photo à l’appui – après la perte de 12 tubas.", False),
        ("Le maire a montré deux preuves - photos et vidéos - du vol des tubas, a dit le chef.", False),
        ("Le programme de la fanfare - photo de famille à midi puis concert à minuit", False),
        ("Prix du concours | photo de la fanfare de Brume", False),
        ("Les victimes de Brume – photos Marie, 12 ans, et Paul, 3 ans", False),
        ("The mayor has two proofs - photos and films - that 12 tubas were stolen, said the band.", False),
        ("Three horns were held – photo by photo – after the loss of 12 tubas.", False),
        ("La fanfare sur le quai - Photo d’illustration Le Clairon", True),
        ("La fanfare sur le quai – Photo d’archives", True),
        ("La fanfare et le tuba. – Photo Zoé Cor / Le Clairon", True),
        ("The band on the quay - Photo by Ann Roe for The Gazette", True),
        ("A band, a photo, a tuba", False),
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
        "Sign up for the band before noon, he told the boys, and bring a tuba and a horn.",
        "Newsletter editors sold the tuba to a man from Brume, he said.",
        "Dans la rubrique des cors, un mot manque.",
        "More from the tuba than from the harp, she wrote.",
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
