"""The fuzzers find what is broken, and make it small."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from tests.corpus import ROOT
from tests.fuzz import promises, texts
from tests.fuzz.lexical import lexical_text
from tests.fuzz.minimal import minimised
from tui_reader.analysis.pipeline import analyse
from tui_reader.model import Article, Correction, Document


def test_a_failing_text_is_made_as_small_as_can_be() -> None:
    text = "Une ligne.\nUne autre, avec « deux marques » et plus.\nLa fin."
    assert minimised(text, lambda part: "«" in part and "deux" in part) == "«deux"


def test_the_same_seed_makes_the_same_texts() -> None:
    assert lexical_text(Random("3:1")) == lexical_text(Random("3:1"))
    assert len({lexical_text(Random(f"3:{number}")) for number in range(20)}) == 20


def test_texts_of_files_are_cut_joined_and_damaged() -> None:
    real = list(texts.texts_below([ROOT / "assets" / "samples"]))
    made = [texts.mutated(real, Random(f"1:{number}")) for number in range(30)]
    assert len(set(made)) > 25
    assert all(text not in one for text in made[:5] if text for one in real)
    assert max(map(len, made)) < 2 * promises.CHARACTERS


@pytest.mark.parametrize("damage", ["raises", "misplaces"])
def test_a_failure_is_counted_and_shown_small(
    damage: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(document: Document, corrections: Sequence[Correction] = ()) -> Article:
        article = analyse(document, corrections)
        if "soixante" not in document.raw:
            return article
        if damage == "raises":
            raise IndexError("nobody counts so far")
        return replace(article, blocks=article.blocks[1:])

    monkeypatch.setattr(promises, "analyse", broken)
    (tmp_path / "a.txt").write_text("Un titre\n\nIl y avait soixante personnes.\n\nEt la fin.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Un autre texte.", encoding="utf-8")
    assert texts.main(["0", "--from", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "2 texts as they are: 1 failed" in said
    assert said.rstrip().endswith("'soixante'")


def test_a_run_without_failures_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert texts.main(["5", "2"]) == 0
    assert "5 texts made: 0 failed" in capsys.readouterr().out
