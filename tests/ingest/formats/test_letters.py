"""Newsletters and other letters by mail: all their stories are the text, what the mail itself adds is none of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.model import Article

GEESE = "Quarante oies ont traversé la route de Vaux lundi, à la surprise des automobilistes."
SAID = "« Elles sont chez elles », a dit Anne Roux, la maire de la commune."
LIGHT = "The lighthouse of Brume reopens on Saturday after three years of work, at a cost of 2 million euros."
TUBA = "La fanfare a perdu son tuba jeudi dans le train de nuit, entre la gare de Vaux et la mer."
STORIES = (GEESE, SAID, LIGHT, TUBA)


def mail(text: str, path: Path, *, subject: str = "Le matin", sender: str = "Le Clairon", head: str = "") -> Article:
    kind = "html" if text.startswith("<") else "plain"
    lines = f"From: {sender} <a@a.example>\nSubject: {subject}\nDate: Wed, 2 Mar 2022 10:00:00 +0100\n{head}"
    file = path / "a.eml"
    file.write_text(f"{lines}Content-Type: text/{kind}; charset=utf-8\n\n{text}", encoding="utf-8")
    (document,) = read(str(file))
    return analyse(document)


def dropped(article: Article) -> dict[str, str | None]:
    return {block.text: block.rule for block in article.blocks if not block.kept}


def story(title: str, *paragraphs: str) -> str:
    """A story as builders of newsletters make it: a table of its own, its headline and its last line a link."""
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<table class=mcnTextBlock><tr><td class=mcnTextContent><h2><a href=x>{title}</a></h2>{text}"
        "<a href=x>Lire la suite</a></td></tr></table>"
    )


def columns(title: str, *paragraphs: str) -> str:
    """A story as a row of one table, its headline in capitals of its style alone."""
    text = "".join(f"<p style='line-height:1.5'>{one}</p>" for one in paragraphs)
    return f"<tr><td><p style='text-transform:uppercase'>{title}</p>{text}</td></tr>"


def digest(title: str, *paragraphs: str) -> str:
    """A story as one cell."""
    return f"<table><tr><td><a href=x><b>{title}</b></a><br>{'<br>'.join(paragraphs)}</td></tr></table>"


def alert(title: str, *paragraphs: str) -> str:
    """A story with the name of its site between its headline and its text."""
    return (
        f"<div><div><a href=x>{title}</a></div><div><a href=x>Le Site</a></div><div>{' '.join(paragraphs)}</div></div>"
    )


def plain(title: str, *paragraphs: str) -> str:
    text = "\n\n".join(paragraphs)
    return f"{title.upper()}\n\n{text}\n\nLire la suite : https://a.example/1\n\n------------------------------\n\n"


@pytest.mark.parametrize("form", [story, columns, digest, alert, plain])
def test_all_stories_of_a_newsletter_are_its_text(form: Callable[..., str], tmp_path: Path) -> None:
    headlines = ("Des oies sur la route", "The lighthouse reopens", "La fanfare cherche son tuba")
    body = form(headlines[0], GEESE, SAID) + form(headlines[1], LIGHT) + form(headlines[2], TUBA)
    article = mail(body if form is plain else f"<html><body><table>{body}</table>", tmp_path)
    place = -1
    for words in (headlines[0], GEESE, SAID, headlines[1], LIGHT, headlines[2], TUBA):
        place = article.text.lower().find(words.lower(), place + 1)
        assert place >= 0, words
    assert [quote.speaker for quote in article.quotes] == ["Anne Roux"]
    assert "Lire la suite" not in article.text
    assert "Le Site" not in article.text
    assert not article.headlines


NEWSLETTER = story("Des oies sur la route", GEESE, SAID) + story("The lighthouse reopens", LIGHT)
ASIDE = {
    "hidden preview": "<span style='display:none'>Les oies, le phare</span>",
    "preheader": "<div id=templatePreheader><a href=x>Voir ce message dans votre navigateur</a></div>",
    "link above": "<p><a href=x>View this email in your browser</a></p>",
    "buttons": "<table><tr><td><a href=x>Like</a><td><a href=x>Comment</a><td><a href=x>Share it</a></table>",
    "social": "<div class=mcnFollowContent><a href=x>Facebook</a> <a href=y>Twitter</a></div>",
    "sponsor": "<div class=sponsor><p>Le meilleur des tubas, à moitié prix chez Cuivre et Fils.</p></div>",
    "foot": "<div class=footer><p>12, rue du Lavoir, 35000 Brume, qui vous écrit chaque matin.</p></div>",
    "why": "<p>Vous recevez ce message car vous êtes inscrit sur notre site.</p>",
    "why in English": "<p>You are receiving this email because you signed up.</p>",
    "why in a cell": "<table><tr><td>Vous avez reçu cet e-mail, pour rien.<br><a href=x>Se désabonner</a></table>",
    "leave": "<p>Unsubscribe from this list</p><p>Se désinscrire : https://a.example</p>",
    "button above the foot": "<a href=x>Écrire à la rédaction</a><div class=footer>Le Clairon, rue du Port, Vaux</div>",
    "signature": "<div class=gmail_signature>Anne Roux<br>Le Clairon, Vaux</div>",
}


@pytest.mark.parametrize("aside", ASIDE.values(), ids=ASIDE)
@pytest.mark.parametrize("is_above", [True, False])
def test_what_a_mail_adds_to_its_text_is_left_out(aside: str, is_above: bool, tmp_path: Path) -> None:
    alone = mail(f"<html><body>{NEWSLETTER}", tmp_path)
    parts = f"{aside}{NEWSLETTER}" if is_above else f"{NEWSLETTER}{aside}"
    assert mail(f"<html><body>{parts}", tmp_path).text == alone.text


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=newsletter-block><p>{TUBA}</p></div>",
        f"<td class=related-story><p>{TUBA}</p></td>",
        f"<div class=promo-widget><p>{TUBA}</p></div>",
        f"<aside-box class=sidebar><p>{TUBA}</p></aside-box>",
        f"<p>À lire aussi</p><p>{TUBA}</p>",
    ],
)
def test_what_surrounds_an_article_on_a_page_is_a_story_in_a_letter(box: str, tmp_path: Path) -> None:
    assert TUBA in mail(f"<html><body>{NEWSLETTER}{box}", tmp_path).text


SIGNATURE = "Anne Roux\nLe Clairon\n06 12 34 56 78"
FORWARDED = {
    "in French": "------ Forwarded message -----\nDe : Paul <p@a.example>\nDate: 2 mars\nSubject: Oies\nTo: Anne\n",
    "in English": "Begin forwarded message:\n\nFrom: Paul <p@a.example>\nSubject: Geese\nDate: March 2\nTo: Anne\n",
    "without a label": "De : Paul\nEnvoyé : mercredi 2 mars 2022 10:00\nÀ : Anne\nObjet : Oies\n",
    "as an answer": "-----Original Message-----\nFrom: Paul\nSent: March 2, 2022\nTo: Anne\nSubject: Geese\n",
    "in capitals": "-------- MESSAGE TRANSFÉRÉ --------\nFrom: Paul\nTo: Anne\nCc: Jean\nSubject: Oies\n",
}


@pytest.mark.parametrize("head", FORWARDED.values(), ids=FORWARDED)
def test_heads_and_signatures_of_mails_are_dropped_with_their_rule(head: str, tmp_path: Path) -> None:
    article = mail(f"Voici.\n\n{head}\n{GEESE}\n\n{SAID}\n\n-- \n{SIGNATURE}\n", tmp_path)
    assert article.text == f"Voici.\n\n{GEESE}\n\n{SAID}"
    assert set(dropped(article).values()) == {"markup.mail"}


@pytest.mark.parametrize(
    "text",
    [
        f"{GEESE}\n\nDe : Vaux\nÀ : Brume\n\n{SAID}",
        f"{GEESE}\n\n-- {SAID}",
        f"{GEESE}\n--\n{' '.join([SAID] * 20)}",
        f"--\n{GEESE}",
        f"{GEESE}\n\nFrom: here on, all is well.\n\n{SAID}",
    ],
)
def test_what_only_looks_like_it_stays(text: str, tmp_path: Path) -> None:
    assert "markup.mail" not in dropped(mail(text, tmp_path)).values()


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Les oies", "Les oies"),
        ("TR : Re: Les oies", "Les oies"),
        ("RE: FW: AW: Les oies", "Les oies"),
        ("Re[2]: Les oies", "Les oies"),
        ("Réf : Les oies", "Les oies"),
        ("Re: ", "Re:"),
        ("Retour : les oies", "Retour : les oies"),
        ("Région : re: les oies", "Région : re: les oies"),
        ("Les oies : re: la route", "Les oies : re: la route"),
        ("I: a story of geese", "a story of geese"),
        ("Tr: les oies", "les oies"),
        ("Le Clairon - les oies sont là", "Le Clairon - les oies sont là"),
    ],
)
def test_a_title_is_the_subject_without_what_forwarding_adds(subject: str, title: str, tmp_path: Path) -> None:
    assert mail(f"{GEESE}\n\n{SAID}", tmp_path, subject=f"=?utf-8?q?{subject.replace(' ', '_')}?=").title == title


@pytest.mark.parametrize("words", ["Le matin", "LE MATIN"])
def test_the_line_that_gives_the_subject_again_is_the_title(words: str, tmp_path: Path) -> None:
    article = mail(f"<html><body><h1>{words}</h1>{NEWSLETTER}", tmp_path)
    assert dropped(article)[words] == "markup.title"
    assert "Des oies sur la route" in article.text


@pytest.mark.parametrize(
    ("sender", "head", "byline", "site"),
    [
        ("Anne Roux", "", "Anne Roux", None),
        ("Le Clairon", "List-Unsubscribe: <https://a.example>\n", None, "Le Clairon"),
        ("Anne Roux", "List-Id: <x.example>\n", None, "Anne Roux"),
        ("Anne Roux from Geese Weekly", "List-Unsubscribe: <x>\n", "Anne Roux", "Geese Weekly"),
        ("Paul Diaz via La Lettre", "List-Post: <x>\n", "Paul Diaz", "La Lettre"),
        ("Anne Roux from Vaux", "", "Anne Roux from Vaux", None),
    ],
)
def test_who_sends_to_many_is_a_site(
    sender: str, head: str, byline: str | None, site: str | None, tmp_path: Path
) -> None:
    article = mail(f"{GEESE}\n\n{SAID}", tmp_path, sender=sender, head=head)
    assert (article.byline, article.site) == (byline, site)


@pytest.mark.parametrize(
    "line", ["<p>De : x<br>À : x<br>Date: x</p><p>x</p>", "De : x\n" * 3 + "\nx\n\n", "--\nx\n", "De : x\n"]
)
def test_a_letter_made_to_hurt_is_read_in_linear_time(line: str, tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    kind = "html" if line.startswith("<") else "plain"
    file.write_text(f"From: x\nSubject: x\nContent-Type: text/{kind}\n\n{line * 20_000}", encoding="utf-8")
    start = time.process_time()
    assert len(read(str(file))) == 1
    assert time.process_time() - start < 2


def test_each_message_of_a_mailbox_is_a_letter(tmp_path: Path) -> None:
    head = "From a@a.example Wed Mar  2 10:00:00 2022\nFrom: Anne Roux <a@a.example>\nSubject: x\n\n"
    path = tmp_path / "a.mbox"
    path.write_text(f"{head}{GEESE}\n-- \nx\n\n" * 2, encoding="utf-8")
    assert [dropped(analyse(one)) for one in read(str(path))] == [{"--": "markup.mail", "x": "markup.mail"}] * 2


@pytest.mark.parametrize(
    ("sent", "title"),
    [
        ("To: x@a.example\n", "Le matin"),
        ("Message-ID: <x>\n", "Le matin"),
        ("Received: by x\n", "Le matin"),
        ("", "Site"),
    ],
)
def test_a_newsletter_may_hold_its_pictures_as_saved_pages_do(sent: str, title: str, tmp_path: Path) -> None:
    page = f"<html><head><title>Site</title></head><body>{NEWSLETTER}"
    path = tmp_path / "a.eml"
    path.write_text(
        f"From: x\nSubject: Le matin\n{sent}Content-Type: multipart/related; boundary=x\n\n"
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{page}\n--x--\n",
        encoding="utf-8",
    )
    (document,) = read(str(path))
    assert document.declared.title is not None
    assert document.declared.title.text == title
    assert any(mark.kind == "letter" for mark in document.marks) == bool(sent)
