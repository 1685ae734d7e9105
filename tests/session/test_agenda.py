"""What the loader does next: the wanted article, errands, the list, counts; each once for each text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.session.agenda import Agenda, Compare, Count, Open, Outline, Task


def drained(agenda: Agenda) -> list[Task]:
    return list(iter(agenda.next, None))


def test_the_most_urgent_comes_first() -> None:
    agenda = Agenda(4, outlined=[1])
    agenda.count_all()
    agenda.bring_into_sight([2, 3])
    agenda.run(Compare(("a",)))
    agenda.run(Compare(("b",)))
    agenda.want(0)
    agenda.want(3)
    outlines: list[Task] = [Outline(2), Outline(3), Outline(0)]
    counts: list[Task] = [Count(0), Count(1), Count(2), Count(3)]
    assert drained(agenda) == [Open(3), Compare(("a",)), Compare(("b",)), *outlines, *counts]


def test_later_inputs_come_after_those_that_wait() -> None:
    agenda = Agenda(2)
    agenda.count_all()
    assert agenda.next() == Outline(0)
    assert agenda.add(2) == 2
    assert drained(agenda) == [*map(Outline, (1, 2, 3)), *map(Count, range(4))]


def test_a_change_has_everything_done_again() -> None:
    agenda = Agenda(2)
    agenda.count_all()
    agenda.know_counts(1)
    assert drained(agenda) == [Outline(0), Outline(1), Count(0)]
    agenda.change(1)
    assert drained(agenda) == [Outline(1), Count(1)]


def test_of_many_records_the_first_are_outlined_and_the_others_when_they_are_seen_or_all_are_wanted() -> None:
    agenda = Agenda(1)
    agenda.add(5, unasked=2)
    assert drained(agenda) == [Outline(0), Outline(1), Outline(2)]
    agenda.bring_into_sight([2, 4])
    assert drained(agenda) == [Outline(4)]
    agenda.outline_all()
    agenda.add(2, unasked=1)
    assert drained(agenda) == [Outline(3), Outline(5), Outline(6), Outline(7)]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("next"), st.just(0)),
        st.tuples(st.sampled_from(["add", "many", "sight", "change", "know", "count", "want"]), st.integers(0, 9)),
    ),
    max_size=60,
)


@given(STEPS)
def test_whatever_is_asked_for_is_done_at_last_and_once(steps: list[tuple[str, int]]) -> None:
    agenda, count, counting = Agenda(3), 3, False
    outlined: dict[int, int] = dict.fromkeys(range(3), 0)  # how often since the text last changed
    counted: dict[int, int] = dict.fromkeys(range(3), 0)

    def note(task: Task | None) -> None:
        if isinstance(task, Outline):
            outlined[task.index] += 1
        elif isinstance(task, Count):
            counted[task.index] += 1

    for step, number in steps:
        index = number % count
        if step == "next":
            note(agenda.next())
        elif step in ("add", "many"):
            assert agenda.add(number % 3, unasked=1 if step == "many" else None) == count
            outlined |= dict.fromkeys(range(count, count + number % 3), 0)
            counted |= dict.fromkeys(range(count, count + number % 3), 0)
            count += number % 3
        elif step == "sight":
            agenda.bring_into_sight(range(index, count))
        elif step == "change":
            agenda.change(index)
            outlined[index] = counted[index] = 0
        elif step == "know":
            agenda.know_counts(index)
            counted[index] = 1
        elif step == "count":
            agenda.count_all()
            counting = True
        else:
            agenda.want(index)
            assert agenda.next() == Open(index)
    agenda.outline_all()
    for task in drained(agenda):
        note(task)
    assert set(outlined.values()) == {1}
    assert not counting or set(counted.values()) == {1}
