// What can be set into a lesson, as the text a person would write. The words of the samples come from the server.

const LETTERS = "bcdfghjkmnpqrstvwxz"; // no vowels, so no words

/** An id of its own, made once: answers are kept under it. */
function freshId() {
  const numbers = crypto.getRandomValues(new Uint8Array(5));
  return [...numbers].map((number) => LETTERS[number % LETTERS.length]).join("");
}

const fence = (kind, ...rows) => ["```" + kind, ...rows, "```"].join("\n");

/** By kind; `^` is where the cursor goes. */
export const BLOCKS = {
  film: () => fence("film", "use: ^"),
  quiz: () => fence("quiz", "use: ^"),
  question: (say) =>
    fence(
      "question",
      `id: ${freshId()}`,
      "kind: choice",
      `ask: ^${say.ask}`,
      "options:",
      ...["right", "wrong"].flatMap((kind) => [`  - id: ${freshId()}`, `    ${kind}: ${say[kind]}`, `    because: ${say.because}`]),
    ),
  reflect: (say) => fence("reflect", `id: ${freshId()}`, `ask: ^${say.reflect}`),
  case: (say) => {
    const [first, last] = [freshId(), freshId()];
    const choice = [`      - id: ${freshId()}`, `        choose: ${say.choose}`, `        then: ${last}`, `        because: ${say.because}`];
    return fence("case", `id: ${freshId()}`, `title: ^${say.story}`, "scenes:", `  - id: ${first}`, `    text: ${say.scene}`, "    choices:", ...choice, `  - id: ${last}`, `    text: ${say.end}`);
  },
  checklist: (say) => fence("checklist", `id: ${freshId()}`, `title: ^${say.checklist}`, "items:", `  - id: ${freshId()}`, `    text: ${say.item}`),
  timeline: (say) => fence("timeline", `title: ^${say.timeline}`, "events:", `  - when: ${say.when}`, `    what: ${say.what}`),
  download: (say) => fence("download", "file: ^media/", `title: ${say.download}`),
  local: () => fence("local", "show: ^"),
  note: (say) => `/// note | ${say.note}\n^${say.note_text}\n///`,
};

/** Those that name something which is there already. */
export const OFFERED = ["film", "quiz", "download"];
