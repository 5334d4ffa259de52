// A question in the leader's own words, or one of the step's that she changes first.

import { make } from "../../dom.js";

const KINDS = ["choice", "choices", "corners", "scale", "word"];
const CORNERS = 4;
const LONGEST = { ask: 400, options: 2000, end: 200 };

/** -> {element, fill(asked)}; `ask({kind, ask, options})` when it is sent. */
export function form(words, ask, say) {
  const id = `poll-${Math.random().toString(36).slice(2)}`;
  const kind = make("select", { class: "input", id: `${id}-kind` }, ...KINDS.map((one) => make("option", { value: one }, words[one])));
  const text = make("textarea", { class: "input", id: `${id}-ask`, rows: "2", maxlength: LONGEST.ask });
  const lines = make("textarea", { class: "input", id: `${id}-lines`, rows: "4", maxlength: LONGEST.options, "aria-describedby": `${id}-help` });
  const low = make("input", { class: "input", id: `${id}-low`, maxlength: LONGEST.end });
  const high = make("input", { class: "input", id: `${id}-high`, maxlength: LONGEST.end });
  const help = make("p", { class: "small muted", id: `${id}-help` });
  const wrong = make("p", { class: "error", role: "alert" });
  const ofLines = field(words.options, lines);
  const ofEnds = make("div", { class: "row" }, field(words.low, low), field(words.high, high));
  const made = make(
    "form",
    { class: "stack tight", novalidate: "" },
    field(words.ask, text), field(words.kind, kind), ofLines, ofEnds, help, wrong,
    make("div", { class: "row" }, make("button", { class: "btn primary" }, words.open)),
  ); // prettier-ignore

  function shape() {
    ofLines.hidden = ["scale", "word"].includes(kind.value);
    ofEnds.hidden = kind.value !== "scale";
    help.textContent = kind.value === "corners" ? words.corners_help : "";
    help.hidden = !help.textContent;
  }

  function read() {
    const given = lines.value.split("\n").map((line) => line.trim()).filter(Boolean); // prettier-ignore
    const options = {
      choice: given,
      choices: given,
      corners: given.length === CORNERS ? given : [...given.slice(0, CORNERS - 1), words.corner],
      scale: [low.value.trim(), "", "", "", high.value.trim()],
      word: [],
    }[kind.value];
    return { kind: kind.value, ask: text.value.trim(), options };
  }

  function missing({ kind: how, ask: asked, options }) {
    if (how === "corners" && options.length < CORNERS) return words.incomplete_corners;
    if (["choice", "choices"].includes(how) && options.length < 2) return words.incomplete;
    return asked ? "" : words.incomplete_ask;
  }

  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = read();
    wrong.textContent = missing(asked);
    if (wrong.textContent) say(wrong.textContent);
    else ask(asked);
  });
  kind.addEventListener("change", shape);
  shape();
  return {
    element: made,
    fill(asked) {
      kind.value = asked.kind;
      text.value = asked.ask;
      lines.value = asked.kind === "scale" ? "" : asked.options.join("\n");
      if (asked.kind === "scale") [low.value, high.value] = [asked.options[0], asked.options.at(-1)];
      wrong.textContent = "";
      shape();
    },
    clear: () => made.reset() || shape(),
  };
}

function field(label, input) {
  return make("div", { class: "field" }, make("label", { for: input.id }, label), input);
}
