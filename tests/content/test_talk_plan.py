"""Any film discussion in any length: the minutes add up, or nothing more can be given."""

from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.models.film import AfterQuestion, BeforeQuestion, Film, FilmDiscussion
from course_builder.content.shortening import shorten
from course_builder.content.talk_plan import OURS_AT_LEAST, OURS_AT_MOST, talk_plan

numbers = st.one_of(st.none(), st.integers(1, 9))
rules = {"ask": st.just("Vad?"), "minutes": st.integers(1, 20), "shrink": numbers, "least": st.one_of(st.none(), st.integers(0, 20))}  # fmt: skip
before = st.lists(st.builds(BeforeQuestion, id=st.just("x"), **rules), max_size=3)
after = st.lists(
    st.builds(AfterQuestion, id=st.just("x"), step=st.sampled_from([None, "se", "tolka", "överföra", "handla"]), **rules),
    max_size=5,
)  # fmt: skip


@st.composite
def talks(draw: st.DrawFn) -> FilmDiscussion:
    def named(kind: str, those: list[BeforeQuestion] | list[AfterQuestion]) -> tuple[object, ...]:
        return tuple(one.model_copy(update={"id": f"{kind}{number}"}) for number, one in enumerate(those))

    film = Film(url="https://film.example/x", length=draw(st.integers(1, 1800)))
    return FilmDiscussion(
        id="talk", kind="film-discussion", title="Filmen", film=film, before=named("f", draw(before)), after=named("e", draw(after))
    )  # fmt: skip


@given(talks(), st.sampled_from([5, 15, 30, 45, 60, 90]))
def test_the_minutes_add_up_or_nothing_more_can_be_given(talk: FilmDiscussion, minutes: int) -> None:
    plan = talk_plan(talk, minutes, "sv")
    total = sum(step.minutes for step in plan)
    film = next(step for step in plan if step.kind == "film")
    asked = [step for step in plan if step.kind in ("before", "after")]
    ours = plan[-2]
    assert total >= minutes
    assert all(step.minutes > 0 for step in plan)
    assert OURS_AT_LEAST <= ours.minutes <= OURS_AT_MOST
    assert film.minutes == talk.film_minutes or not asked
    assert len({step.id for step in plan}) == len(plan)
    if total > minutes:
        assert ours.minutes == OURS_AT_LEAST
        assert shorten(plan, minutes).cuts == ()
        assert len(asked) <= 1
    if talk.after and any(one.step == "överföra" and one.least != 0 for one in talk.after):
        assert any(step.kind == "after" for step in plan)
