// What comes out of a meeting kit is what the application reads: tests/summary.json runs in both.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { summaryText } from "../../course_builder/player/browser/hour/kit/summary_text.js";

const NAMES = {
  sv: { heading: "APT-sammanfattning", hour: "Timme", day: "Datum", began: "Började", ended: "Slutade", present: "Närvarande", guests: "Gäster", theme: "Tema", note: "Anteckning", what: "Åtgärd", responsible: "Ansvarig", follow_up: "Uppföljning", sign: "Märks", key: "Nyckel", lines: "Rader" }, // prettier-ignore
  en: { heading: "Hour summary", hour: "Hour", day: "Date", began: "Began", ended: "Ended", present: "Present", guests: "Guests", theme: "Theme", note: "Note", what: "Action", responsible: "Responsible", follow_up: "Follow-up", sign: "Noticed", key: "Key", lines: "Lines" }, // prettier-ignore
};

for (const { name, language, said, text } of JSON.parse(readFileSync(new URL("../summary.json", import.meta.url), "utf8"))) {
  test(name, () => assert.equal(summaryText(said, NAMES[language]), text));
}
