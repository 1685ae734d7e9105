"""Who or what can be a source at all: what is proposed without being a person, a body, a document or a name is none."""

import pytest

from tests.analysis.quoting import quotes_in

SOURCES = [
    # adverbs, participles and things in the place of a subject
    ("en", "GENEVA — The diplomat, reportedly in tears: “It was awful.”", None),
    ("en", "Repeated claims of having no memory of the night were “a joke to us.”", None),
    ("en", "As the bus turned the corner, somebody shouted, “Safe home, Ken!”", None),
    (
        "en",
        "Moving forward, Carla Reyes has a new deal, and the label will be left to wonder: “Was it worth it?”",
        None,
    ),
    ("fr", "L’appareil avait disparu des radars après avoir signalé « un problème technique ».", None),
    ("fr", "Sur la vitrine, une feuille scotchée : « Merci pour ces 31 ans »", None),
    ("fr", "Sur les réseaux, on partage la première phrase du roman : « La pluie savait déjà »", None),
    # … but nouns of persons, bodies and documents can speak, and those whose ending makes persons of them
    ("en", "A user on Weibo posted: “It was awful.”", "user on Weibo"),
    ("en", "A dry-stone waller said the wall was “a work of art in itself.”", "dry-stone waller"),
    ("en", "A voice in the crowd shouted, “Safe home, Ken!”", "voice"),
    ("en", "The affidavit said the wall was “a danger to the whole street.”", "affidavit"),
    ("en", "China's ambassador to Britain warned that the wall was “a danger to the whole street.”", "ambassador"),
    ("fr", "L’aménageur assure que « la digue tiendra bien ».", "aménageur"),
    ("fr", "Une source judiciaire confirme une enquête pour « escroquerie en bande ».", "source judiciaire"),
    ("fr", "Le minot de 20 ans avoue qu’il a « tout appris ici ».", "minot de 20 ans"),
    ("fr", "L’un des Verts avoue qu’il a « tout appris ici ».", "un des Verts"),
    ("fr", "Une centaine d’habitants assurent que « la digue tiendra bien ».", "centaine d’habitants"),
    # … as can whatever stands beside the verb of saying behind the quotation
    ("en", "“It is a shame,” the chandler said.", "chandler"),
    ("en", "“It is a shame,” one legal expert said.", "legal expert"),
    ("fr", "« C’est une honte », lâche la chineuse.", "chineuse"),
    # nobody knows who, although the sentence has a subject; but what is unknown may be inside somebody's words
    ("en", "As Tom Lee left the hall, someone in the crowd yelled “Shame on you, sir!” at him.", None),
    ("en", "As Tom Lee left the hall, a man in the crowd yelled “Shame on you, sir!” at him.", "man"),
    ("en", "Tom Lee said someone had been “a bit too fast for all of us.”", "Tom Lee"),
    ("fr", "À la mairie de Lombrac, on assure que « la digue tiendra bien ».", "mairie de Lombrac"),
    # an owner, and a headline in capitals, of which no verb says that they speak
    ("en", "Norvale Beach's new “Sand. We're on it” campaign has been met with ridicule.", None),
    ("en", "Did Norvale Beach Reprimand Harlan Family for “stealing from the poor of the town”?", None),
    # a capital word that is none of a name
    ("fr", "La page Accident est vide. Accident en ce soir de fête « sans aucun témoin ».", None),
    # a place stands for those who govern it with a verb of saying, and is nobody else
    ("en", "She spent a week in Norvale. Norvale said the plan was “a threat to the whole coast.”", "Norvale"),
    ("fr", "Elle vit à Lombrac. Lombrac : « On vit tous dans la même pièce ici »", None),
    ("fr", "Elle vit à Lombrac. Lombrac dénonce « une menace pour tous ».", "Lombrac"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SOURCES)
def test_only_who_or_what_can_speak_is_a_source(language: str, text: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in quotes_in(language, text)] == [speaker]
