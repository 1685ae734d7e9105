"""Each place of the clean wording in the raw text, and back."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Edit, Rewording, Span


@st.composite
def reworded(draw: st.DrawFn) -> tuple[str, Rewording]:
    raw = draw(st.text("abc \n", min_size=1, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=12, unique=True)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    parts = []
    for span in spans:
        inner = sorted(draw(st.lists(st.integers(span.start, span.end), max_size=4)))
        edits = [
            Edit(Span(start, end), draw(st.text("XY", max_size=3)), "test")
            for start, end in zip(inner[::2], inner[1::2], strict=False)
        ]
        parts.append((span, edits))
    return raw, Rewording.build(raw, parts)


@given(reworded())
def test_copied_pieces_are_exact_both_ways(case: tuple[str, Rewording]) -> None:
    raw, wording = case
    for piece in wording.pieces:
        if piece.copied:
            assert piece.raw.of(raw) == piece.clean.of(wording.text)
            for at in range(piece.clean.start, piece.clean.end):
                assert raw[wording.to_raw(at)] == wording.text[at]
                assert wording.to_clean(wording.to_raw(at)) == at


@given(reworded())
def test_both_directions_keep_the_order(case: tuple[str, Rewording]) -> None:
    raw, wording = case
    to_raw = [wording.to_raw(at) for at in range(len(wording.text) + 1)]
    to_clean = [wording.to_clean(at) for at in range(len(raw) + 1)]
    assert to_raw == sorted(to_raw)
    assert to_clean == sorted(to_clean)
    assert all(0 <= at <= len(raw) for at in to_raw)
    assert all(0 <= at <= len(wording.text) for at in to_clean)


def test_edits_and_joined_parts() -> None:
    raw = "Un mot\u00ad coupé.\n\nPartager\n\nLa suite."
    wording = Rewording.build(raw, [(Span(0, 14), [Edit(Span(6, 7), "", "soft-hyphen")]), (Span(26, 35), [])])
    assert wording.text == "Un mot coupé.\n\nLa suite."
    assert wording.raw_span(Span(3, 12)).of(raw) == "mot\u00ad coupé"
    assert wording.clean_span(Span(3, 13)).of(wording.text) == "mot coupé"
    assert wording.clean_span(Span(16, 24)) == Span(15, 15)  # dropped: where the next kept words stand
    assert wording.to_raw(15) == 26


def test_a_verbatim_wording_maps_to_itself() -> None:
    wording = Rewording.verbatim("abc")
    assert [wording.to_raw(at) for at in range(4)] == [0, 1, 2, 3]
    assert [wording.to_clean(at) for at in range(4)] == [0, 1, 2, 3]
    assert Rewording.verbatim("").to_raw(0) == 0
