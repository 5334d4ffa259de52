"""Leader notes are in no byte of what a learner's browser is sent: the page, its scripts, the replies to her answers."""

import re

from course_builder.content.questions import AnyQuestion
from tests.packaging.noted import noted_files
from tests.web.region import Region
from tests.web.taught import HERE, Taught, begin, send


def test_no_byte_of_the_page_nor_of_a_reply_is_a_leader_note(region: Region, taught: Taught) -> None:
    files = {
        path: text.replace("id: mote", "id: tio") if isinstance(text, str) else text
        for path, text in noted_files().items()
    }
    course = taught.course(taught.release(sources=files))
    assert sum("Kanariefågel" in text for _, notes in course.leader_notes for text in notes.texts) == 16
    client = region.as_("rep")
    begin(client)
    page = client.get(HERE)
    sent = [
        page.text,
        str(page.headers),
        *(client.get(path).text for path in re.findall(r'src="(/static/[^"]+)"', page.text)),
    ]
    made = client.post(f"{HERE}attempt", json={"quiz": course.quizzes[0].key})
    asked: AnyQuestion = course.quizzes[0].questions[0]
    told = send(client, asked, asked.sample(right=True), "ett", made.get_json()["id"])
    assert told.status_code == 200
    sent += [made.text, told.text, client.get("/learn/").text, client.get("/").text]
    assert "Vad såg ni?" in sent[0]
    assert [text for text in sent if "anarief" in text or "Vad blev det?" in text] == []
