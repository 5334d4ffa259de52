"""Courses with every kind of question whose right answers, explanations and points are ours to choose.

`planted` has a canary in every place that tells what is right, why, or what it is worth. `turned` looks the same as
`ten_kinds` and has other answers.
"""

from collections.abc import Mapping
from textwrap import indent

from tests.browser.ten_kinds import KINDS, SOURCES

OWNERS = ("ova", "prov")
"""Practice in a lesson, and a quiz."""


def sources(bodies: Mapping[str, Mapping[str, str]], more: str = "") -> dict[str, str | bytes]:
    """`bodies`: owner -> kind -> the question without its id; `more` are lines of the quiz."""

    def question(owner: str, kind: str) -> str:
        return f"id: {owner}-{kind}\nkind: {kind}\n{bodies[owner][kind]}"

    practice = "".join(f"```question\n{question('ova', kind)}```\n\n" for kind in KINDS)
    asked = "".join("  - " + indent(question("prov", kind), "    ").lstrip() for kind in KINDS)
    return {
        **SOURCES,
        "pröva.md": f"---\nid: prova\n---\n# Pröva\n\n{practice}",
        "provet.yaml": f"kind: quiz\nid: provet\ntitle: Prov\npass: 60%\n{more}questions:\n{asked}",
    }


PLANTED = {
    "truth": "ask: Stämmer det?\nright: sant\n",
    "choice": """\
ask: Vilket?
options:
  - {id: oa, wrong: Ett, because: "@-oa"}
  - {id: ob, right: Två, because: "@-ob"}
""",
    "choices": """\
ask: Vilka?
options:
  - {id: oa, right: Ett, because: "@-oa"}
  - {id: ob, wrong: Två, because: "@-ob"}
  - {id: oc, right: Tre, because: "@-oc"}
""",
    "text": "ask: När?\naccept:\n  - '@-accept'\n",
    "gaps": "text: Det ___ är.\ngaps:\n  - {id: ga, accept: ['@-accept']}\n",
    "number": "ask: Hur många?\nright: 424242.5\nwithin: 0.0625\n",
    "match": "ask: Para.\npairs:\n  - {id: pa, left: A, right: Ett}\n  - {id: pb, left: B, right: Två}\n",
    "order": "ask: Ordna.\nitems:\n  - {id: ia, text: Ett}\n  - {id: ib, text: Två}\n  - {id: ic, text: Tre}\n",
    "scale": "ask: Hur säker?\nlow: Inte\nhigh: Helt\n",
    "reflect": "ask: Vad tänker du?\n",
}
NAMED = {"text": ["accept"], "gaps": ["accept"], "choice": ["oa", "ob"], "choices": ["oa", "ob", "oc"]}


def worth(owner: str, kind: str) -> float:
    return 31.0625 + 10 * OWNERS.index(owner) + list(KINDS).index(kind)


def canaries(owner: str, kind: str) -> set[str]:
    """All that is planted in a question, as it would stand in the bytes."""
    texts = {f"kanarie-{owner}-{kind}-{one}" for one in ("because", "otherwise", *NAMED.get(kind, []))}
    return texts | {str(worth(owner, kind))}


def planted() -> dict[str, str | bytes]:
    def body(owner: str, kind: str) -> str:
        name = f"kanarie-{owner}-{kind}"
        told = f"points: {worth(owner, kind)}\nbecause: {name}-because\notherwise: {name}-otherwise\n"
        return PLANTED[kind].replace("@", name) + told

    return sources({owner: {kind: body(owner, kind) for kind in KINDS} for owner in OWNERS}, "attempts: 2\n")


TURNED = {
    "truth": [("right: falskt", "right: sant")],
    "choice": [("wrong: Bara vård", "right: Bara vård"), ("right: Både barnet", "wrong: Både barnet")],
    "choices": [("right: Artikel 2", "wrong: Artikel 2"), ("wrong: Artikel 42", "right: Artikel 42")],
    "text": [("1 januari 2020", "20 november 1989, eller något år efter det"), ("  - 2020-01-01\n", "")],
    "gaps": [('accept:\n      - "1989"', 'accept:\n      - "nittonhundraåttionio och mera till"'),
             ('accept:\n      - "2020"\n    wrong:\n      - "1990"', 'accept:\n      - "1990"\n    wrong:\n      - "2020"')],
    "number": [("right: 42\n", "right: 54\nwithin: 3\n")],
    "match": [("right: Barnets bästa", "right: Lek"), ("right: Lek och vila", "right: Barnets bästa"), ("right: Lek\n", "right: Lek och vila\n")],
    "order": [("  - id: ia\n    text: FN antar konventionen\n", ""), ("    text: Den blir svensk lag\n", "    text: Den blir svensk lag\n  - id: ia\n    text: FN antar konventionen\n")],
    "scale": [], "reflect": [],
}  # fmt: skip


def turned(kind: str) -> str:
    """The question with the same words to read and another answer, explanation and worth."""
    text = KINDS[kind]
    for old, new in TURNED[kind]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    kept = "".join(line for line in text.splitlines(True) if not line.startswith(("because:", "otherwise:")))
    return f"{kept}points: 7\nbecause: Av helt andra skäl.\n"
