"""Moodle XML: what its kinds have in common with ours comes along, the rest is told with its line."""

import pytest

from course_builder.importing.moodle_xml import read_moodle_xml
from tests.importing.ours import questions_of, told, values

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'


def question(kind: str, ask: str, inner: str = "", name: str = "Fråga") -> str:
    return (
        f'<question type="{kind}"><name><text>{name}</text></name>'
        f'<questiontext format="html"><text><![CDATA[{ask}]]></text></questiontext>{inner}</question>\n'
    )


def answer(text: str, fraction: object, feedback: str = "", more: str = "") -> str:
    return (
        f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>{more}'
        f'<feedback format="html"><text><![CDATA[{feedback}]]></text></feedback></answer>'
    )


def said(tag: str, text: str) -> str:
    return f'<{tag} format="html"><text><![CDATA[{text}]]></text></{tag}>'


def quiz(*questions: str) -> bytes:
    return (HEAD + "".join(questions) + "</quiz>").encode()


ONE_OF_EACH = (
    '<question type="category"><category><text>$course$/top/Grunder</text></category></question>\n',
    question(
        "multichoice", "<p>Vad säger <b>artikel 12</b>?</p>",
        said("generalfeedback", "<p>Den gäller alltid.</p>") + said("incorrectfeedback", "Your answer is incorrect.")
        + "<defaultgrade>2.0000000</defaultgrade><single>true</single>"
        + answer("<p>Rätt att höras</p>", 100, "Just det.") + answer("Rätt att bestämma", 0, "Nej.")
        + "<tags><tag><text>delaktighet</text></tag></tags>", name="Artikel 12",
    ),
    question(
        "multichoice", "Vilka är grundprinciper?",
        "<single>false</single>" + answer("Artikel 2", 50) + answer("Artikel 12", 50) + answer("Artikel 31", -100),
    ),
    question("truefalse", "Allt är lag.", answer("true", 0, "Inte allt.") + answer("false", 100, "1–42 är lag.")),
    question(
        "shortanswer", "Vilket år?",
        "<usecase>1</usecase>" + answer("2020", 100, "Ja.") + answer("år 2020", 100, "Ja.") + answer("*", 0, "Efter 2019."),
    ),
    question(
        "numerical", "Hur många artiklar?",
        answer("54", 100, "Ja.", "<tolerance>0</tolerance>") + answer("42", 50)
        + "<units><unit><multiplier>1</multiplier><unit_name>artiklar</unit_name></unit></units>",
    ),
    question(
        "matching", "Para ihop.",
        '<subquestion format="html"><text>Artikel 3</text><answer><text>Barnets bästa</text></answer></subquestion>'
        '<subquestion format="html"><text><![CDATA[<p>Artikel 6</p>]]></text><answer><text>Liv</text></answer></subquestion>'
        '<subquestion format="html"><text></text><answer><text>Lek</text></answer></subquestion>',
    ),
    question("essay", "Vad tar du med dig?"),
    question("ordering", "Äldst först.", answer("1989", 1) + answer("2020", 3) + answer("1990", 2)),
    question(
        "multianswer",
        "Antogs {1:NUMERICAL:=1989:0#Ja}. Lag {:MULTICHOICE:~1990#Nej~=2020~2018}. Av {1:SA:=FN~%100%Förenta nationerna}.",
    ),
    question("multianswer", "Vad gäller? {1:MCV:=Artikel 3#Ja~Artikel 31#Nej \\} inte}"),
    question(
        "ddwtos", "Barnets [[1]] och rätt att [[2]].",
        "<dragbox><text>bästa</text><group>1</group></dragbox><dragbox><text>höras</text><group>2</group></dragbox>"
        "<dragbox><text>bekvämaste</text><group>1</group></dragbox>",
    ),
)  # fmt: skip


def test_every_kind() -> None:
    found = read_moodle_xml(quiz(*ONE_OF_EACH), "bank.xml")
    tags = {"tags": ["Grunder"]}
    assert values(found) == [
        {
            "kind": "choice", "ask": "Vad säger **artikel 12**?", "points": 2, "tags": ["delaktighet", "Grunder"],
            "options": [
                {"right": "Rätt att höras", "because": "Just det."},
                {"wrong": "Rätt att bestämma", "because": "Nej."},
            ],
            "because": "Den gäller alltid.",
        },
        {
            "kind": "choices", "ask": "Vilka är grundprinciper?", **tags,
            "options": [{"right": "Artikel 2"}, {"right": "Artikel 12"}, {"wrong": "Artikel 31"}],
        },
        {
            "kind": "truth", "ask": "Allt är lag.", **tags, "right": "falskt", "because": "1–42 är lag.",
            "otherwise": "Inte allt.",
        },
        {
            "kind": "text", "ask": "Vilket år?", **tags, "accept": ["2020", "år 2020"], "because": "Ja.",
            "otherwise": "Efter 2019.",
        },
        {
            "kind": "number", "ask": "Hur många artiklar?", **tags, "right": 54.0, "unit": "artiklar", "because": "Ja.",
        },
        {
            "kind": "match", "ask": "Para ihop.", **tags,
            "pairs": [{"left": "Artikel 3", "right": "Barnets bästa"}, {"left": "Artikel 6", "right": "Liv"}],
        },
        {"kind": "reflect", "ask": "Vad tar du med dig?", **tags},
        {
            "kind": "order", "ask": "Äldst först.", **tags,
            "items": [{"text": "1989"}, {"text": "1990"}, {"text": "2020"}],
        },
        {
            "kind": "gaps", **tags, "text": "Antogs ___. Lag ___. Av ___.",
            "gaps": [
                {"accept": ["1989"]},
                {"accept": ["2020"], "wrong": ["1990", "2018"]},
                {"accept": ["FN", "Förenta nationerna"]},
            ],
        },
        {
            "kind": "choice", "ask": "Vad gäller?", **tags,
            "options": [{"right": "Artikel 3", "because": "Ja"}, {"wrong": "Artikel 31", "because": "Nej } inte"}],
        },
        {
            "kind": "gaps", **tags, "text": "Barnets ___ och rätt att ___.",
            "gaps": [{"accept": ["bästa"], "wrong": ["bekvämaste"]}, {"accept": ["höras"]}],
        },
    ]  # fmt: skip
    assert found.questions[0].name == "Artikel 12"
    assert told(found) == [
        "7 import-case", "8 import-other-numbers", "9 import-spare", "12 import-feedback", "12 import-feedback",
    ]  # fmt: skip
    assert [one.kind for one in questions_of(found)] == [one["kind"] for one in values(found)]


def test_what_is_not_taken_in_says_where_and_why() -> None:
    found = read_moodle_xml(
        quiz(
            question("description", "Läs detta."),
            question("calculatedmulti", "2 + {a}?"),
            question("multichoice", "Ingen rätt", answer("a", 0) + answer("b", 0)),
            question("multichoice", "", answer("a", 100) + answer("b", 0)),
            question("numerical", "Tal?", answer("fem", 100)),
            question("ddwtos", "Fel [[7]]", "<dragbox><text>a</text><group>1</group></dragbox>"),
            question("multianswer", "Inga luckor"),
            question("multianswer", "{1:MULTIRESPONSE:=a~b}"),
            question(
                "matching",
                "Ett par",
                "<subquestion><text>a</text><answer><text>b</text></answer></subquestion>",
            ),
            question("shortanswer", "Vad som helst", answer("*", 100)),
        ),
        "bank.xml",
    )
    assert values(found) == []
    assert told(found) == [
        "3 import-kind", "4 import-kind", "5 import-no-right", "6 import-no-ask", "7 import-no-number", "8 import-fields",
        "9 import-fields", "10 import-kind", "11 import-few-pairs", "12 import-no-right",
    ]  # fmt: skip
    assert "calculatedmulti" in found.problems[1].message("sv")


def test_pictures_and_films_are_told() -> None:
    ask = '<p>Vad ser du? <img src="@@PLUGINFILE@@/a.png" alt="Ett rum"><video src="b.mp4"></video></p>'
    found = read_moodle_xml(quiz(question("essay", ask)), "bank.xml")
    assert values(found) == [{"kind": "reflect", "ask": "Vad ser du?"}]
    assert told(found) == ["3 import-film", "3 import-picture"]


def test_other_forms_of_text() -> None:
    text = quiz(question("essay", "Ett *ord* &lt; två ![x](y.png)"))
    markdown = read_moodle_xml(text.replace(b'"html"', b'"markdown"'), "a")
    assert values(markdown)[0]["ask"] == "Ett *ord* &lt; två"
    plain = read_moodle_xml(text.replace(b'"html"', b'"plain_text"'), "a")
    assert values(plain)[0]["ask"] == "Ett \\*ord\\* &lt; två !\\[x\\](y.png)"


BOMB = '<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
FILE = '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'
OUTSIDE = '<!DOCTYPE q SYSTEM "http://exempel.se/q.dtd"><quiz/>'
PARAMETER = '<!DOCTYPE q [<!ENTITY % p SYSTEM "http://exempel.se/p">%p;]><quiz/>'


@pytest.mark.parametrize("text", [BOMB, FILE, OUTSIDE, PARAMETER])
def test_no_doctype(text: str) -> None:
    """trust 4"""
    assert told(read_moodle_xml(text.encode(), "a")) == ["1 import-unsafe-xml"]
    wide = f'<?xml version="1.0" encoding="utf-16"?>{text}'.encode("utf-16")
    assert told(read_moodle_xml(wide, "a")) == ["1 import-unsafe-xml"]


def test_files_that_are_something_else() -> None:
    assert told(read_moodle_xml(b"<quiz><question>", "a")) == ["1 import-broken-xml"]
    assert told(read_moodle_xml(b"inte xml", "a")) == ["1 import-broken-xml"]
    assert told(read_moodle_xml(b"", "a")) == ["1 import-broken-xml"]
    assert told(read_moodle_xml(b"<html/>", "a")) == ["1 import-no-moodle"]
    assert told(read_moodle_xml(b"<quiz/>", "a")) == ["1 import-nothing"]
    assert told(read_moodle_xml(b'<?xml version="1.0" encoding="UTF-7"?><quiz/>', "a")) in (
        ["1 import-not-text"], ["1 import-broken-xml"],
    )  # fmt: skip
    assert told(read_moodle_xml(b" " * 20_000_001, "a")) == ["1 import-too-large"]


def test_as_deep_as_a_well() -> None:
    deep = b"<quiz>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</quiz>"
    assert told(read_moodle_xml(deep, "a")) in (["1 import-nothing"], ["1 import-broken-xml"])
