"""What YAML itself can be wrong with: tests plant it in a quiz."""

from tests.content.planted.case import Planted

HEAD = """
quizzes/prov.yaml:
    kind: quiz
    id: prov
    title: Prov
    questions:
      - id: sant
        kind: truth
"""


def question(text: str) -> str:
    """The quiz with these lines in its question."""
    return HEAD + "".join(f"        {line}\n" for line in text.strip("\n").splitlines())


RIGHT = "\nright: sant\nbecause: Så är det."

CASES = [
    Planted("yaml-alias", question("ask: ¤*Barn har rätt." + RIGHT), ("*Barn", "Barn")),
    Planted("yaml-alias", question("ask: ¤&a Barn har rätt." + RIGHT), ("&a ", "")),
    Planted("yaml-tag", question("ask: ¤!viktigt Barn har rätt." + RIGHT), ("!viktigt Barn", "Barn!")),
    Planted("yaml-tag", question("ask: ¤!!str Barn har rätt." + RIGHT), ("!!str ", "")),
    Planted("yaml-duplicate", question("ask: Barn har rätt.\n¤ask: Igen." + RIGHT), ("¤ask", "otherwise")),
    Planted("yaml-deep", question("ask: " + "[" * 17 + "¤[x" + "]" * 18), ("[" * 17, "[" * 16)),
    Planted(
        "yaml-large",
        files={"glossary.yaml": "ord: x\n" + "".join(f"ord{n}: x\n" for n in range(49_998)) + "ordet: ¤x\n"},
        mend=("ordet: ¤x\n", ""),
    ),
    Planted(
        "yaml-documents",
        question("ask: Barn har rätt." + RIGHT) + "    ¤---\n    kind: quiz\n",
        ("---\n    kind: quiz", ""),
    ),
    Planted("yaml-cut", question("ask: Barn har rätt¤ # tror jag" + RIGHT), ("rätt¤ #", "rätt  #")),
    Planted(
        "yaml-cut",
        question("ask: >-\n  Barn har\n  rätt\nbecause: Så är¤ # det\nright: sant"),
        ("är¤ #", "är  #"),
    ),
    Planted("yaml-key", question("ask: Barn har rätt.\n¤'': tomt" + RIGHT), ("¤'': tomt", "otherwise: nej")),
    Planted(
        "yaml-key",
        question("ask: Barn har rätt.\n? ¤[a, b]\n: x" + RIGHT),
        ("? ¤[a, b]\n        : x", "points: 1"),
    ),
    Planted(
        "yaml-colon", question("ask: Barn har rätt¤: alltid." + RIGHT), ("rätt¤: alltid", "rätt - alltid")
    ),
    Planted("yaml-quote", question('ask: ¤"Barn" har rätt.' + RIGHT), ('"Barn"', "Barn")),
    Planted("yaml-quote", question("ask: ¤'Barn har rätt." + RIGHT), ("'Barn", "Barn")),
    Planted("yaml-sign", question("ask: ¤**Barn** har rätt." + RIGHT), ("**Barn**", "Alla **barn**")),
    Planted("yaml-sign", question("ask: ¤[Barn](crc:12) har rätt." + RIGHT), ("[Barn]", "Alla [barn]")),
    Planted(
        "yaml-sign", question("ask: ¤{region.name} har rätt." + RIGHT), ("{region.name}", "Vår {region.name}")
    ),
    Planted("yaml-sign", question("ask: ¤@barn har rätt." + RIGHT), ("@barn", "barn@")),
    Planted("yaml-sign", question("ask: ¤% av barnen har rätt." + RIGHT), ("% av", "80% av")),
    Planted("yaml-sign", question("ask: ¤> Barn har rätt." + RIGHT), ("> Barn", ">-\n          Barn")),
    Planted(
        "yaml-blank",
        question("tags:\n¤\u00a0 - rätt\nask: Barn har rätt." + RIGHT),
        ("\u00a0 - rätt", "  - rätt"),
    ),
    Planted(
        "yaml-space", question("ask: Barn har rätt.\nbecause:¤Ja.\nright: sant"), ("because:", "because: ")
    ),
    Planted("yaml-tab", question("¤\task: Barn har rätt." + RIGHT), ("\t", "")),
    Planted(
        "yaml-broken",
        question("ask: Barn har rätt.\n¤utan kolon\nright: sant"),
        ("¤utan kolon", "because: Ja."),
    ),
    Planted("yaml-broken", question("ask: Barn har rätt.\n right¤: sant"), (" right¤", "right")),
    Planted("yaml-broken", question("ask: ¤- Barn har rätt." + RIGHT), ("- Barn", "-Barn")),
    Planted("yaml-broken", question("ask: Barn har rätt.\narticles: ¤[1, 2" + RIGHT), ("[1, 2", "[1, 2]")),
    Planted("yaml-broken", question("ask: Barn har rätt.\narticles: ¤{1, 2" + RIGHT), ("{1, 2", "[1, 2]")),
    Planted("yaml-broken", question('ask: "C:¤\\qarn"' + RIGHT), ("\\q", "\\\\q")),
    Planted("yaml-broken", question("ask: ¤]" + RIGHT), ("]", "x]")),
    Planted("yaml-broken", question("articles:\n  - 12\n ¤ask: Barn har rätt." + RIGHT), (" ¤ask", "ask")),
    Planted(
        "yaml-broken", question("articles:\n  - 12\n ¤- 3\nask: Barn har rätt." + RIGHT), (" ¤- 3", "  - 3")
    ),
]
