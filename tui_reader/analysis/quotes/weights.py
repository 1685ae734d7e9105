"""The rules that name the source of a quotation, and how sure each is.

A weight goes from 0, a guess, to 1, never wrong on the annotated corpus. Weights are set by hand, so that of two rules
that propose different sources for a quotation the one that is right more often wins. The name of a cue construction's
rule is its position and its order of cue and source: `after.verb-source` is `cues.after.verb_then_source`.

Users see both: a quotation's `rule` is the rule that named its source, and its `confidence` is the weight of the
winning proposal: the rule's weight here, less the penalties below, times `MEDIA_FACTOR` where that applies. A quotation
that takes its source from another one (`context.continued`, `context.unclosed`, `title.repeated`) has the confidence of
that one. Confidence ranks proposals; it is not a measured probability.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    # The cue stands after the quotation
    "after.verb-source": 1.0,  # « … », a dit X
    "after.verb-source-later": 0.95,  # … « … » au Bélarus, a déclaré X
    "after.verb-one-of-them": 0.9,  # “…,” said one, X
    "after.impersonal-verb-place": 1.0,  # « … », dit-on à l'Élysée
    "after.unlisted-verb-pronoun": 0.9,  # « … », a-t-il osé
    "after.unlisted-verb-source": 0.8,  # « … », persifle X
    "after.source-verb": 0.9,  # “…,” X said
    "after.source-unlisted-verb": 0.7,  # “…,” she shot back
    "after.source-put-it": 0.95,  # “…,” as X put it
    "after.predicate-source": 0.95,  # “…” is how X described it
    "after.source-verb-later": 0.85,  # … “…” on the show, X said
    "after.viewpoint": 0.8,  # une somme « dérisoire », pour X
    "after.interview": 0.7,  # « … » : entretien avec X
    "after.signature": 0.9,  # « … » and on the next line — X
    "after.introduction": 0.6,  # « … » X, 54 ans, éleveur, n'a pas dormi.
    # The cue stands before the quotation
    "before.place-impersonal-verb": 0.7,  # À l'Élysée, on assure que « … »
    "before.source-reporting-verb": 0.9,  # X a déclaré que « … »
    "before.source-judging-verb": 0.8,  # X, qui parle de « … »
    "before.source-colon": 0.95,  # X : « … »
    "before.source-clause-colon": 0.7,  # X s'emporte : « … »
    "before.source-without-verb": 0.95,  # X parle d'une « … », et Y d'une « … »
    "before.document-provision": 0.95,  # la loi, qui impose de « … »
    "before.source-put-it": 0.95,  # As X put it, “…”
    "before.inserted-verb-source": 0.95,  # C'était, dit X, « … »
    "before.source-quoted-verb": 0.7,  # X « refuse de céder »
    "before.source-quoted-word": 0.5,  # X est « effaré »
    "before.source-relative-quoted-verb": 0.7,  # X a adopté un texte qui « exige … »
    "before.sentence-subject": 0.4,  # X évoque longuement … « … »
    # The cue is a preposition, a passive or a noun, on either side of the quotation
    "frame.according-to": 0.85,  # Selon X, « … »
    "frame.according-to-near": 0.95,  # « … », selon X
    "frame.viewpoint": 0.8,  # Pour X, « … »
    "frame.viewpoint-pronoun": 0.7,  # … pour lui « … »
    "frame.viewpoint-relative": 0.95,  # X, pour qui « … », le code, selon lequel « … »
    "frame.passive-agent": 0.96,  # a été qualifié de « … » par X
    "frame.reproached": 0.9,  # accuse X d'avoir parlé de « … »
    "frame.owner-of-words": 0.75,  # les propos de X : « … »
    "frame.owner-of-borrowed-words": 0.95,  # … « … », pour reprendre les mots de X
    "frame.maker-of-wording": 0.97,  # « … », le mot est de X
    "frame.owner-of-page": 0.65,  # sur la page de X, on pouvait lire : « … »
    "frame.bearer-of-words": 0.7,  # X a déployé une banderole « … »
    # Without a cue construction in the sentence
    "inside.interjected-cue": 1.0,  # « A, dit X, B »
    "context.sentence-before": 0.45,  # X a fondu en larmes. « … »
    "dialogue.label": 1.0,  # X : — …
    "post.author": 1.0,  # — X (@x)
}

UNUSUAL_ORDER_PENALTY = 0.15
"""Subtracted where the source comes before its verb after a quotation in French, which has the verb first."""
INFINITIVE_PENALTY, FAR_PENALTY, VERY_FAR_PENALTY = 0.1, 0.1, 0.25
"""Subtracted from a cue before the quotation that is an infinitive, and from one far off or very far off."""
THING_PENALTY, FAR_THING_PENALTY = 0.15, 0.4
"""Subtracted where the subject of such a cue is a thing: right before the verb, or farther off."""
OBJECT_PENALTY = 0.4
"""Subtracted from a thing behind a verb behind a quotation that does not open its sentence: that verb's object."""
OTHER_CUE_PENALTY = 0.2
"""Subtracted from a source and its verb behind a quotation that a cue right before it takes."""
OTHER_QUOTE_PENALTY = 0.35
"""Subtracted where a finished quotation is followed by another one, to which the cue rather belongs."""
REPEATED_PENALTY = 0.15
"""Subtracted from a document that a quotation is said to stand in, where somebody is told to have said the words."""
HEAD_PENALTY = 0.2
"""Subtracted from a name that begins the title, before a colon: the words may be those of somebody behind it."""
MEDIA_FACTOR = 0.5
"""Multiplies the weight of a news medium, which more often passes words on than says them."""
