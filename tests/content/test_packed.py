"""The length that Python counts is the length that the script packs."""

import json
import subprocess
from pathlib import Path

from course_builder.content.questions.packed import packed_length

TEXTS = [
    "",
    "1989",
    "barnets perspektiv",
    "Å ä ö – ”så” där.",
    "a_b~c|d",
    "²½ÿ",
    "Ж漢",
    "😀",
    "rad\nrad",
    "x" * 100,
]


def test_both_count_alike(repository: Path) -> None:
    module = (repository / "course_builder/player/browser/answer/pack.js").as_uri()
    code = f"import {{ encode }} from {json.dumps(module)};"
    code += f"console.log(JSON.stringify({json.dumps(TEXTS)}.map((text) => encode(text, 1e9).length)))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    )
    assert [packed_length(text) for text in TEXTS] == json.loads(done.stdout)
