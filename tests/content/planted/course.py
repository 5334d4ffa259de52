"""The files of a course: there, readable, named once; and what the whole adds up to."""

from tests.content.planted.case import Planted
from tests.content.planted.models import course, film

CASES = [
    Planted("no-course", without=("course.yaml",), at=("course.yaml:1:1",)),
    Planted("no-such-file", course(old="- ett.md", new="- ¤et.md"), ("et.md", "ett.md")),
    Planted("no-such-set", course(old="quiz: prov", new="quiz: ¤provet"), ("provet", "prov")),
    Planted("no-such-set", "ett.md:\n    # Ett\n\n    ```quiz\n    use: ¤provet\n    ```\n"),
    Planted("wrong-set", course(old="quiz: prov", new="film: ¤prov"), ("film: ¤prov", "quiz: prov")),
    Planted(
        "set-id",
        "quizzes/prov.yaml:\n    kind: quiz\n    id: ¤annat\n    title: Prov\n    questions:\n      - id: sant\n        kind: truth\n        ask: x\n        right: ja\n",
        ("annat", "prov"),
    ),
    Planted(
        "part-twice", course(old="- ett.md", new="- ett.md\n          - ¤ett.md"), ("- ¤ett.md", "- tva.md")
    ),
    Planted(
        "part-twice",
        course(old="- film: filmen", new="- quiz: ¤prov\n          - film: filmen"),
        ("quiz: ¤prov", "tva.md"),
    ),
    Planted("file-too-large", files={"ett.md": "# Ett\n" + "Ord. " * 50_000}, at=("ett.md:1:1",)),
    Planted("not-text-file", files={"ett.md": b"# Ett\n\nBild: \xff\xd8\xff\n"}, at=("ett.md:3:1",)),
    Planted("control-character", files={"ett.md": "# Ett\n\nEtt ¤\x07 tecken.\n"}, mend=("\x07", "osynligt")),
    Planted(
        "media-mismatch",
        course("cover: media/bild.jpg"),
        files={"media/bild.jpg": b"<html>"},
        at=("media/bild.jpg:1:1",),
    ),
    Planted(
        "media-mismatch",
        course("cover: media/bild.svg"),
        files={"media/bild.svg": b"<html>"},
        at=("media/bild.svg:1:1",),
    ),
    Planted(
        "media-mismatch",
        film("media/film.webm", "media/film.mp4"),
        files={"quizzes/media/film.mp4": b"film"},
        at=("quizzes/media/film.mp4:1:1",),
    ),
    Planted(
        "media-empty", course("cover: media/tom.png"), files={"media/tom.png": b""}, at=("media/tom.png:1:1",)
    ),
    Planted(
        "svg-unsafe",
        course("cover: media/bild.svg"),
        ("<script>", "<g>"),
        files={"media/bild.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script></svg>"},
        at=("media/bild.svg:1:1",),
    ),
    Planted(
        "svg-unsafe",
        course("cover: media/bild.svg"),
        ("https://spar.example/x.png", "#form"),
        files={
            "media/bild.svg": "<svg xmlns='http://www.w3.org/2000/svg'><use href='https://spar.example/x.png'/></svg>"
        },
        at=("media/bild.svg:1:1",),
    ),
    Planted(
        "svg-large",
        course("cover: media/bild.svg"),
        ("path" * 125_000, "path"),
        files={"media/bild.svg": "<svg>" + "path" * 125_000},
        at=("media/bild.svg:1:1",),
    ),
    Planted(
        "media-wrong-use",
        course("cover: media/film.webm").replace("    id: liten", "    ¤id: liten"),
        ("film.webm", "bild.png"),
    ),
    Planted(
        "media-wrong-use",
        film("file: media/film.webm", "file: ¤media/film.vtt"),
        ("¤media/film.vtt", "media/film.webm"),
    ),
    Planted(
        "media-wrong-use",
        "ett.md:\n    # Ett\n\n    En ¤![Barn ritar](media/film.webm)\n",
        ("film.webm", "bild.png"),
    ),
    Planted(
        "version-missing",
        course(old="    version:\n      number: 1\n      date: 2026-11-01\n").replace(
            "    id: liten", "    ¤id: liten"
        ),
        ("¤id: liten", "id: liten\n    version:\n      number: 1\n      date: 2026-11-01"),
    ),
    Planted(
        "version-future",
        course(old="number: 1\n      date: 2026-11-01", new="¤number: 1\n      date: 2026-11-22"),
        ("11-22", "11-21"),
    ),
    Planted(
        "review-due",
        course("review_by: 2026-11-21").replace("    id: liten", "    ¤id: liten"),
        ("11-21", "11-22"),
    ),
    Planted(
        "completion-empty",
        course("completion:\n  lessons: none\n  quizzes: none").replace("    id: liten", "    ¤id: liten"),
        ("quizzes: none", "quizzes: taken"),
    ),
    Planted(
        "mastery-without-quiz",
        course("completion:\n  mastery: 80%", "          - quiz: prov\n").replace(
            "    id: liten", "    ¤id: liten"
        ),
        ("- film: filmen", "- film: filmen\n          - quiz: prov"),
    ),
    Planted(
        "resume-budget",
        course(),
        files={
            "quizzes/prov.yaml": "kind: quiz\nid: prov\ntitle: Prov\nquestions:\n"
            + "".join(
                f"  - id: fraga{n}\n    kind: text\n    ask: Fråga {n}\n    accept: x\n    because: y\n"
                for n in range(40)
            )
        },
        mend=("accept: x", "right: ja"),
        at=("course.yaml:1:1",),
    ),
    Planted(
        "principle-missing",
        course("certificate: true"),
        ("certificate: true", "certificate: false"),
        at=("course.yaml:1:1", "course.yaml:1:1", "course.yaml:1:1"),
    ),
    Planted(
        "module-minutes",
        course(old="- id: start\n", new="- ¤id: start\n        minutes: 10\n"),
        ("minutes: 10", "minutes: 9"),
    ),
]
