"""GIFT: each of its kinds becomes one of ours, and what does not is told with its line."""

from course_builder.importing.gift import gift, read_gift
from tests.importing.ours import questions_of, told, values

ALL = """\
// Om väntrummet
$CATEGORY: Barnrätt/Grunder

::Artikel tolv::Vad säger artikel 12? {
  =Barnet har rätt att komma till tals#Just det.
  ~Barnet bestämmer ensamt#Nej, barnet får säga sin mening.
  ~%50%Vuxna får lyssna#Nästan.
####Artikeln gäller i allt som rör barnet.
}

Hela konventionen är lag. {F#Artiklarna 43–54 är det inte.#Artiklarna 1–42 är lag.}

Vilka är grundprinciper? {~%50%Artikel 2 ~%50%Artikel 12 ~%-100%Artikel 31}

Vilket år blev konventionen lag? {=2020 =år 2020#Ja. =%0%*#Det var året efter 2019. =2*}

Hur många artiklar har den? {#54:0}

Ungefär hur många barn bor i Sverige, i miljoner? {#2..2.4#Drygt två.}

Para ihop. {
  =Artikel 3 -> Barnets bästa
  =Artikel 6 -> Liv och utveckling

  =Artikel 12 -> Delaktighet
}

Konventionen antogs {=1989 ~1990 ~2020} av FN.

::Tänk efter::[html]<p>När lyssnade ni <b>senast</b> på ett barn?</p> {}

[markdown]Vad menas med *barn*? {=under 18 år ~under 15 år}
"""


def test_every_kind() -> None:
    found = gift(ALL, "frågor.gift")
    tags = {"tags": ["Grunder"]}
    assert values(found) == [
        {
            "kind": "choice", "ask": "Vad säger artikel 12?", **tags,
            "options": [
                {"right": "Barnet har rätt att komma till tals", "because": "Just det."},
                {"wrong": "Barnet bestämmer ensamt", "because": "Nej, barnet får säga sin mening."},
                {"wrong": "Vuxna får lyssna", "because": "Nästan."},
            ],
            "because": "Artikeln gäller i allt som rör barnet.",
        },
        {
            "kind": "truth", "ask": "Hela konventionen är lag.", **tags, "right": "falskt",
            "because": "Artiklarna 1–42 är lag.", "otherwise": "Artiklarna 43–54 är det inte.",
        },
        {
            "kind": "choices", "ask": "Vilka är grundprinciper?", **tags,
            "options": [{"right": "Artikel 2"}, {"right": "Artikel 12"}, {"wrong": "Artikel 31"}],
        },
        {
            "kind": "text", "ask": "Vilket år blev konventionen lag?", **tags, "accept": ["2020", "år 2020"],
            "because": "Ja.", "otherwise": "Det var året efter 2019.",
        },
        {"kind": "number", "ask": "Hur många artiklar har den?", **tags, "right": 54.0},
        {
            "kind": "number", "ask": "Ungefär hur många barn bor i Sverige, i miljoner?", **tags, "right": 2.2,
            "within": 0.2, "because": "Drygt två.",
        },
        {
            "kind": "match", "ask": "Para ihop.", **tags,
            "pairs": [
                {"left": "Artikel 3", "right": "Barnets bästa"},
                {"left": "Artikel 6", "right": "Liv och utveckling"},
                {"left": "Artikel 12", "right": "Delaktighet"},
            ],
        },
        {
            "kind": "gaps", **tags, "text": "Konventionen antogs ___ av FN.",
            "gaps": [{"accept": ["1989"], "wrong": ["1990", "2020"]}],
        },
        {"kind": "reflect", "ask": "När lyssnade ni **senast** på ett barn?", **tags},
        {
            "kind": "choice", "ask": "Vad menas med *barn*?", **tags,
            "options": [{"right": "under 18 år"}, {"wrong": "under 15 år"}],
        },
    ]  # fmt: skip
    assert [one.place.line for one in found.questions] == [4, 11, 13, 15, 17, 19, 21, 28, 30, 32]
    assert found.questions[0].name == "Artikel tolv"
    assert told(found) == ["4 import-shares", "15 import-wildcard"]
    assert [one.kind for one in questions_of(found)] == [one["kind"] for one in values(found)]


def test_signs_that_are_only_signs() -> None:
    found = gift("Vad \\= 2 + 2\\: svara \\{kort\\}? {=\\#4 \\~ \\\\ ja ~5 # fem\\, nej}", "a")
    (value,) = values(found)
    assert value["ask"] == "Vad = 2 + 2: svara {kort}?"
    assert value["options"][0]["right"] == "#4 ~ \\ ja"
    assert questions_of(found)[0].asked == value["ask"]


def test_what_is_not_taken_in_says_where_and_why() -> None:
    text = """\
Bara en upplysning, ingen fråga.

Här saknas ett slut {=a ~b

Inget rätt {~a ~b}

Bara ett svar {~%100%a}

{=a ~b}

Inget tal {#tolv}

Par {=a -> b}

Okänt {kanske}

Två par {=a} och {=b}

Rätt {=a ~b}
"""
    found = gift(text, "a")
    assert [one["ask"] for one in values(found)] == ["Rätt"]
    assert told(found) == [
        "1 import-kind", "3 import-broken", "5 import-no-right", "7 import-few", "9 import-no-ask", "11 import-no-number",
        "13 import-few-pairs", "15 import-broken", "17 import-broken",
    ]  # fmt: skip
    assert [problem.message("sv") for problem in found.problems][5] == "tolv går inte att läsa som ett tal."


def test_several_right_by_themselves() -> None:
    found = gift("Nämn en grundprincip {=Artikel 2 =Artikel 3 ~Artikel 42}", "a")
    assert values(found)[0]["kind"] == "choices"
    assert told(found) == ["1 import-several"]


def test_files_from_other_computers() -> None:
    text = "Är å, ä och ö hela? {T}"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert values(read_gift(text.encode(encoding), "a"))[0]["ask"] == "Är å, ä och ö hela?"
    assert told(read_gift(b"PK\3\4\0\0", "a")) == ["1 import-not-text"]
    assert told(read_gift(b"x" * 5_000_001, "a")) == ["1 import-too-large"]
    assert told(read_gift(b"\n\n", "a")) == ["1 import-nothing"]


def test_no_more_than_so_many() -> None:
    found = gift("Ja? {T}\n\n" * 2_001, "a")
    assert len(found.questions) == 2_000
    assert told(found) == ["4001 import-many"]
    assert told(gift("Ja {=" + "x" * 60_000 + "}", "a")) == ["1 import-long"]
