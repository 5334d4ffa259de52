"""The stage as the views write it is a stage as the server keeps it, after any command in any order."""

import json
import subprocess
from pathlib import Path

from course_builder.meetings.stages import Stage

COMMANDS = """
import { apply, begin } from "./course_builder/player/browser/hour/stage.js";
const steps = [
  { id: "valkommen", minutes: 4, kind: "text" },
  { id: "film.film", minutes: 8, kind: "film", method: null },
  { id: "prata", minutes: 12, kind: "after", method: "epa", shrink: 1, least: 4 },
  { id: "avslut", minutes: 5, kind: "text", keep: true },
];
const does = [
  { verb: "next" }, { verb: "back" }, { verb: "goto", step: "film.film" }, { verb: "goto", step: "prata" }, { verb: "pause" },
  { verb: "resume" }, { verb: "more" }, { verb: "shorten", cuts: [{ id: "prata", to: 6 }] }, { verb: "let", ends: 1800000009000 },
  { verb: "skip", step: "prata" }, { verb: "calm" }, { verb: "blank" }, { verb: "theme", theme: "dark" }, { verb: "page", to: 2 },
  { verb: "undo", cuts: [{ id: "prata", to: 12 }], ends: 1800000000000 },
  ...["step", "results", "scene", "join", "agenda", "here"].map((what) => ({ verb: "show", what, round: "a".repeat(32) })),
  ...["play", "pause", "replay", "captions", "stop", "continue"].map((what) => ({ verb: "film", do: what, stop: "paus-1", t: 12.5 })),
  { verb: "film", do: "seek", t: 3.25 }, { verb: "film", do: "version", version: "signed" }, { verb: "end" },
];
let seed = 5;
const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
let now = 1800000000000;
let stage = begin(steps, now, now + 1740000);
for (let time = 0; time < 600; time += 1) {
  now += Math.floor(chance() * 90000) + 0.5;
  const command = does[Math.floor(chance() * does.length)];
  stage = { ...apply(stage, command, now, steps), device: "d", by: null, verb: command.verb };
  console.log(JSON.stringify(stage));
}
"""


def test_what_the_views_write_the_server_takes(repository: Path) -> None:
    words = ["node", "--input-type=module", "-e", COMMANDS]
    said = subprocess.run(words, cwd=repository, capture_output=True, text=True, check=True).stdout
    stages = [json.loads(line) for line in said.splitlines()]
    assert len(stages) == 600
    assert {json.dumps(one["show"]["what"]) for one in stages} > {'"results"', '"here"'}
    for one in stages:
        kept = Stage.model_validate(one).model_dump(mode="json")
        assert {name: kept[name] for name in one} == one
