"""The grammar that name a source, and how sure each is: from 0, a guess, to 1, never wrong on the annotated corpus.

The weights are set by hand, so that of two grammar that propose different sources for the same words the one that is
right more often wins. A rule is known to users by its name: `Quote.rule`, and `tui-reader extract --explain`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    # Behind the words
    "after.verb-subject": 1.0,  # « … », a dit X
    "after.verb-nobody": 1.0,  # « … », dit-on à l'Élysée
    "after.verb-one-of-them": 0.9,  # “…,” said one, X
    "after.unlisted-inversion": 0.9,  # « … », a-t-il osé
    "after.unlisted-verb": 0.8,  # « … », persifle X
    "after.verb-subject-later": 0.95,  # … « … » au Bélarus, a déclaré X
    "after.subject-verb": 0.9,  # “…,” X said
    "after.subject-verb-later": 0.85,  # … “…” on the show, X said
    "after.viewpoint": 0.7,  # une somme « dérisoire », pour X
    "after.talk-with": 0.7,  # « … » : entretien avec X
    "after.signature": 0.9,  # « … » and on the next line — X
    # In front of the words
    "before.nobody-verb": 0.7,  # À l'Élysée, on assure que « … »
    "before.subject-says": 0.9,  # X a déclaré que « … »
    "before.subject-judges": 0.8,  # X, qui parle de « … »
    "before.name-colon": 0.95,  # X : « … »
    "before.subject-colon": 0.7,  # X s'emporte : « … »
    "before.inserted": 0.95,  # C'était, dit X, « … »
    "before.relative-quoted-verb": 0.7,  # un texte qui « exige … »
    "before.subject-quoted-verb": 0.7,  # X « refuse de céder »
    "before.subject-quoted-word": 0.5,  # X est « effaré »
    "before.sentence-subject": 0.4,  # X évoque longuement … « … »
    # Anywhere in the sentence
    "frame.according-near": 0.95,  # « … », selon X
    "frame.according": 0.85,  # Selon X, « … »
    "frame.viewpoint-relative": 0.92,  # X, pour qui « … »
    "frame.viewpoint": 0.8,  # Pour X, « … »
    "frame.viewpoint-pronoun": 0.7,  # … pour lui « … »
    "frame.passive": 0.92,  # a été qualifié de « … » par X
    "frame.owned-words": 0.75,  # les propos de X : « … »
    "frame.owned-page": 0.65,  # sur la page de X, on pouvait lire : « … »
    "frame.bearer": 0.7,  # X a déployé une banderole « … »
    # Around the sentence
    "inside.cue": 1.0,  # « A, dit X, B »
    "context.told-before": 0.45,  # X a fondu en larmes. « … »
    "dialogue.label": 1.0,  # X : — …
    "post.author": 1.0,  # — X (@x)
}

UNUSUAL_ORDER = 0.15
"""What a source before its verb behind the words loses in French, where the verb comes first as a rule."""
INFINITIVE, FAR, FARTHER = 0.1, 0.1, 0.25
"""What a cue before the words loses: as an infinitive, and by how far off the words it stands."""
THING, THING_FAR = 0.15, 0.4
"""What it loses where its subject is a thing, right before the verb or farther off."""
PASSED_ON = 0.5
"""What is left of the weight of a source that only passes words on."""
