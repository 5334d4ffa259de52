// Who is there, in the leader's view: ticked by click or key, or a number. Shown at once, stored by the outbox, and taken
// from the server again when it has something newer to say.

import { filled, make } from "../dom.js";
import { allBut } from "./attend/all_but.js";
import { guest } from "./attend/guest.js";
import { number } from "./attend/number.js";
import { press } from "./attend/press.js";
import { ticks } from "./attend/ticks.js";
import { walkIn } from "./attend/walk_in.js";

const AGAIN = 10000;
const OURS = "attendance:";

export function mount(element, context) {
  const { data, outbox, say } = context;
  if (!data.server) return;
  const words = context.words.attendance;
  const base = data.server.attendance;
  let list = null; // as the server says it, with what was noted here since
  let mode = null; // a form that is open instead of the list
  let asked = ""; // the way that is asked about
  let retry = 0;
  let stale = false; // the server said something while ours was on its way

  const waits = () => outbox.all().some(([key]) => key.startsWith(OURS));
  const count = () => (list.expected === null || list.way === "number" ? filled(words.number, list) : filled(words.of, list));

  const chip = make("span", { class: "chip ok", "data-is": "count" });
  const tools = make("div", { class: "row" });
  const body = make("div", { class: "stack", "data-is": "body" });
  const foot = make("p", { class: "small muted" });
  const saved = make("p", { class: "small saved", role: "status", "data-is": "saved" });
  const heading = make("h2", { tabindex: "-1" }, words.title);
  element.append(make("div", { class: "row between" }, heading, make("div", { class: "row" }, chip, tools)), body, foot, saved);
  element.className = "card stack attendance";
  element.hidden = false;

  const desk = { words, base, data, say, count, get list() { return list; }, send, open, close, here }; // prettier-ignore
  const forms = { ask, allBut: allBut(desk), guest: guest(desk), walkIn: walkIn(desk), number: number(desk) };
  const boxes = ticks(desk);

  /** `change` is made to the list at once; `what` is the address, `body` how things are. */
  function send(what, body, key, change) {
    change(list);
    recount();
    draw();
    outbox.put(`${base}/${what}`, body, `${OURS}${key}`, (reply) => heard(reply));
  }

  function heard(reply) {
    if (!reply.ok) {
      if (reply.error) say(reply.error);
      return fetchList();
    }
    if (!waits()) take(reply);
    return undefined;
  }

  function recount() {
    const ticked = list.rows.filter((row) => row.here).length;
    list.present = list.way === "number" ? list.number || 0 : ticked + list.nameless;
    if (list.way !== "number" && list.rows.length) list.expected = list.rows.length + list.nameless;
  }

  function here(row, is) {
    send("tick", { row: row.id, here: is }, `tick:${row.id}`, (then) => {
      row.here = is;
      then.way = then.way || "names";
    });
    say(filled(is ? words.here : words.away, { name: row.name, count: count() }));
  }

  function take(told) {
    list = told;
    if (!mode) draw();
    else chip.textContent = count();
  }

  async function fetchList() {
    clearTimeout(retry);
    const answer = await fetch(`${base}/list.json`, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    const told = answer && answer.ok ? await answer.json().catch(() => null) : null;
    stale = Boolean(told) && waits();
    if (told && !stale) take(told);
    if (!told) {
      if (!list) body.replaceChildren(make("p", {}, words.not_here));
      retry = setTimeout(fetchList, AGAIN);
    }
  }

  function open(name) {
    mode = name;
    draw();
    body.querySelector("input, button")?.focus();
  }

  function close() {
    mode = null;
    draw();
    heading.focus();
  }

  function draw() {
    chip.textContent = count();
    element.dataset.way = list.way || "";
    const named = list.way !== "number";
    tools.replaceChildren(
      ...(mode || !named ? [] : [list.rows.length ? press(words.all_but, () => open("allBut")) : "", press(words.walk_in, () => open("walkIn")), press(words.guest, () => open("guest"))]),
    );
    if (mode) body.replaceChildren(forms[mode]());
    else if (named) boxes(body);
    else if (!body.contains(forms.number())) body.replaceChildren(forms.number());
    foot.replaceChildren(named ? (list.counts ? words.names_are : words.names_only) : words.number_is, " ", ...ways(named));
  }

  // Only while the leader wants it: the code for those who have an account, on the room's screen.
  const onWall = () => context.stage() && context.stage().show.what === "here";

  function wall() {
    const on = onWall();
    return press(on ? words.wall_off : words.wall, () => (context.command({ verb: "show", what: on ? "step" : "here" }), draw()), "quiet");
  }

  function ways(named) {
    const more = make("a", { href: base, target: "_blank", rel: "noopener" }, words.more);
    return mode ? [more] : [...(named ? [wall()] : []), press(named ? words.to_number : words.to_names, () => change(named ? "number" : "names"), "quiet"), more];
  }

  /** Nothing that counts now stops counting without a question. */
  function change(way) {
    const loses = way === "number" ? list.present > 0 : Boolean(list.number);
    if (!loses) return turn(way);
    asked = way;
    return open("ask");
  }

  function ask() {
    const number = asked === "number";
    const text = make("p", {}, filled(number ? words.ask_number : words.ask_names, list));
    const yes = press(number ? words.yes_number : words.yes_names, () => turn(asked));
    return make("div", { class: "note sun" }, make("div", { class: "stack tight" }, text, make("div", { class: "row" }, press(words.cancel, close, "primary"), yes)));
  }

  function turn(way) {
    mode = null;
    send("way", { way }, "way", (then) => {
      if (way === "number" && then.number === null) then.number = then.present;
      then.way = way;
    });
    heading.focus();
  }

  body.append(make("p", {}, words.loading));
  outbox.on((told) => {
    saved.textContent = told.text;
    saved.dataset.state = told.state;
    if (stale && told.state === "saved") fetchList();
  });
  let wallWas = false;
  context.on((what) => {
    if (what === "attendance") fetchList();
    if (what === "stage" && list && !mode && wallWas !== onWall()) {
      wallWas = onWall();
      draw();
    }
  });
  addEventListener("online", fetchList);
  fetchList();
}
