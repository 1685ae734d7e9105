"""A few articles about one event in several papers, and one about something else, as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

_VALLEY = (
    "La vallée, longue de trente kilomètres, n’avait pas connu de telle crue depuis des décennies. Les habitants ont "
    "passé la nuit dans le gymnase du collège, où des bénévoles ont servi du café et distribué des couvertures. La "
    "route principale reste coupée entre le pont vieux et la zone artisanale."
)
_PROMISE = "« Nous ne laisserons personne au bord du chemin », a promis le préfet, Bernard Fauvel."

ARTICLES = [
    {
        "title": "Crue de la Sarne : 4 morts à Montrevel",
        "date": "2024-02-14",
        "site": "Le Clairon",
        "text": "La crue de la Sarne, qui a ravagé la vallée de Montrevel mardi, a fait au moins 4 morts, selon la "
        f"préfecture.\n\n{_PROMISE}\n\n{_VALLEY}",
    },
    {
        "title": "Crue de la Sarne : cinq morts à Montrevel",
        "date": "2024-02-14",
        "site": "L’Écho de la Sarne",
        "text": "La crue de la Sarne, qui a ravagé la vallée de Montrevel mardi, a fait cinq morts, selon la "
        f"préfecture.\n\n{_PROMISE}\n\n{_VALLEY} Les écoles rouvriront jeudi, a indiqué le rectorat.",
    },
    {
        "title": "Montrevel : le bilan de la crue s’alourdit à sept morts",
        "date": "2024-02-15",
        "site": "La Digue",
        "text": "Le bilan de la crue de la Sarne à Montrevel est monté jeudi à sept morts, a annoncé le préfet.\n\n"
        "« Nous ne laisserons jamais personne au bord du chemin », a promis le maire, Paul Verdier.",
    },
    {
        "title": "Montrevel enterre ses morts",
        "date": "2024-02-17",
        "site": "Agence Littorale",
        "text": "Montrevel a enterré samedi les neuf victimes de la crue de la Sarne.\n\n"
        "« Une page se tourne pour la vallée », a dit Bernard Fauvel, le préfet.",
    },
    {
        "title": "Le musée de Corbel rouvre",
        "date": "2024-02-16",
        "site": "Le Clairon",
        "text": "Le musée de Corbel a rouvert vendredi devant 300 visiteurs, selon la mairie.",
    },
]


def written(folder: Path) -> Path:
    """A file of these articles."""
    path = folder / "press.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in ARTICLES), "utf-8")
    return path
