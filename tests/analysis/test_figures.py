"""Numbers: what they are worth, what they count, and what is no figure."""

import pytest

from tests.corpus import NAMES, case
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.text.language import language_of_few_words
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Figure

FR = "Voici ce que dit le texte de la ville et de ses habitants, qui ne sont pas là."
EN = "This is what the text says of the town and of all its people, who were not there."


def figures_of(sentence: str, language: str) -> list[Figure]:
    article = analyse(document_from_text(f"{FR if language == 'fr' else EN}\n\n{sentence}"))
    assert article.language == language
    return sorted(article.figures, key=lambda figure: figure.span)


def said(sentence: str, language: str) -> list[tuple[object, ...]]:
    return [
        (f.text, f.value, f.high, f.unit, (f.what or "").split()[0] if f.what else None, f.qualifier)
        for f in figures_of(sentence, language)
    ]


FRENCH = [
    # by how much something is multiplied
    ("Il faut multiplier par 10 le nombre de merlus.", ("10", 10, None, "fois", None, None)),
    ("Le budget a été divisé par deux.", ("deux", 2, None, "fois", None, None)),
    ("Le train passe par 10 villages.", ("10", 10, None, None, "villages", None)),
    # units that are nouns with what they are for
    ("La loterie a 14 points de vente.", ("14", 14, None, None, "points", None)),
    ("Le taux gagne 2 points de pourcentage.", ("2 points de pourcentage", 2, None, "points", "taux", None)),
    # what is not surpassed
    ("La part n’a pas dépassé 37 %.", ("37 %", 37, None, "%", None, "at_most")),
    ("La vitesse ne dépasse pas 30 km/h.", ("30 km/h", 30, None, "km/h", None, "at_most")),
    # how long something was, unlike when
    ("Elle gagne au terme d’un combat de 2 h 47.", ("2 h 47", 2.783333, None, "heures", "combat", None)),
    ("Le film est d’une durée de 2 h 18.", ("2 h 18", 2.3, None, "heures", "durée", None)),
    ("Il prévoit un temps de trajet de 4 h 22.", ("4 h 22", 4.366667, None, "heures", "temps", None)),
    ("Il a gagné après 3 h 38 de jeu.", ("3 h 38", 3.633333, None, "heures", "jeu", None)),
    # a year and a colon are no clock
    ("En 2014 : 851 ont été recensés.", ("851", 851, None, None, None, None)),
    # metres are no cubic ones
    ("Il a sauté 7m32 au stade.", ("7m32", 7.32, None, "m", None, None)),
    # parts with their article
    ("Elle a près du quart des voix.", ("quart", 0.25, None, None, "voix", "about")),
    ("Il tient le tiers du pays.", ("tiers", 1 / 3, None, None, "pays", None)),
    ("La moitié est partie hier.", ("La moitié", 0.5, None, None, "partie", None)),
    # one of so many
    ("La ville a vu tomber un habitant sur 45.", ("un habitant sur 45", 1 / 45, None, None, "habitant", None)),
    # of whom a share in brackets is
    ("La CGC (26,8 %) arrive en tête.", ("26,8 %", 26.8, None, "%", "CGC", None)),
    ("Le vainqueur est Luc Amiot (13,7 %).", ("13,7 %", 13.7, None, "%", "Luc", None)),
    ("Les pères approuvent la mesure (76 %).", ("76 %", 76, None, "%", None, None)),
    # whose share it is
    ("La CGC obtient 26,8 % dans les mines.", ("26,8 %", 26.8, None, "%", "CGC", None)),
    ("Le Parti écologiste est crédité de 9 %.", ("9 %", 9, None, "%", "Parti", None)),
    ("La liste de Mme Faure arrive en tête avec 34 %.", ("34 %", 34, None, "%", "liste", None)),
    ("Suivent 15,6 % pour la CGC et FO pour le reste.", ("15,6 %", 15.6, None, "%", "CGC", None)),
    ("La CGC obtient 26,8 % des voix.", ("26,8 %", 26.8, None, "%", "voix", None)),
    ("Luc Amiot obtient 26,8 % dans les mines.", ("26,8 %", 26.8, None, "%", None, None)),
    ("Le populiste Luc Amiot arrive troisième avec 14 %.", ("14 %", 14, None, "%", None, None)),
    ("Suivent 15,6 % pour Luc Amiot et les autres.", ("15,6 %", 15.6, None, "%", None, None)),
    ("Le maire obtient 26,8 % en moyenne.", ("26,8 %", 26.8, None, "%", None, None)),
    ("Le prix est de 15 % pour les autres.", ("15 %", 15, None, "%", "prix", None)),
    ("La hausse est de 15 % à Paris.", ("15 %", 15, None, "%", "hausse", None)),
    # adjectives that are nouns before a verb, and words that are no things
    ("Dans l’île, 600 jeunes tenaient un camp.", ("600", 600, None, None, "jeunes", None)),
    ("Dans l’île, 600 jeunes élus tenaient un camp.", ("600", 600, None, None, "élus", None)),
    ("Les 35 000 autres sont partis hier.", ("35 000", 35000, None, None, None, None)),
    ("Les 40 appelés ont refusé de venir.", ("40", 40, None, None, "appelés", None)),
    ("Elle assure l’emporter de 224 voix.", ("224 voix", 224, None, "voix", None, None)),
    ("Le pouvoir est de 224 voix.", ("224 voix", 224, None, "voix", "pouvoir", None)),
    ("C’est 2,5 millions de plus que l’an passé.", ("2,5 millions", 2500000, None, None, None, None)),
    ("Le risque d’une fausse alerte est inférieur à 3 %.", ("3 %", 3, None, "%", None, "less_than")),
    ("La maladie touche 30 % des enfants de moins d’un an.", ("30 %", 30, None, "%", "enfants", None)),
    # who has an age, and what lasts
    ("C’est la victoire de la skippeuse de 38 ans.", ("38 ans", 38, None, "ans", "skippeuse", None)),
    ("On connaît l’essai de la semaine de 30 heures.", ("30 heures", 30, None, "heures", "semaine", None)),
    ("Il risque une peine de prison de trois ans.", ("trois ans", 3, None, "ans", "peine", None)),
    # what is measured by itself within a phrase
    ("On les donne au yéti avec une probabilité de 60 %.", ("60 %", 60, None, "%", "probabilité", None)),
    ("Le prix pour ce film de cinq minutes est là.", ("cinq minutes", 5, None, "minutes", "film", None)),
    ("Il risque une peine d’une durée de deux ans.", ("deux ans", 2, None, "ans", "durée", None)),
    ("Une aide aux communes de 3 euros est là.", ("3 euros", 3, None, "EUR", "aide", None)),
    ("Ils ont 60 % de chances de gagner.", ("60 %", 60, None, "%", "chances", None)),
    ("Leur probabilité est de 60 % de gagner.", ("60 %", 60, None, "%", "probabilité", None)),
    # what measures nothing
    ("La fréquence est en ce moment de 49,9 hertz.", ("49,9 hertz", 49.9, None, "Hz", "fréquence", None)),
    ("On indemnise les éleveurs à hauteur de 90 %.", ("90 %", 90, None, "%", None, None)),
    ("Le mur a une hauteur de 90 cm.", ("90 cm", 90, None, "cm", "hauteur", None)),
    ("La digue est connue depuis six ans.", ("six ans", 6, None, "ans", None, None)),
    ("Les hommes ont passé sept heures en mer.", ("sept heures", 7, None, "heures", None, None)),
    ("La réunion a duré sept heures.", ("sept heures", 7, None, "heures", "réunion", None)),
    # a participle in the singular is of another noun
    ("Une lettre de quatre pages adressée au roi est là.", ("quatre", 4, None, None, "pages", None)),
    # others, whom a participle tells of
    ("Six autres ont été blessés dans la rue.", ("Six", 6, None, None, "blessés", None)),
    ("Six autres personnes ont été blessées.", ("Six", 6, None, None, "personnes", None)),
    ("Quarante élus sont partis tous ensemble.", ("Quarante", 40, None, None, "élus", None)),
    # numerals
    ("La ville compte 12 500 habitants.", ("12 500", 12500, None, None, "habitants", None)),
    ("La ville compte 12\u202f500 habitants.", ("12\u202f500", 12500, None, None, "habitants", None)),
    ("La ville compte 12.500 habitants.", ("12.500", 12500, None, None, "habitants", None)),
    ("Il a vu quatre-vingt-dix-neuf chats noirs.", ("quatre-vingt-dix-neuf", 99, None, None, "chats", None)),
    ("Elle garde septante brebis.", ("septante", 70, None, None, "brebis", None)),
    ("On y trouve trente-cinq mille livres rares.", ("trente-cinq mille", 35000, None, None, "livres", None)),
    # money
    ("Le pont a coûté 2,5 millions d’euros.", ("2,5 millions d’euros", 2.5e6, None, "EUR", "pont", None)),
    ("Le pont a coûté 3 M€.", ("3 M€", 3e6, None, "EUR", "pont", None)),
    ("Une amende de 30 000 roubles est prévue.", ("30 000 roubles", 30000, None, "RUB", "amende", None)),
    ("Il doit 40 dollars canadiens au boulanger.", ("40 dollars canadiens", 40, None, "CAD", None, None)),
    # percent, measures
    ("Quelque 12,9 % des vaches dorment.", ("12,9 %", 12.9, None, "%", "vaches", "about")),
    ("Une masse de 125 kg est tombée.", ("125 kg", 125, None, "kg", "masse", None)),
    ("Le train roule à 80km/h sur la digue.", ("80km/h", 80, None, "km/h", None, None)),
    ("Il a couru en 9\"81 devant sa mère.", ("9\"81", 9.81, None, "secondes", None, None)),
    ("Un taux de cinq pour mille est là.", ("cinq pour mille", 5, None, "‰", "taux", None)),
    ("Il doit deux virgule cinq euros.", ("deux virgule cinq euros", 2.5, None, "EUR", None, None)),
    ("Le taux est de 12000 Français.", ("12000", 12000, None, None, "Français", None)),
    ("On a servi quatre -vingts repas.", ("quatre -vingts", 80, None, None, "repas", None)),
    ("Vingt—deux cars sont là.", ("Vingt—deux", 22, None, None, "cars", None)),
    ("La ferme est à 200 m du village.", ("200 m", 200, None, "m", "village", None)),
    ("Le prêt est de EUR500.", ("EUR500", 500, None, "EUR", "prêt", None)),
    ("Le barrage a 12 hm3 de réserve.", ("12 hm3", 12, None, "hm³", "réserve", None)),
    # the row of a table
    ("Brec - Montarin 0-3", ("0-3", 0, 3, None, None, None)),
    ("Brec 3 - Saint-Vire 1", ("Brec 3 - Saint-Vire 1", 3, 1, None, None, None)),
    # in capitals
    ("UN FEU A FAIT 12 MORTS HIER.", ("12", 12, None, None, "MORTS", None)),
    # collectives and fractions
    ("Une trentaine de chèvres ont fui.", ("Une trentaine", 30, None, None, "chèvres", "about")),
    ("Plus de la moitié des chèvres ont fui.", ("la moitié", 0.5, None, None, "chèvres", "more_than")),
    ("Il a attendu deux heures et demie dehors.", ("deux heures et demie", 2.5, None, "heures", None, None)),
    # ranges
    ("Il faut entre 10 et 15 jours.", ("10 et 15 jours", 10, 15, "jours", None, None)),
    ("Il pleuvra de 60 à 70 % du temps.", ("60 à 70 %", 60, 70, "%", "temps", None)),
    ("Trois ou quatre gendarmes sont venus.", ("Trois ou quatre", 3, 4, None, "gendarmes", None)),
    ("Un prêt de 8 à 10 milliards d’euros suivra.", ("8 à 10 milliards d’euros", 8e9, 1e10, "EUR", "prêt", None)),
    # ratios
    ("Neuf vaches sur dix dorment.", ("Neuf vaches sur dix", 0.9, None, None, "vaches", None)),
    ("Un Français sur quatre dort.", ("Un Français sur quatre", 0.25, None, None, "Français", None)),
    # qualifiers
    ("Au moins 5 personnes ont été blessées.", ("5", 5, None, None, "personnes", "at_least")),
    ("Jusqu’à 900 vélos par semaine.", ("900", 900, None, None, "vélos", "up_to")),
    ("Moins de 40 élus étaient là.", ("40", 40, None, None, "élus", "less_than")),
    # what is told of them, who is meant
    ("Plus de 352 civils ont été tués.", ("352", 352, None, None, "civils", "more_than")),
    ("Parmi eux, 14 seraient des enfants.", ("14", 14, None, None, "enfants", None)),
    ("Ils étaient 96 à y croire.", ("96", 96, None, None, None, None)),
    ("Parmi les oies, quatre se sont envolées.", ("quatre", 4, None, None, None, None)),
    ("Un fil de 20 microns est là.", ("20 microns", 20, None, "µm", "fil", None)),
    # shares, halves and multiples
    ("Un cinquième des vaches dort.", ("Un cinquième", 0.2, None, None, "vaches", None)),
    ("Les 2/3 des vaches dorment.", ("2/3", 2 / 3, None, None, "vaches", None)),
    ("Il a dormi trois quarts d’heure.", ("trois quarts d’heure", 0.75, None, "heures", None, None)),
    ("Il a dormi une demi-heure.", ("une demi-heure", 0.5, None, "heures", None, None)),
    ("Un million de vaches dorment.", ("Un million", 1e6, None, None, "vaches", None)),
    ("Une dizaine de millions d’euros manquent.", ("Une dizaine de millions d’euros", 1e7, None, "EUR", None, "about")),
    ("Il a perdu 3½ kilos.", ("3½ kilos", 3.5, None, "kg", None, None)),
    ("Il fait moins 12 degrés dehors.", ("moins 12 degrés", -12, None, "°C", None, None)),
    ("Il dort 10 heures au maximum.", ("10 heures", 10, None, "heures", None, "at_most")),
    ("Pas moins de 40 vaches dorment.", ("40", 40, None, None, "vaches", "at_least")),
    ("Douze vaches au moins dorment.", ("Douze", 12, None, None, "vaches", "at_least")),
    ("Les dons ont dépassé les 800 euros.", ("800 euros", 800, None, "EUR", "dons", "more_than")),
    ("La moitié des oies, soit 17 000, dorment.", ("La moitié", 0.5, None, None, "oies", None)),
    ("Il y a eu 1500 manifestants dehors.", ("1500", 1500, None, None, "manifestants", None)),
    # numbers with a half, with thousands after the millions, without their multiple
    ("La ville compte deux millions et demi de chats.", ("deux millions et demi", 2.5e6, None, None, "chats", None)),
    ("Un milliard et demi de moutons dorment.", ("Un milliard et demi", 1.5e9, None, None, "moutons", None)),
    ("Il a dormi deux mois et demi.", ("deux mois et demi", 2.5, None, "mois", None, None)),
    ("On a vu 3 millions 400 000 oies.", ("3 millions 400 000", 3.4e6, None, None, "oies", None)),
    ("On a vu un million trois cent mille oies.", ("un million trois cent mille", 1.3e6, None, None, "oies", None)),
    ("Il doit un milliard deux cents millions.", ("un milliard deux cents millions", 1.2e9, None, None, None, None)),
    ("On a vu 3 millions, 400 000 de trop.", ("3 millions", 3e6, None, None, None, None)),
    ("Une nuée de sept à huit mille oies passe.", ("sept à huit mille", 7000, 8000, None, "oies", None)),
    ("On attend deux ou trois cents oies.", ("deux ou trois cents", 200, 300, None, "oies", None)),
    ("On attend de 4 à 6 000 oies.", ("4 à 6 000", 4000, 6000, None, "oies", None)),
    ("On attend entre trois et quatre mille oies.", ("trois et quatre mille", 3000, 4000, None, "oies", None)),
    ("Il y a trente à cent oies ici.", ("trente à cent", 30, 100, None, "oies", None)),
    ("Un quart de million d’oies dorment.", ("Un quart de million", 250000, None, None, "oies", None)),
    # what damage makes of numbers
    ("On a vu 14?500 oies.", ("14?500", 14500, None, None, "oies", None)),
    ("On a vu 14\ufffd500 oies.", ("14\ufffd500", 14500, None, None, "oies", None)),
    ("On a vu quatre-vingt -douze oies.", ("quatre-vingt -douze", 92, None, None, "oies", None)),
    ("On a vu vingt – cinq oies.", ("vingt – cinq", 25, None, None, "oies", None)),
    ("On a vu soixante–quinze oies.", ("soixante–quinze", 75, None, None, "oies", None)),
    # currencies
    ("Il doit 300 dinars irakiens.", ("300 dinars irakiens", 300, None, "IQD", None, None)),
    ("Il doit 30 eur au berger.", ("30 eur", 30, None, "EUR", None, None)),
    ("Le prêt est de 300 MEUR.", ("300 MEUR", 3e8, None, "EUR", "prêt", None)),
    # a smaller unit that is not named
    ("Le mur fait 2m40 de haut.", ("2m40", 2.4, None, "m", "mur", None)),
    ("Il pesait 4 kilos 250 hier.", ("4 kilos 250", 4.25, None, "kg", None, None)),
    ("Le pain coûte 1€35 ici.", ("1€35", 1.35, None, "EUR", "pain", None)),
    ("Le pain coûte 1 euro 35 ici.", ("1 euro 35", 1.35, None, "EUR", "pain", None)),
    ("Elle a couru en 11 secondes 42 hier.", ("11 secondes 42", 11.42, None, "secondes", None, None)),
    ("Il a marché 2 heures 30 sans boire.", ("2 heures 30", 2.5, None, "heures", None, None)),
    ("Il a marché 2 heures 30 minutes sans boire.", ("2 heures 30 minutes", 2.5, None, "heures", None, None)),
    ("Il a vu 3 mètres 500 fois.", ("3 mètres", 3, None, "m", None, None)),
    # times in sport, but no times of day
    ("Il a couru en 9 s 63 devant sa mère.", ("9 s 63", 9.63, None, "secondes", None, None)),
    ("Il a nagé en 58''34 hier.", ("58''34", 58.34, None, "secondes", None, None)),
    ("Elle a gagné en 10,5 s 2 fois devant Ana.", ("10,5 s", 10.5, None, "secondes", None, None)),
    ("Elle a gagné en 1'45''2 devant Ana.", ("1'45''2", 1.753333, None, "minutes", None, None)),
    ("Elle a recueilli 3'500 signatures.", ("3'500", 3500, None, None, "signatures", None)),
    ("Elle a gagné en 1’12 devant Ana.", ("1’12", 1.2, None, "minutes", None, None)),
    ("Elle a gagné en 1 min 12 s 34 hier.", ("1 min 12 s 34", 1.205667, None, "minutes", None, None)),
    # hours and minutes that tell how long, by the words beside them
    ("La réunion a duré 1 h 45 ici.", ("1 h 45", 1.75, None, "heures", "réunion", None)),
    ("Il faut 1h45 pour aller à Paris.", ("1h45", 1.75, None, "heures", None, None)),
    ("Ils sont partis après quatorze heures de débats.", ("quatorze heures", 14, None, "heures", "débats", None)),
    ("Elle est partie 1 h 45 plus tard.", ("1 h 45", 1.75, None, "heures", None, None)),
    ("Elle a gagné en 2 h 04 min 12 s hier.", ("2 h 04 min 12 s", 2.07, None, "heures", None, None)),
    ("Le film dure 1 h 45 min en tout.", ("1 h 45 min", 1.75, None, "heures", "film", None)),
    # parts of one duration are one; hours of the day, and what is more than the next larger unit, are none
    ("Il a tenu 64 jours 19 heures.", ("64 jours 19 heures", 64.791667, None, "jours", None, None)),
    ("Il a 2 jours, 3 heures et 36 minutes.", ("2 jours, 3 heures et 36 minutes", 2.15, None, "jours", None, None)),
    ("Elle a eu deux ans et six mois de prison.", ("deux ans et six mois", 2.5, None, "ans", "prison", None)),
    ("Après 3 heures et 30 minutes de vol.", ("3 heures et 30 minutes", 3.5, None, "heures", "vol", None)),
    ("Il a mis entre 2 heures et 30 minutes.", ("2 heures", 2, None, "heures", None, None)),
    ("Il a tenu 3 heures et 20 minutes plus tard il cédait.", ("3 heures", 3, None, "heures", None, None)),
    ("On annonce une attente de 5 heures à 8 heures.", ("5 heures", 5, None, "heures", "attente", None)),
    ("Les débats ont duré 20 heures.", ("20 heures", 20, None, "heures", "débats", None)),
    ("Ana arrive avec 34 s d’avance.", ("34 s", 34, None, "secondes", "avance", None)),
    ("La pièce dure trois heures dix sans pause.", ("trois heures dix", 3.166667, None, "heures", "pièce", None)),
    ("Il a marché trois heures dix jours durant.", ("trois heures", 3, None, "heures", None, None)),
    # what degrees and metres are meant
    ("L’angle de 30 degrés est trop vif.", ("30 degrés", 30, None, "°", "angle", None)),
    ("Elle fait 100 centimètres carrés de peau.", ("100 centimètres carrés", 100, None, "cm²", "peau", None)),
    # multiples and currencies
    ("Le pont coûte 3 mds d’euros.", ("3 mds d’euros", 3e9, None, "EUR", "pont", None)),
    ("Le pont coûte 1,2 M d’euros.", ("1,2 M d’euros", 1.2e6, None, "EUR", "pont", None)),
    ("Le pont coûte 14 MEUR.", ("14 MEUR", 14e6, None, "EUR", "pont", None)),
    ("Le pont coûte 6 Mrds USD.", ("6 Mrds USD", 6e9, None, "USD", "pont", None)),
    ("Le pont coûte 45 k€.", ("45 k€", 45000, None, "EUR", "pont", None)),
    ("La digue court sur 4 m de sable.", ("4 m", 4, None, "m", "sable", None)),
    ("Il emprunte EUR 5000 à sa mère.", ("EUR 5000", 5000, None, "EUR", None, None)),
    ("Il emprunte USD 3,5 millions.", ("USD 3,5 millions", 3.5e6, None, "USD", None, None)),
    ("Le pain vaut ₺40 et ¥200.", ("₺40", 40, None, "TRY", "pain", None)),
    ("Le pain vaut 15 $ CA ici.", ("15 $ CA", 15, None, "CAD", "pain", None)),
    ("Le pain vaut 15 $ cadeau compris.", ("15 $", 15, None, "USD", "pain", None)),
    ("Le pain vaut HK$30 et A$6.", ("HK$30", 30, None, "HKD", "pain", None)),
    ("Le pain vaut 12 zlotys.", ("12 zlotys", 12, None, "PLN", "pain", None)),
    ("Le pain vaut 3 francs suisses.", ("3 francs suisses", 3, None, "CHF", "pain", None)),
    # a ratio after "plus d’un"
    ("Plus d’un élève sur trois dort.", ("un élève sur trois", 1 / 3, None, None, "élève", "more_than")),
    ("Près d’une oie sur dix dort.", ("une oie sur dix", 0.1, None, None, "oie", "about")),
    # units at both ends, and units that the second number gives
    ("Les lits vont de 300 € à 450 €.", ("300 € à 450 €", 300, 450, "EUR", "lits", None)),
    ("Il risque de 2 ans à 4 ans de prison.", ("2 ans à 4 ans", 2, 4, "ans", "prison", None)),
    ("Il prend des colis de 4 et 7 kg.", ("4", 4, None, "kg", "colis", None)),
    ("Il prend 20 ou 30 euros.", ("20 ou 30 euros", 20, 30, "EUR", None, None)),
    ("Il a dormi une à deux semaines.", ("une à deux semaines", 1, 2, "semaines", None, None)),
    ("Ce gène en touche un sur 10 000.", ("un sur 10 000", 1e-4, None, None, None, None)),
    ("Le pain coûte 12 cents.", ("12 cents", 12, None, "centimes", "pain", None)),
    ("L’antenne émet 5,1–5,8 TeV la nuit.", ("5,1–5,8 TeV", 5.1, 5.8, "TeV", None, None)),
    ("Il gagne le double de sa mère.", ("le double", 2, None, "fois", "mère", None)),
    # what a number is told of
    ("Le nombre de noyés s’élève à 45.", ("45", 45, None, None, "noyés", None)),
    ("La note s’élève à 300 euros.", ("300 euros", 300, None, "EUR", "note", None)),
    ("On estime à 5 millions le nombre de chats.", ("5 millions", 5e6, None, None, "chats", None)),
    ("Le coût du pont est estimé à 7 euros.", ("7 euros", 7, None, "EUR", "coût", None)),
    ("Le maire a reçu 80 euros.", ("80 euros", 80, None, "EUR", None, None)),
    ("Anne Roux a donné 80 euros.", ("80 euros", 80, None, "EUR", None, None)),
    ("Le parti a perdu 12 points.", ("12 points", 12, None, "points", None, None)),
    ("La dette atteint 5,4 % du PIB.", ("5,4 %", 5.4, None, "%", "dette", None)),
    ("Un séisme de magnitude 5 secoue la ville.", ("5", 5, None, None, "magnitude", None)),
]  # fmt: skip
ENGLISH = [
    ("Brec 3, Montarin 1.", ("Brec 3, Montarin 1", 3, 1, None, None, None)),
    ("It cost 12 KES in all.", ("12 KES", 12, None, "KES", None, None)),
    ("It cost 12 Kenyan shillings in all.", ("12 Kenyan shillings", 12, None, "KES", None, None)),
    ("She gave 5 try after try.", ("5", 5, None, None, "try", None)),
    ("SHE GAVE 5 TRY AFTER TRY.", ("5", 5, None, None, "TRY", None)),
    ("Rents rose threefold in the town.", ("threefold", 3, None, "times", "Rents", None)),
    ("It has killed 1.1 million worldwide.", ("1.1 million", 1.1e6, None, None, None, None)),
    ("It cut its forecast to $4 to $5.", ("$4 to $5", 4, 5, "USD", None, None)),
    ("It closed at 2,418 ringgit a tonne.", ("2,418 ringgit", 2418, None, "MYR", None, None)),
    ("She sank a putt for a 67.", ("67", 67, None, None, "putt", None)),
    ("They wounded 25 near the barn.", ("25", 25, None, None, None, None)),
    ("The deficit was 3% of gross domestic product.", ("3%", 3, None, "%", "deficit", None)),
    ("The mayor, 61 and a baker, left.", ("61", 61, None, "years", None, None)),
    ("They were, both 34, asleep.", ("34", 34, None, "years", None, None)),
    ("It was a loss of three goats off the road.", ("three", 3, None, None, "goats", None)),
    ("A convoy of 20-odd sheep left.", ("20", 20, None, None, "sheep", "about")),
    ("He saw three red cards at the match.", ("three", 3, None, None, "red", None)),
    ("He shot a four-under-par 68 on Sunday.", ("68", 68, None, None, None, None)),
    ("It was the third loss in four quarters.", ("four", 4, None, None, "quarters", None)),
    ("It offered 34.50 francs at noon.", ("34.50 francs", 34.5, None, None, "francs", None)),
    ("A dozen or so sheep left.", ("A dozen", 12, None, None, "sheep", "about")),
    ("Half as many as before came.", ("Half", 0.5, None, None, None, None)),
    ("He shot a 66 on Sunday.", ("66", 66, None, None, None, None)),
    ("He shot a four-under 67 on Sunday.", ("67", 67, None, None, None, None)),
    ("Shares ended off 3/8 on the day.", ("3/8", 0.375, None, None, None, None)),
    ("It is 4.1 billion dollars.", ("4.1 billion dollars", 4100000000, None, "USD", None, None)),
    ("It is 1.23456 and 2.34567 dollars.", ("1.23456", 1.23456, None, "USD", None, None)),
    ("It is two point five million dollars.", ("two point five million dollars", 2.5e6, None, "USD", None, None)),
    ("It is EUR3.5bn in all.", ("EUR3.5bn", 3.5e9, None, "EUR", None, None)),
    ("At one point two men sang.", ("two", 2, None, None, "men", None)),
    ("He saw a pair of goats.", ("a pair", 2, None, None, "goats", None)),
    ("Prices are up a third since May.", ("a third", 1 / 3, None, None, "Prices", None)),
    ("The repairs have reached £38m in the end.", ("£38m", 38e6, None, "GBP", "repairs", None)),
    ("The house sold for $3.2bn last year.", ("$3.2bn", 3.2e9, None, "USD", None, None)),
    ("Nearly 70 percent of voters stayed home.", ("70 percent", 70, None, "%", "voters", "about")),
    ("A 34-mile detour was the answer.", ("34-mile", 34, None, "mi", "detour", None)),
    ("They found a three-inch crack.", ("three-inch", 3, None, "in", "crack", None)),
    ("One in three hangers had rusted.", ("One in three", 1 / 3, None, None, "hangers", None)),
    ("A dozen sheep left before noon.", ("A dozen", 12, None, None, "sheep", "about")),
    ("It weighed 2,517 pounds on the scale.", ("2,517 pounds", 2517, None, "lb", None, None)),
    ("She paid £3 and then 12 pounds more.", ("£3", 3, None, "GBP", None, None)),
    ("Nearly 300 have been sold so far.", ("300", 300, None, None, None, "about")),
    ("Priya Nand, 16, wept for joy.", ("16", 16, None, "years", None, None)),
    ("From 3 to 5 boats were lost.", ("3 to 5", 3, 5, None, "boats", None)),
    # ones and multiples
    ("One sheep was lost.", ("One", 1, None, None, "sheep", None)),
    ("A million sheep were lost.", ("A million", 1e6, None, None, "sheep", None)),
    ("It took half an hour to count.", ("half an hour", 0.5, None, "hours", None, None)),
    ("The repair cost 300 pounds on the day.", ("300 pounds", 300, None, "GBP", "repair", None)),
    ("He was jailed for two years and six months later fled.", ("two years", 2, None, "years", None, None)),
    ("He paid for 300 pounds of beef.", ("300 pounds", 300, None, "lb", "beef", None)),
    ("He paid for an 800 pounds boar.", ("800 pounds", 800, None, "lb", None, None)),
    ("He lost 30 pounds in a year.", ("30 pounds", 30, None, "lb", None, None)),
    ("He was held for two years and six months.", ("two years and six months", 2.5, None, "years", None, None)),
    ("Half a million pounds went missing.", ("Half a million pounds", 5e5, None, "GBP", None, None)),
    ("They paid two million pounds for it.", ("two million pounds", 2e6, None, "GBP", None, None)),
    ("A fifth of the sheep were lost.", ("A fifth", 0.2, None, None, "sheep", None)),
    ("About 1 in 10,000 sheep are green.", ("1 in 10,000", 1e-4, None, None, "sheep", "about")),
    # units and money
    ("It was minus 12C in the barn.", ("minus 12C", -12, None, "°C", None, None)),
    ("The bread costs A$6.50 here.", ("A$6.50", 6.5, None, "AUD", "bread", None)),
    ("The bread costs $20,000 to $35,000 here.", ("$20,000 to $35,000", 2e4, 3.5e4, "USD", "bread", None)),
    ("The race of 800m was called off.", ("800m", 800, None, "m", "race", None)),
    ("The barn holds 3m people.", ("3m", 3e6, None, None, "people", None)),
    ("There were 800+ sheep in the barn.", ("800+", 800, None, None, "sheep", "at_least")),
    ("A magnitude-5.9 quake struck the barn.", ("5.9", 5.9, None, None, "quake", None)),
    ("A six-term senator was there.", ("six", 6, None, None, "term", None)),
    # qualifiers
    ("They took it over 18 months.", ("18 months", 18, None, "months", None, None)),
    ("They were there for over two years.", ("two years", 2, None, "years", None, "more_than")),
    ("There were 60 or more of them.", ("60", 60, None, None, None, "at_least")),
    ("The 102 of the 240 seats were sold.", ("102", 102, None, None, "seats", None)),
    # numbers with a half, without their multiple, in fractions
    ("Three and a half million sheep were lost.", ("Three and a half million", 3.5e6, None, None, "sheep", None)),
    ("It is worth two and a half billion dollars.", ("two and a half billion dollars", 2.5e9, None, "USD", None, None)),
    ("A quarter of a million sheep were lost.", ("A quarter of a million", 250000, None, None, "sheep", None)),
    ("A quarter of the sheep were lost.", ("A quarter", 0.25, None, None, "sheep", None)),
    ("Two million six thousand sheep were lost.", ("Two million six thousand", 2.006e6, None, None, "sheep", None)),
    ("Seven to eight thousand sheep were lost.", ("Seven to eight thousand", 7000, 8000, None, "sheep", None)),
    ("They lost between two and three hundred sheep.", ("two and three hundred", 200, 300, None, "sheep", None)),
    ("It is two-and-a-half miles long.", ("two-and-a-half miles", 2.5, None, "mi", None, None)),
    ("The rate is 7-3/4 percent now.", ("7-3/4 percent", 7.75, None, "%", "rate", None)),
    ("The rate is 12 1/2 percent now.", ("12 1/2 percent", 12.5, None, "%", "rate", None)),
    ("The rate fell 3/8 point.", ("3/8 point", 0.375, None, "points", "rate", None)),
    ("It took one or two weeks.", ("one or two weeks", 1, 2, "weeks", None, None)),
    # wire copy, pence, money whose sign stands at the low end
    ("The barn earned 12 mln dlrs.", ("12 mln dlrs", 12e6, None, "USD", None, None)),
    ("The barn earned 1.5 bln stg.", ("1.5 bln stg", 1.5e9, None, "GBP", None, None)),
    ("He won 12 marks out of 20.", ("12 marks", 12, None, "marks", None, None)),
    ("It pays 22 cts a share.", ("22 cts", 22, None, "cents", None, None)),
    ("It costs 300 mln marks.", ("300 mln marks", 300e6, None, "DEM", None, None)),
    ("The deal costs $1.2-1.5bn.", ("$1.2-1.5bn", 1.2e9, 1.5e9, "USD", "deal", None)),
    ("The deal costs £5-10m.", ("£5-10m", 5e6, 1e7, "GBP", "deal", None)),
    ("The deal costs $20 to $30 million.", ("$20 to $30 million", 2e7, 3e7, "USD", "deal", None)),
    ("The shares were up 10.5p at noon.", ("10.5p", 10.5, None, "pence", "shares", None)),
    ("The show drew 7.46m that night.", ("7.46m", 7.46e6, None, None, None, None)),
    ("He won the long jump with 7.46m that night.", ("7.46m", 7.46, None, "m", None, None)),
    ("The barn took in 716,000 t of hay.", ("716,000 t", 716000, None, "t", "hay", None)),
    ("The field gives 12,000 barrels a day.", ("12,000 barrels", 12000, None, "barrels", None, None)),
    ("They took boxes of 5 and 6 kg.", ("5", 5, None, "kg", "boxes", None)),
    ("It sold for twice its price.", ("twice", 2, None, "times", None, None)),
    # what a number is told of
    ("The number of dead rose to 45.", ("45", 45, None, None, "dead", None)),
    ("The UN puts the number of refugees at 5 million.", ("5 million", 5e6, None, None, "refugees", None)),
    ("The cost of the barns is put at $72.", ("$72", 72, None, "USD", "cost", None)),
    ("The death toll stands at 300.", ("300", 300, None, None, "death", None)),
    ("The index closed at 1,204.", ("1,204", 1204, None, None, "index", None)),
    ("Five thousand people marched.", ("Five thousand", 5000, None, None, "people", None)),
    ("Three million people live there.", ("Three million", 3e6, None, None, "people", None)),
    ("The gap is 5 percent of GDP.", ("5 percent", 5, None, "%", "gap", None)),
    ("The mayor got $80 million.", ("$80 million", 8e7, None, "USD", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure"), FRENCH, ids=lambda one: one if isinstance(one, str) else "")
def test_french(sentence: str, figure: tuple[object, ...]) -> None:
    assert said(sentence, "fr")[:1] == [figure]


@pytest.mark.parametrize(("sentence", "figure"), ENGLISH, ids=lambda one: one if isinstance(one, str) else "")
def test_english(sentence: str, figure: tuple[object, ...]) -> None:
    [first, *_] = said(sentence, "en")
    assert (first[0], pytest.approx(first[1]), *first[2:]) == figure


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Le texte est passé par 385 voix contre 2.", [(385, "voix"), (2, "voix")]),
        ("Le club a 41 points, trois de plus que Brec.", [(41, "points"), (3, "points")]),
        ("Le plan a eu 19 voix pour, 11 contre.", [(19, "voix"), (11, "voix")]),
        ("Il y a eu 302 voix pour et 225 contre.", [(302, "voix"), (225, "voix")]),
        ("La liste obtient 24,85 % des voix, l’autre 26,37 au total.", [(24.85, "%"), (26.37, "%")]),
        ("On compte 352 civils tués et 2 040 blessés.", [(352, None), (2040, None)]),
        ("La part passe de 75 % à 50 % en un siècle.", [(75, "%"), (50, "%")]),
        ("Il a eu dix-huit mois de prison dont six avec sursis.", [(18, "mois"), (6, "mois")]),
        ("Le ticket coûtera 3,40 euros au lieu de 2,90.", [(3.4, "EUR"), (2.9, "EUR")]),
        ("Le salaire passera de 1 398 à 1 426 euros.", [(1398, "EUR"), (1426, "EUR")]),
        ("La prime passe de 8 à 10 milliards d’euros.", [(8e9, "EUR"), (1e10, "EUR")]),
        ("La ville passe de 2,1 à 2,3 millions d’habitants.", [(2.1e6, None), (2.3e6, None)]),
        ("Le prix passe de 800 à 2 millions d’euros.", [(800, "EUR"), (2e6, "EUR")]),
        ("Le taux passe de 7,5 pour cent à 8,2 pour cent.", [(7.5, "%"), (8.2, "%")]),
        ("La vitesse passe de 50 km/h à 30 km/h.", [(50, "km/h"), (30, "km/h")]),
        ("Il a 20 et 30 millions d’euros.", [(2e7, "EUR"), (3e7, "EUR")]),
        ("Le vol 447 a pris 212 oies.", [(212, None)]),
        ("Le vol AF 447 a pris 212 oies.", [(212, None)]),
        ("On vend 20 places au 12 rue Carnot.", [(20, None)]),
        ("Le 12 rue Carnot a 12 rues pour voisines.", [(12, None)]),
        ("Le taux a gagné 3 %, à 1 204 euros.", [(3, "%"), (1204, "EUR")]),
        ("Le club touche 38 millions d’euros, et 6 millions de bonus.", [(38e6, "EUR"), (6e6, "EUR")]),
        ("Le club a eu 38 millions d’euros, avec 6 millions de maillots.", [(38e6, "EUR"), (6e6, None)]),
        ("Le prix est de 480 euros les 1 000 litres, contre 391 hier.", [(480, "EUR"), (1000, "l"), (391, "EUR")]),
        ("Elle perd 2 milliards d’euros, contre un bénéfice de 340 millions hier.", [(2e9, "EUR"), (340e6, "EUR")]),
        ("Les horaires passent de vingt-quatre à neuf heures par semaine.", [(24, "heures"), (9, "heures")]),
        ("Le lait pèse 480 kilos, 12 litres, contre 391 hier.", [(480, "kg"), (12, "l"), (391, "l")]),
        ("Elle double ses effectifs, de 45 à 90 salariés.", [(45, None), (90, None)]),
        ("Elle cherche, pour ses effectifs, de 45 à 90 salariés.", [(45, None)]),
        ("Le berger, âgé de 58 ans, et 17 autres personnes dorment.", [(58, "ans"), (17, None)]),
        # from where to where, or by how much, at so much a year
        ("La facture est passée de 110 000 à 440 000 euros par an.", [(110000, "EUR"), (440000, "EUR")]),
        ("La prime passe de 2 000 à 2 500 euros par mois.", [(2000, "EUR"), (2500, "EUR")]),
        ("Les prix augmentent de 300 à 500 euros par an.", [(300, "EUR")]),
        ("Une prime de 2 000 à 2 500 euros par mois.", [(2000, "EUR")]),
    ],
)
def test_what_is_said_once_holds_for_both(sentence: str, values: list[tuple[float, str | None]]) -> None:
    assert [(figure.value, figure.unit) for figure in figures_of(sentence, "fr")] == values


@pytest.mark.parametrize(
    "sentence",
    [
        "Il est né le 24 février 1987 à Brest.",
        "Le maire de 2005 à 2007 est parti.",
        "La réunion est à 15 heures précises.",
        "Il est passé vers 11 h 30 ce matin.",
        "Vers 23h0, tout dormait.",
        "Il est tombé à quatre heures du matin.",
        "Le 1er acte finit mal.",
        "Elle finit à la 7e place.",
        "Le G20 se réunit.",
        "L’A320 a décollé.",
        "L’article 49 ne dit rien.",
        "La Covid-19 recule.",
        "Appelez le 02 98 44 12 12 pour cela.",
        "D’une part, l’un des élus dort.",
        "Le réacteur 1 fume.",
        "Toy Story 3 est sorti.",
        "Ariane 5 met en orbite un satellite.",
        "Les bureaux ouvrent à partir de 16 heures.",
        "Il y a un quart de siècle, il partait.",
        "Le musée est ouvert de 9 heures à 19 heures.",
        "Il a parlé au « 20 Heures » de la chaîne.",
        "Le film est projeté en 4K ici.",
        "Le 4x100 m est annulé.",
        "Le site 20 Minutes le dit.",
        "Des milliers de gens chantent.",
        "Un cinquième joueur arrive.",
        "La saison 2020-21 est finie.",
        "Le club joue en 4-3-3 depuis la guerre de 14-18.",
        "Rendez-vous les 5 et 6 juin.",
        "Le vote du dimanche 24 est annulé.",
        "Il reviendra le 12 à Brest.",
        "La mode des années 90 revient.",
        "Les Vingt-Sept se réunissent.",
        "Un deux-roues est tombé.",
        "La 5G arrive au village.",
        "1- Se laver les mains.",
        "Le château fut bâti en 1146.",
        "En 1215, la charte fut signée.",
        "3) Le vélo de la ville.",
        "4/ Le livret de la ville.",
        "2° Le vaccin est gratuit.",
        "On le dit : 1) le froid, 2) le vent.",
        "Le modèle, baptisé « le 131 », est beau.",
        "Les deux se sont perdus.",
        "Le feu a pris au 123 rue des Lilas.",
        "La mairie est au 5 bis, place du Marché, 44000 Nantes.",
        "Il vit au 14 boulevard Carnot, 59800 Lille.",
        "Appelez le 0 800 123 456 ou le 0825 12 34 56.",
        "Appelez le +33 1 44 12 12 12 pour cela.",
        "SIRET 552 100 554 00013, ISBN 978-2-07-036822-8.",
        "RCS Lyon 552 100 554, IBAN FR76 3000 6000 0112 3456.",
        "Écrivez à la BP 123 ou au CS 40012.",
        "Le vol 447, le bus 42 et le terminal 2 dorment.",
        "Le point 3 et le hangar 12 dorment.",
        "Il a écrit là. 21000 Dijon est son adresse.",
        "L’A320 et le BMW320 sont là.",
        "Il gagne le 100 m, puis le 1 500 mètres et le 200m nage libre.",
        "Les lignes 4, 6 et 7 dorment.",
        "On lit 000 et 007 sur le mur.",
        "Le logiciel passe de 0.215.0 à 0,949,107.07 lundi.",
        "La COP 28 a lieu ici.",
        "Ana est partie à 2 h 04 du matin.",
        "Il est 18 h 30 et la salle est vide.",
        "L’avion de 14 h 30 est annulé, et un train de 6 h 42 aussi.",
        "Après 20 h 15 des heurts ont éclaté.",
        "Le combat de 20 h 30 est annulé.",
        "Il est arrivé après 22 h 30 de Paris.",
        "La durée de 8 h 30 à 17 h 30 est fixée.",
        "Le vent a balayé la moitié nord-ouest du pays.",
        "Le magasin est ouvert de 8 h 30 à 12 h 15.",
        "Rendez-vous à 14 h 30 de part et d’autre.",
        "Ana, Luc et Zoé dorment toutes trois.",
        "Les graines ont été datées au carbone 14 des lacs.",
        "Une fuite de césium 137 a eu lieu.",
        "Un trésor fut enfoui vers l’an 270 près d’Autun.",
        "Des skieurs sont vivants ; un huitième, indemne, a donné l’alerte.",
        "Il a sonné à une heure dix de nuit, et à une heure trente.",
    ],
)
def test_no_figure(sentence: str) -> None:
    assert said(sentence, "fr") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "No one was there at 9:45 p.m. on Sept. 9.",
        "One of the sheep said that one could see it.",
        "Several hundred people were there.",
        "The second half and the third man were better.",
        "The 2020-21 season and the 4-3-3 are over.",
        "The barn is open 24-7.",
        "The same 737 badge is there.",
        "He saw the difference between the two.",
        "She was born in the 1990s, in her 20s.",
        "The paper said Office 365 Home was sold.",
        "Call 555-0142-2231 for that.",
        "The 2012 games were the best.",
        "The fire broke out at 123 Main Street.",
        "He lives at 10 Downing Street and at 45 Oak Avenue.",
        "Call (212) 555-0123 or 1-800-555-0199 for that.",
        "Flight 447, Shed 3 and precinct 519 were there.",
        "Lines 4 and 7 slept, and so did Juror 7.",
        "They won the 100m and the 1,500 metres.",
        "Row 7 was there, and he went 0-for-3 and 3-for-5.",
        "The pair were there.",
        "Point 3 of the plan passed, and Terminal 2 was there.",
        "The 30-share index was up by 1040 GMT.",
        "The 737 MAX and Three Mile Island were there.",
        "The FT-SE 100 index and a Boeing 737-800 were there.",
        "It was there on May 3 and 9, from June 5 to 12.",
        "Dozens of sheep and hundreds of thousands of people were there.",
        "It opened on 3/8 at noon.",
        "Chapter 3, Verse 1.",
        "May 3, June 1.",
        "The first half as a whole was dull.",
        "It was dated with carbon 14 by Ann.",
    ],
)
def test_no_english_figure(sentence: str) -> None:
    assert said(sentence, "en") == []


SCORES = [
    ("Brec a gagné la finale aux tirs au but (1-1, 4-2 t.a.b.) hier.", [(1, 1), (4, 2)]),
    # after any word, where it falls and is small
    ("Le match finit sur le score de 3-2.", [(3, 2)]),
    ("Un 1-1 qui ne dit rien.", [(1, 1)]),
    ("Les Verts de Brec, 2–0, sont là.", [(2, 0)]),
    ("A 2-0 shutout was all they had.", [(2, 0)]),
    ("It was 21-7 in the end.", [(21, 7)]),
    ("The 5-4 ruling was theirs.", [(5, 4)]),
    # larger or rising, after a word that tells
    ("Brec a battu Montarin 31-24 hier.", [(31, 24)]),
    ("Sarvigne a perdu 0-3 chez elle.", [(0, 3)]),
    ("Le texte est adopté 52-48 dans la nuit.", [(52, 48)]),
    ("The bill passed the Senate 52-48 at last.", [(52, 48)]),
    ("They lost 98-112 to Dunmore.", [(98, 112)]),
    ("They voted 217-213 at noon.", [(217, 213)]),
    ("Les pages Brec - Montarin sont les 12-15", []),
    # in words between
    ("Les Verts s’imposent trois à un dans la pluie.", [(3, 1)]),
    ("The bill passed by 12 to three at last.", [(12, 3)]),
    ("They won the vote, nine to six, at noon.", [(9, 6)]),
    ("Les Verts s’imposent 2 à 1 dans la pluie.", [(2, 1)]),
    ("Une victoire 4 à 0 et une fête.", [(4, 0)]),
    ("Brec perd 1 à 3 chez elle.", [(1, 3)]),
    ("They took the vote, 5 to 2, at once.", [(5, 2)]),
    ("They won 3 to 1 in the rain.", [(3, 1)]),
    ("They lost 1 to 3 in the rain.", [(1, 3)]),
    # sets
    ("Elle gagne 6-4, 3-6, 7-5 chez elle.", [(6, 4), (3, 6), (7, 5)]),
    ("Elle renverse la Lettone, 4-6, 7-5, 6-2, à Paris.", [(4, 6), (7, 5), (6, 2)]),
    ("Les articles 3-4, 6-2 du code ont changé.", [(6, 2)]),
    ("Elle l’emporte 7-6 et 6-0 chez elle.", [(7, 6), (6, 0)]),
    ("Elle bat sa rivale 6-2, 6-1.", [(6, 2), (6, 1)]),
    ("She won 6-4, 7-5 in the rain.", [(6, 4), (7, 5)]),
    ("She took it 6-3, 4-6 and 7-5 there.", [(6, 3), (4, 6), (7, 5)]),
    ("It went 7-6, 0-6 in the rain.", [(7, 6), (0, 6)]),
    # none
    ("Il a gagné 20 à 30 matches.", []),
    ("Il a perdu de 5 à 3 places.", []),
    ("Il a perdu 2 à 3 kilos.", []),
    ("They lost, from ten to three.", []),
    ("They won six to four seats.", []),
    ("They won three to six.", []),
    ("The rate was ten to three.", []),
    ("They won 40-50 seats.", []),
    ("They won about 40-50 on the day.", []),
    ("They lost 10-15% on the day.", []),
]


@pytest.mark.parametrize(("sentence", "scores"), SCORES)
def test_scores(sentence: str, scores: list[tuple[float, float]]) -> None:
    language = language_of_few_words(sentence)
    assert language
    figures = [figure for figure in figures_of(sentence, language) if figure.kind == "score"]
    assert [(figure.value, figure.high) for figure in figures] == scores
    assert all((figure.unit, figure.what, figure.change) == (None, None, None) for figure in figures)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Il a inscrit 12 buts en 18 matches, dont trois hier.", [(12, "buts"), (18, "matches"), (3, "buts")]),
        ("Elle a pris 9 loups en 4 nuits, dont deux morts.", [(9, "loups"), (4, "nuits"), (2, "morts")]),
        ("Il a vu 40 chats, et deux tiers d’entre eux dorment.", [(40, "chats"), (2 / 3, "chats")]),
        ("Elle a vendu 30 vaches, et huit d’entre elles dorment.", [(30, "vaches"), (8, "vaches")]),
        ("Le texte a eu 143 des 289 voix.", [(143, "voix"), (289, "voix")]),
        ("Il a pris dix-huit mois de prison, dont six ferme.", [(18, "mois"), (6, "mois")]),
        ("Il a dormi une heure et demie.", [(1.5, "heures")]),
        ("Une vingtaine de loups et six vaches ont été vus.", [(20, "loups"), (6, "vaches")]),
        ("Une vingtaine de loups avec 6 vaches dorment.", [(20, "loups"), (6, "vaches")]),
        ("Le glacier recule de 30 à 40 mètres par an.", [(30, "m")]),
        ("Elle double ses effectifs, de 45 à 90 salariés.", [(45, "salariés"), (90, "salariés")]),
        ("On attend 40 fêtes par an. Il y en a eu dix-neuf hier.", [(40, "fêtes"), (19, "fêtes")]),
        ("On a vu 40 chats. Hier, deux d’entre eux dormaient.", [(40, "chats"), (2, "chats")]),
        ("On attend 40 fêtes par an. En mai dix-neuf ont lieu.", [(40, "fêtes"), (19, "")]),
        ("Il a couru 5, 10 et 20 km.", [(5, "km"), (10, "km"), (20, "km")]),
        (
            "Deux semaines après l’orage, le nombre de loups a brusquement augmenté en Savoie pour atteindre 5 209.",
            [(2, "semaines"), (5209, "")],
        ),
        ("Il a vu 9 loups, portant le bilan à 20.", [(9, "loups"), (20, "")]),
        ("Le froid a dépassé 40 vaches.", [(40, "vaches")]),
        ("Ana et Luc sont tous deux à 25 % des voix.", [(25, "%")]),
        (
            "Le club encaisse 38 millions d’euros, et 6 millions de bols dorment.",
            [(38e6, "EUR"), (6e6, "bols")],
        ),
        ("Il a vendu 23 tonnes d’orge et 18 de maïs.", [(23, "t"), (18, "t")]),
        # what was counted before, and what is told of a part of it
        ("On a vu 7 000 objets, dont 800 sont montrés.", [(7000, "objets"), (800, "objets")]),
        ("L’argent ira à 118 monuments, dont 18 jugés laids.", [(118, "monuments"), (18, "monuments")]),
        ("On a vu 12 000 habitants, mais 3 000 sont restés.", [(12000, "habitants"), (3000, "habitants")]),
        ("On a vu 900 élèves, et 40 sont malades.", [(900, "élèves"), (40, "malades")]),
        ("On a vu 900 élèves, et 40 blessés.", [(900, "élèves"), (40, "blessés")]),
        ("On compte 45 morts dans trois villes : 12 à Lille.", [(45, "morts"), (3, "villes"), (12, "morts")]),
        ("On comptait 200 blessés en mai, en mars 40.", [(200, "blessés"), (40, "blessés")]),
        ("La loi est passée (32 pour, 26 contre) hier.", [(32, "voix"), (26, "voix")]),
        (
            "Sur 544 votants, il y a eu 302 voix pour et 225 contre.",
            [(544, "votants"), (302, "voix"), (225, "voix")],
        ),
        ("Ils étaient 14 : 12 hommes et deux femmes.", [(14, ""), (12, "hommes"), (2, "femmes")]),
        ("Ils sont 130 : 30 en France, 100 en Suisse.", [(130, ""), (30, ""), (100, "")]),
        # what is told of those before
        ("La firme supprime 343 emplois. Cent douze supprimés ici.", [(343, "emplois"), (112, "emplois")]),
        ("On a évacué 200 personnes. Les 41 restantes dorment.", [(200, "personnes"), (41, "personnes")]),
        ("Dans l’île, 52 ouvriers restent sur les 200 recensés.", [(52, "ouvriers"), (200, "ouvriers")]),
        ("La ville a 80 maires. Il en coûtera 300 euros.", [(80, "maires"), (300, "EUR")]),
        # a part and its whole
        ("Elle a 16 sièges sur 63 au parlement.", [(16, "sièges"), (63, "sièges")]),
        ("On supprime 40 postes ici, sur 900 dans le monde.", [(40, "postes"), (900, "postes")]),
        (
            "La suppression de 40 postes en deux ans : 30 en France, 10 en Suisse.",
            [(40, "postes"), (2, "ans"), (30, "postes"), (10, "postes")],
        ),
        # what a verb takes of those before
        ("L’usine compte 80 ouvriers. Elle en supprimera douze.", [(80, "ouvriers"), (12, "ouvriers")]),
        ("La police a vu quatre pirates et en recherche cinq autres.", [(4, "pirates"), (5, "pirates")]),
        # nobody is counted in times
        ("On en vit trois fois plus qu’en 2017, et 72 en sont morts.", [(3, "fois"), (72, "")]),
        # no word of grammar tells what befell those who are counted
        ("Là, 84 000 personnes sont sorties du chômage.", [(84000, "personnes")]),
        # those who are left, and the price for others
        ("Ils étaient 45, ils ne sont plus que 12.", [(45, ""), (12, "")]),
        ("Le billet coûte 8 euros, 5 pour les enfants.", [(8, "EUR"), (5, "EUR")]),
        ("Le billet coûte 8 euros, cinq chats pour les enfants.", [(8, "EUR"), (5, "chats")]),
        # a part has the unit of its whole, and its millions
        ("On a vu 620 des 800 tonnes.", [(620, "t"), (800, "t")]),
        ("On a vu neuf des 20 millions d’euros.", [(9e6, "EUR"), (20e6, "EUR")]),
        ("Cela vaut 12 millions d’euros, dont 7 financés ici.", [(12e6, "EUR"), (7e6, "EUR")]),
        ("Cela vaut 12 millions d’euros, dont 15 par la ville.", [(12e6, "EUR"), (15, "EUR")]),
        ("Cela vaut 12 millions d’euros, dont sept maires rient.", [(12e6, "EUR"), (7, "maires")]),
    ],
)
def test_what_french_numbers_share(sentence: str, values: list[tuple[float, str]]) -> None:
    figures = figures_of(sentence, "fr")
    assert [figure.value for figure in figures] == pytest.approx([value for value, _ in values])
    assert [f.unit or (f.what or "").split(" ")[0] for f in figures] == [thing for _, thing in values]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("They saw 22 sheep in 30 barns, nine of them in the north.", [(22, "sheep"), (30, "barns"), (9, "sheep")]),
        ("They sold 40 boats, six of which were lost.", [(40, "boats"), (6, "boats")]),
        ("They took 23 tonnes of hay and 18 of straw.", [(23, "t"), (18, "t")]),
        ("They took 23 tonnes of hay and a pair of oxen.", [(23, "t"), (2, "oxen")]),
        ("Avg shrs 9.2 mln vs 8.9 mln.", [(9.2e6, "Avg"), (8.9e6, "Avg")]),
        ("Spain won five medals and Italy three.", [(5, "medals"), (3, "medals")]),
        ("They lost 850 of their 3,900 sheep.", [(850, "sheep"), (3900, "sheep")]),
        ("The gap was 1.2 billion dlrs from a revised 980 mln.", [(1.2e9, "USD"), (980e6, "USD")]),
        ("They lost 300 coastal and hillside homes.", [(300, "coastal")]),
        ("They will buy 25 Boeing 737 jets and 15 more.", [(25, "Boeing"), (15, "Boeing")]),
        ("Six men were hurt and 11 dismissed.", [(6, "men"), (11, "men")]),
        ("He has $14 million, six million of it in gold.", [(14e6, "USD"), (6e6, "USD")]),
        ("Of the 240 on the boat, 198 survived.", [(240, ""), (198, "")]),
        ("They own 9,100 barns, of which 730 stand empty.", [(9100, "barns"), (730, "barns")]),
        ("They lost five of their last six games.", [(5, "games"), (6, "games")]),
        ("Revenue fell from $4.5 to $4.1 billion.", [(4.5e9, "USD"), (4.1e9, "USD")]),
        ("They sold three of the first 20 boats.", [(3, "boats"), (20, "boats")]),
        ("It has shrunk by 8,200 to 311,000 in all.", [(8200, ""), (311000, "")]),
        ("He had 9 saves over 82 games.", [(9, "saves"), (82, "games")]),
        ("It took an hour and a half.", [(1.5, "hours")]),
        ("The average age is 57.", [(57, "years")]),
        ("He served seven of his 12 years.", [(7, "years"), (12, "years")]),
        ("It is short of the two-thirds majority.", [(2 / 3, "majority")]),
        ("They hold 76 of the chamber's 150 seats.", [(76, "seats"), (150, "seats")]),
        ("They have won four of their last six.", [(4, ""), (6, "")]),
        ("It employs 566 people and will hire 50 more by noon.", [(566, "people"), (50, "people")]),
        ("The crowd of 71,008 saw three red cards.", [(71008, "crowd"), (3, "red")]),
        ("They say 60 sheep were shorn and 11 sheared.", [(60, "sheep"), (11, "sheep")]),
        ("It killed six sheep, bringing the death toll to 48.", [(6, "sheep"), (48, "death")]),
        ("A pair of rings worth $3 million slept.", [(2, "rings"), (3e6, "USD")]),
        ("Two sheep died, raising the number of dead to 14.", [(2, "sheep"), (14, "dead")]),
        ("It hit a two-year high of 5,230.4.", [(2, "years"), (5230.4, "two-year")]),
        ("He ran 5, 10 and 20 km.", [(5, "km"), (10, "km"), (20, "km")]),
        ("He took five for 32 at noon.", [(5, ""), (32, "")]),
        ("They were 312 for four at tea, a lead of 87.", [(312, ""), (4, ""), (87, "lead")]),
        ("They won five seats, for a total of 87.", [(5, "seats"), (87, "seats")]),
    ],
)
def test_what_english_numbers_share(sentence: str, values: list[tuple[float, str]]) -> None:
    figures = figures_of(sentence, "en")
    assert [(f.value, f.unit or (f.what or "").split(" ")[0]) for f in figures] == values
    assert all(figure.qualifier is None for figure in figures)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It has risen to 18 weeks from 11 last spring.", [(18, "weeks", None), (11, "weeks", None)]),
        ("Gold fell $3 to $402 an ounce.", [(3, "USD", "Gold"), (402, "USD", None)]),
        ("The man, 43, was there.", [(43, "years", None)]),
        ("Rents rose 4% to a median of $350.", [(4, "%", "Rents"), (350, "USD", "median")]),
        ("It was 2 basis points lower at 0.5 percent.", [(2, "basis points", None), (0.5, "%", None)]),
        ("It sold 150 homes versus 110.", [(150, None, "homes"), (110, None, "homes")]),
        ("The rating slipped two points to 41 percent.", [(2, "points", "rating"), (41, "%", None)]),
        ("It fell 4% to 318 in the end.", [(4, "%", None), (318, None, None)]),
        ("One man died and eight were in the barn.", [(1, None, "man"), (8, None, "man")]),
        ("More than 600 held the bridge while 200 stormed the gate.", [(600, None, None), (200, None, None)]),
        ("Around 50 protesters gathered; 20 threw stones.", [(50, None, "protesters"), (20, None, "protesters")]),
        ("Of those, 35 remain in hospital and 12 died at home.", [(35, None, None), (12, None, None)]),
        ("In act 4 died the king of the town.", []),
        ("Two men, aged 19 and 26, were there.", [(2, None, "men"), (19, "years", None), (26, "years", None)]),
        (
            "They lost 20 sheep in the north, eight in the south and six in town.",
            [(20, None, "sheep"), (8, None, "sheep"), (6, None, "sheep")],
        ),
    ],
)
def test_what_english_leaves_unsaid(sentence: str, values: list[tuple[float, str | None, str | None]]) -> None:
    assert [(f.value, f.unit, f.what and f.what.split()[0]) for f in figures_of(sentence, "en")] == values


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Trains run every 12 minutes.", [(12, "minutes")]),
        ("Parliament has approved a $780 billion budget.", [(780e9, "USD")]),
        ("La victime avait reçu onze coups.", [(11, None)]),
        ("Der Umsatz stieg um 3,5 Prozent.", []),
    ],
)
def test_a_text_too_short_to_tell_its_language_has_its_figures(
    sentence: str, figures: list[tuple[float, str | None]]
) -> None:
    article = analyse(document_from_text(sentence))
    assert article.language is None
    assert [(figure.value, figure.unit) for figure in article.figures] == figures


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Sur dix clients, huit viennent seulement parler.", "clients"),
        ("La banque dit que 12 % des ménages épargnent.", "ménages"),
        ("One in three pupils skip lunch.", "pupils"),
        ("Some 300 sales staff slept.", "sales staff"),
        ("He has 200 news stories about it.", "news stories"),
        ("A crowd of 21,345 saw Leeds win.", "crowd"),
        ("A crowd of 21,345 people saw them.", "people"),
        ("A 94-year-old man walked out.", "man"),
        ("Some 4,500 homes lost power.", "homes"),
        ("The 300 sheep in the barn slept.", "sheep"),
        ("Une quarantaine de bénévoles ont tenté de les sauver.", "bénévoles"),
        ("Près de 80 pour cent du personnel fait grève.", "personnel"),
        ("Près de 200 habitants ont manifesté.", "habitants"),
        ("Près de 200 habitants ont été évacués.", "habitants évacués"),
    ],
)
def test_no_verb_is_counted(sentence: str, what: str) -> None:
    figures = figures_of(sentence, "fr" if sentence.startswith(("Sur", "Une", "Près", "La")) else "en")
    assert figures[-1].what == what


@pytest.mark.parametrize(
    ("sentence", "what", "change"),
    [
        ("Les ventes de vélos ont reculé de 14,5 % sur un an.", "ventes de vélos", "down"),
        ("Le prix du pain est en hausse de 3 % cette année.", "prix du pain", "up"),
        ("Les dépenses de fonctionnement atteignent 8 millions d’euros.", "dépenses de fonctionnement", None),
        ("Les ventes en Chine ont atteint 8 millions d’euros.", "ventes en Chine", None),
        ("Le prix du billet passe à 2,10 euros.", "prix du billet", None),
        ("Le nombre de signataires frôle les 9 000.", "signataires", None),
        ("L’ardoise dépasse 2 millions d’euros.", "ardoise", None),
        ("L’action Roux prenait 2,1 % hier.", "action Roux", "up"),
        ("L’indice cédait 0,32 % hier.", "indice", "down"),
        ("Deux cents foyers étaient toujours sans eau.", "foyers", None),
        ("Les dégâts atteindraient 6,5 millions d’euros.", "dégâts", None),
        ("Une garantie de 400 000 € est demandée.", "garantie", None),
        ("Elle obtient 0,37 point de plus que sa rivale.", None, "up"),
        ("Un prêt de la région de 2 millions d’euros suivra.", "prêt de la région", None),
        ("Le coût des six granges est de 2 millions d’euros.", "coût des six granges", None),
        ("Le prix est de 10 % de moins que prévu.", "prix", "down"),
        ("Le prix est passé à 12 euros.", "prix", None),
        ("Il fait -5 °C dans la cour.", None, None),
        ("La part du vin recule de 3 %.", "part du vin", "down"),
        ("Le taux est en baisse, à 7,5 %.", None, None),
        ("L’équipe a perdu 14 matchs.", "matchs", None),
        ("Le nombre d’élèves a augmenté de 300.", "élèves", "up"),
        ("Les salaires oscillent entre 1 500 et 2 000 euros.", "salaires", None),
        ("Sept personnes sont toujours portées disparues.", "personnes disparues", None),
        ("Près de 850 foyers restaient privés de courant.", "foyers", None),
        ("Trente personnes sont mortes.", "personnes mortes", None),
        ("Un pont long de 90 mètres est fermé.", "pont", None),
        ("La masse est supérieure de 2 % à la norme.", "masse", "up"),
        ("Le nombre de cas dépasse désormais les 1 100.", "cas", None),
        ("Les dons atteignent désormais 4 000 euros.", "dons", None),
        ("Ma fille va se retrouver à 31 dans sa classe.", None, None),
        ("Les maisons détruites ou endommagées seraient plus de 500.", "maisons détruites ou endommagées", None),
        ("L’âge légal serait porté à 62 ans.", "âge légal", None),
        ("Le prix du gaz va diminuer de 6 %.", "prix du gaz", "down"),
        ("Les quotas de sole seront réduits de 32 %.", "quotas de sole", "down"),
        ("Le smic augmentera de 100 euros.", "smic", "up"),
        ("Le loyer, relevé de 3 %, est payé.", None, "up"),
        ("Le smic est relevé à 1 500 euros.", "smic", None),
        ("Les ventes sont réduites à 32 %.", "ventes", None),
        # when and where, and by how much
        ("La course a eu lieu deux semaines plus tôt.", None, None),
        ("Le train passe dix minutes plus tard.", "train", None),
        ("Le bateau est tombé deux kilomètres plus loin.", "bateau", None),
        ("Le lait coûte 3 % plus cher.", "lait", "up"),
        ("Il améliore de 41 secondes la marque.", None, "up"),
        ("Le loyer a baissé en trois ans.", None, None),
        ("Elle a gagné en 2 h 18 min 12 s.", None, None),
        ("Elle a gagné deux ans.", None, "up"),
    ],
)
def test_what_a_measure_measures(sentence: str, what: str | None, change: str | None) -> None:
    *_, figure = figures_of(sentence, "fr")
    assert (figure.what, figure.change) == (what, change)


@pytest.mark.parametrize(
    ("sentence", "language", "kind"),
    [
        ("Un homme de 34 ans dormait.", "fr", "age"),
        ("Il est âgé de 34 ans.", "fr", "age"),
        ("Anne Roux, 34 ans, dormait.", "fr", "age"),
        ("Le milieu breton de 34 ans dormait.", "fr", "age"),
        ("Un père de famille de 34 ans dormait.", "fr", "age"),
        ("L’accusé de 34 ans dormait.", "fr", "age"),
        ("Une femme d’environ 34 ans dormait.", "fr", "age"),
        ("Le maire a une peine de 34 ans.", "fr", "duration"),
        ("Un bail de 34 ans l’attend.", "fr", "duration"),
        ("Une peine de deux ans l’attend.", "fr", "duration"),
        ("A 10-year-old slept.", "en", "age"),
        ("He was 10 years old.", "en", "age"),
        ("He was aged 10 years.", "en", "age"),
        ("A 10-year lease was there.", "en", "duration"),
        ("It took 10 years.", "en", "duration"),
        ("Le pain coûte 3 francs.", "fr", "money"),
        ("Le pain coûte 3 pesos.", "fr", "money"),
        ("Le train roule à 3 km.", "fr", "measure"),
        ("À 34 ans, elle dormait.", "fr", "age"),
        ("L’équipe des moins de 21 ans dormait.", "fr", "age"),
        ("Tout a changé en moins de dix ans.", "fr", "duration"),
        ("À 34 ans près, elle dormait.", "fr", "duration"),
        ("La juge lui a donné le sursis, cinq ans d’inéligibilité.", "fr", "duration"),
        ("Anne Roux, 34 ans de métier, dormait.", "fr", "duration"),
    ],
)
def test_what_kind_of_number_it_is(sentence: str, language: str, kind: str) -> None:
    assert [figure.kind for figure in figures_of(sentence, language)] == [kind]


def test_a_part_of_some_is_of_those_who_the_sentence_before_is_about() -> None:
    figures = figures_of("Vingt bergers, venus de huit villages, ont lutté. Deux d’entre eux ont été blessés.", "fr")
    assert [figure.what for figure in figures] == ["bergers", "villages", "bergers"]


@pytest.mark.parametrize(
    ("sentence", "language", "things"),
    [
        ("Le nombre des morts est de 649 et celui des disparus de 877.", "fr", ["morts", "disparus"]),
        ("Le nombre des morts est de 649, celui des blessés atteint 877.", "fr", ["morts", "blessés"]),
        ("Le nombre des morts est de 649 et celui de l’attentat de 877.", "fr", ["morts", "morts"]),
        ("The number of dead is 649 and that of the injured 877.", "en", ["dead", "injured"]),
    ],
)
def test_a_pronoun_stands_for_the_number_of_others(sentence: str, language: str, things: list[str]) -> None:
    assert [figure.what for figure in figures_of(sentence, language)] == things


def test_a_dozen_of_things_has_no_unit_of_another() -> None:
    figures = figures_of("Il a pris 40 kilos de bœuf et une douzaine de bouteilles.", "fr")
    assert [(figure.what, figure.unit) for figure in figures] == [("bœuf", "kg"), ("bouteilles", None)]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Il a quatre ans de prison, dont deux avec sursis.", ["duration", "duration"]),
        ("Ils sont âgés de 23 et 31 ans.", ["age", "age"]),
        ("Il avait 23 ans, et une peine de 31 ans.", ["age", "duration"]),
    ],
)
def test_years_that_follow_others_are_of_their_kind(sentence: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in figures_of(sentence, "fr")] == kinds


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("The index rose 3 points at 1,204.", ["up", None]),
        ("Shares fell 44.14 points, or 0.1%, to 42,171.66.", ["down", "down", None]),
        ("Sales rose from $20 million to $30 million.", [None, None]),
        ("Prices are 10% lower.", ["down"]),
        ("The barn is 86 metres above the sea.", [None]),
        ("They lost 14 games.", [None]),
        ("The number of jobs rose by 300.", ["up"]),
        ("It was up 5 percent on the day.", ["up"]),
        ("The toll is rising to a record 145.", [None]),
        ("It was minus 5C in the barn.", [None]),
    ],
)
def test_a_change_is_no_level(sentence: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in figures_of(sentence, "en")] == changes


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Selon la préfecture, 40 vaches ont été sauvées.", ["préfecture"]),
        ("On a vu 20 000 oies selon la mairie, 8 000 selon la police.", ["mairie", "police"]),
        ("Selon la mairie, on a vu 20 oies, et 30 selon la police.", ["mairie", "police"]),
        ("La préfecture a compté 300 oies, les syndicats 900.", ["préfecture", "syndicats"]),
        ("Trente personnes sont mortes, a indiqué la protection civile.", ["protection civile"]),
        ("Deux cents maisons sont détruites, affirme l’opposition.", ["opposition"]),
        ("L’ONU estime à 5 millions le nombre de chats.", ["ONU"]),
        ("Le ministère de la Santé fait état de 12 blessés.", ["ministère de la Santé"]),
        ("Les pompiers parlent de 12 oies, la police de 15.", ["pompiers", "police"]),
        ("On a vu 12 oies ; la mairie estime à 40 le nombre de chats.", [None, "mairie"]),
        ("La ville compte 12 500 habitants.", [None]),
        ("Il y a 12 oies, a-t-il ajouté.", [None]),
        ("La foule a vu 12 oies.", [None]),
        # in brackets, of a document, behind what is told of the verb
        ("On a vu 20 000 oies (FNO), 8 000 (police).", ["FNO", "police"]),
        ("On a vu 20 000 oies (organisateurs).", ["organisateurs"]),
        ("Douze élus (PS) sont venus.", [None]),
        ("Il y a 12 oies, selon un premier bilan de la préfecture.", ["préfecture"]),
        ("Selon une étude du cabinet Roux publiée hier, 12 % des oies dorment.", ["cabinet Roux"]),
        ("Selon une étude de 2019, 12 % des oies dorment.", ["étude"]),
        ("Selon l’estimation du nombre d’oies, 12 dorment.", ["estimation du nombre d’oies"]),
        ("On a perdu 12 oies, a indiqué lundi la préfecture.", ["préfecture"]),
        ("On a perdu 12 oies, a dit à l’AFP le préfet maritime.", ["préfet maritime"]),
        # what a number varies with, and what is told, give none
        ("Il ira jusqu’à 85 %, selon le panel.", [None]),
        ("Les prix vont de 12 à 15 euros selon l’heure.", [None]),
        ("Les prix vont de 12 à 15 euros selon la mairie.", ["mairie"]),
        ("Le groupe de l’Ouest, ravi, annonce l’ouverture de 15 magasins.", [None]),
        ("On a vu 31 oies, annonce l’éleveur de la ville.", ["éleveur de la ville"]),
        ("Les 31 oies sont là, a réagi l’un de ses avocats.", [None]),
        ("Un éleveur, ravi, dit avoir rentré 40 tonnes.", [None]),
        # what is told of a source is no part of its name
        ("On compte 31 blessés, a annoncé la préfecture dans la soirée.", ["préfecture"]),
        ("Selon des chiffres publiés jeudi, 7 % des oies sont là.", ["chiffres"]),
        ("Selon des chiffres du ministère, 7 % des oies sont là.", ["ministère"]),
        ("Environ 1 500 personnes ont défilé, 2 000 selon le collectif.", [None, "collectif"]),
        ("On compte 12 morts, 30 blessés selon la police.", ["police", "police"]),
    ],
)
def test_a_figure_has_its_source(sentence: str, sources: list[str | None]) -> None:
    assert [figure.attribution for figure in figures_of(sentence, "fr")] == sources


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("According to the union, 40 sheep were lost.", ["union"]),
        ("At least 12 sheep were lost, police said.", ["police"]),
        ("At least 12 sheep were lost, said the ministry.", ["ministry"]),
        ("Police put the crowd at 5,000; the unions said 20,000.", ["Police", "unions"]),
        ("Sales will reach $5 million, the company said on Monday.", ["company"]),
        ("Officials said 300 sheep were lost.", ["Officials"]),
        ("The storm claimed 12 lives.", [None]),
        ("The index added 12 points.", [None]),
        ("She said 12 sheep were lost.", [None]),
        ("The march drew 900 sheep (organisers), 400 (police).", ["organisers", "police"]),
        ("The farm lost 12 sheep, according to a tally by the ministry.", ["ministry"]),
        ("The farm lost 12 sheep, according to a tally of the dead.", ["tally of the dead"]),
        ("The farm lost 12 sheep, said the council on Monday.", ["council"]),
        ("The farm lost 12 sheep, but officials said 15 were sold.", [None, "officials"]),
        ("Voters who supported the mayor said 40 shops were shut.", ["Voters"]),
        ("Bill Harper repeatedly said 40 shops were shut.", ["Bill Harper"]),
        ("The family said 12 sheep died.", ["family"]),
        ("The trucker said 12 sheep died.", ["trucker"]),
        ("Sales rose 9%, and cases reported reached 1,200.", [None, None]),
        ("Voters supported the mayor said 40 shops were shut.", [None]),
        # what acts behind a verb of saying is part of what is said
        ("Ann Lee, the secretary, said workers there had lost 40 shifts.", [None]),
        ("Tom Lee, whose family came in May, says the barn is 40 years old.", [None]),
        ("Some 40 shifts were lost, said workers there.", ["workers"]),
    ],
)
def test_an_english_figure_has_its_source(sentence: str, sources: list[str | None]) -> None:
    assert [figure.attribution for figure in figures_of(sentence, "en")] == sources


@pytest.mark.parametrize(
    ("sentences", "language", "units"),
    [
        (
            "Le pont coûtera 430 millions d’euros. L’État apportera 60 millions, la ville 45 millions.",
            "fr",
            ["EUR"] * 3,
        ),
        ("The bridge costs $430 million. The state will give 60 million.", "en", ["USD"] * 2),
        ("Le pont coûtera 430 millions d’euros. Le trafic atteint 60 millions.", "fr", ["EUR", None]),
        # a currency of many countries is the one that the text names once
        ("La toile vaut 35 millions de francs suisses. On offre 100 francs.", "fr", ["CHF", "CHF"]),
        ("On a 3 francs suisses et 4 francs belges. On offre 100 francs.", "fr", ["CHF", "BEF", None]),
        ("Le pont coûtera 430 millions d’euros. On a vu 60 millions d’oies.", "fr", ["EUR", None]),
        ("Le pont coûtera 430 millions d’euros. L’État a vu 60 000 de trop.", "fr", ["EUR", None]),
        ("On a vu 430 millions d’oies. L’État apportera 60 millions.", "fr", [None, None]),
        ("The bridge costs $430 million. Geese: 60 million.", "en", ["USD", None]),
    ],
)
def test_millions_of_nothing_are_of_the_last_currency(sentences: str, language: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in figures_of(sentences, language)] == units


@pytest.mark.parametrize(
    ("told_again", "mentions"),
    [
        ("L’attaque a fait quinze morts.", 2),
        ("On pleure les quinze jeunes gens tués.", 2),
        ("Son père possède quinze armes.", 1),
    ],
)
def test_persons_of_the_title_are_no_things_below(told_again: str, mentions: int) -> None:
    article = analyse(document_from_text(f"Un ancien élève tue quinze personnes\n\n{told_again}\n"))
    assert next(len(figure.mentions) for figure in article.figures if figure.value == 15) == mentions


def test_a_time_of_a_person_is_that_of_the_title() -> None:
    text = "La peine de l’ancien maire ramenée à dix-huit mois\n\nIl a pris dix-huit mois de prison à midi, hier.\n"
    assert [len(figure.mentions) for figure in analyse(document_from_text(text)).figures] == [2]


def test_equal_figures_are_one_with_its_mentions() -> None:
    article = analyse(
        document_from_text("97 pays disent non\n\nLes 97 pays ont dit non, et 12 îles sont restées loin de la fête.")
    )
    assert [(f.value, len(f.mentions)) for f in article.figures] == [(97, 2), (12, 1)]
    assert article.figures[0].rank == 1


FLOORS = {"recall": 0.97, "precision": 0.97, "unit": 0.99, "qualifier": 0.97}


def test_floors_on_the_corpus() -> None:
    """Quality on the annotated texts: these only go up."""
    counts = dict.fromkeys(("gold", "hit", "extra", "unit", "qualifier"), 0)
    for name in NAMES:
        article, gold = case(name)
        places = [(mention, figure) for figure in article.figures for mention in figure.mentions]
        matched = set()
        for wanted in gold.get("figures", []):
            at = next(
                (i for i, (m, _) in enumerate(places) if m.start < wanted["end"] and wanted["start"] < m.end), None
            )
            matched.add(at)
            if wanted["optional"]:
                continue
            counts["gold"] += 1
            if at is None:
                continue
            figure = places[at][1]
            if figure.value == pytest.approx(wanted["value"]) and figure.high == wanted["high"]:
                counts["hit"] += 1
                counts["unit"] += figure.unit == wanted["unit"]
                counts["qualifier"] += figure.qualifier == wanted["qualifier"]
        if "figures" in gold:
            counts["extra"] += sum(at not in matched for at in range(len(places)))
    assert counts["hit"] / counts["gold"] >= FLOORS["recall"], counts
    assert counts["hit"] / (counts["hit"] + counts["extra"]) >= FLOORS["precision"], counts
    assert counts["unit"] / counts["hit"] >= FLOORS["unit"], counts
    assert counts["qualifier"] / counts["hit"] >= FLOORS["qualifier"], counts


def test_what_a_number_shares_is_not_the_name_of_another_side() -> None:
    told = said("La CFDT a gagné 103 000 voix, alors que la CGT en a perdu 2 103.", "fr")
    assert told[1] == ("2 103", 2103, None, "voix", None, None)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        # a bare number and its verb begin a clause
        ("Some stayed, but 40 crossed the river.", [(40, None)]),
        ("Forty crossed the river on Monday.", [(40, None)]),
        ("Of the hikers, 40 crossed the river and 12 turned back.", [(40, None), (12, None)]),
        ("They live at 40 Crossed Keys Lane.", []),
        # who speaks is not counted, what happens to one is
        ("One senior envoy said both were odd.", []),
        ("“It was odd,” said one keeper.", []),
        ("One man died at the gate.", [(1, "man")]),
        ("Only one bidder came.", [(1, "bidder")]),
        # a verb and its object behind a plural, and a plural that looks like a verb
        ("The two countries traded accusations.", [(2, "countries")]),
        ("Some 12 soldiers wounded on Monday went home.", [(12, "soldiers wounded")]),
        ("They ran four lemonade stands, and left.", [(4, "lemonade stands")]),
        ("Four dogs stand at the gate.", [(4, "dogs")]),
        ("It was made by a crew of nine.", [(9, "crew")]),
        ("A forty-year-old hull doesn't need paint.", [(40, "hull")]),
    ],
)
def test_english_verbs_and_what_they_tell_of_counts(sentence: str, counted: list[tuple[float, str | None]]) -> None:
    assert [(figure.value, figure.what) for figure in figures_of(sentence, "en")] == counted


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Après une chute de 31 % de son bénéfice, 1 150 postes seront supprimés.",
            [("bénéfice", "%"), ("postes", None)],
        ),
        (
            "Un chiffre d’affaires de 1,2 milliard d’euros, contre 1,5 milliard auparavant.",
            [("chiffre d’affaires", "EUR")] * 2,
        ),
        ("Dans un rayon de 50 km, on a puisé dans un stock de 300 000.", [("rayon", "km"), ("stock", None)]),
        ("Marine Le Pen obtient 23 %.", [(None, "%")]),
        ("Fillon 20 %, Le Pen 21 %.", [(None, "%"), (None, "%")]),
        ("Il y a des hausses de 3 % pour Noël, de 5 % pour la Toussaint.", [(None, "%"), (None, "%")]),
        ("Le taux sera de 3 % pour la BCE.", [("taux", "%")]),
        ("On a compté 24,8 % pour la CGT, 15 % pour FO.", [("CGT", "%"), ("FO", "%")]),
        ("Les pompiers sont intervenus 46 fois.", [(None, "fois")]),
        ("Un déficit de 310 000 euros pour un budget de 3,4 millions.", [("déficit", "EUR"), ("budget", "EUR")]),
        ("Il était 5 heures, et l’on dormait.", []),
        ("La grève a duré 5 heures.", [("grève", "heures")]),
        # a change is of one thing from its beginning to its end
        ("Le loyer moyen est passé de 12 à 13 euros.", [("loyer moyen", "EUR"), ("loyer moyen", "EUR")]),
        ("Le loyer moyen est de 12 euros, à 13 euros près.", [("loyer moyen", "EUR"), (None, "EUR")]),
        (
            "La toile vaut 35 millions de francs suisses. À Genève, il en coûte 50 francs.",
            [("toile", "CHF"), ("francs", None)],
        ),
        ("Le maire doit se contenter de 24,6 %.", [(None, "%")]),
    ],
)
def test_what_is_counted_and_by_what_unit(sentence: str, told: list[tuple[str | None, str | None]]) -> None:
    assert [(figure.what, figure.unit) for figure in figures_of(sentence, "fr")] == told


def test_a_count_is_no_share_of_another() -> None:
    figures = figures_of("On a vu 12 % de plus que l’an dernier, et 4 000 de mieux qu’en mars.", "fr")
    assert [(figure.value, figure.unit) for figure in figures] == [(12, "%"), (4000, None)]


def test_two_thirds_of_them_are_of_no_time() -> None:
    figures = figures_of("Après trois mois de lutte, les deux tiers d’entre eux ont dit oui.", "fr")
    assert [figure.what for figure in figures] == ["lutte", None]


def test_a_name_is_not_that_of_the_next_share() -> None:
    figures = figures_of("La CGC obtient 24,8 % (300 oui), la CFG en obtient 26,3.", "fr")
    assert [figure.what for figure in figures] == ["CGC", "oui", "CFG"]


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("L’indice avance de 0,4 %.", "up"),
        ("Une avance de 3 000 euros a été versée.", None),
        ("Elle a 41 secondes d’avance.", None),
        ("Les dockers gagnaient 12 euros par jour.", None),
        ("Les dockers ont gagné 12 euros.", "up"),
        ("Les dockers perdent 200 euros par mois.", "down"),
    ],
)
def test_a_lead_is_no_change(sentence: str, change: str | None) -> None:
    assert [figure.change for figure in figures_of(sentence, "fr")] == [change]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("On a vu 7 000 objets, dont 800 sont montrés.", "objets montrés"),
        ("L’argent ira à 118 monuments, dont 18 jugés laids.", "monuments jugés"),
        ("On a vu 12 000 habitants, mais 3 000 sont restés.", "habitants restés"),
        ("On a vu 950 chantiers, et 400 sont achevés.", "chantiers achevés"),
        ("On a vu 950 élus, et 400 retraités.", "retraités"),
        # unless it has a noun of its own
        ("On a vu 300 élus et 12 nouvelles usines.", "usines"),
        ("On a vu 300 chats et 12 jeunes filles.", "filles"),
        ("On a vu 300 bateaux et 12 autres villages.", "villages"),
        ("On a vu 300 bateaux, puis 12 autres hier.", "bateaux"),
        ("On a vu 300 bateaux et 12 autres endommagés.", "bateaux endommagés"),
        # or tells what befell others
        ("Le feu a fait 24 morts et 220 déplacés.", "déplacés"),
        ("Le feu a fait 24 morts, dont 20 déplacés.", "morts déplacés"),
        ("On a vu 12 condamnés et 3 acquittés.", "acquittés"),
    ],
)
def test_a_participle_tells_of_what_was_counted(sentence: str, what: str) -> None:
    assert figures_of(sentence, "fr")[-1].what == what
