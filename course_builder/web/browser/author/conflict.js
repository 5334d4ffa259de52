// Two have written the same text. Both are shown, neither is lost: what is not chosen stays in the history.

import { compared } from "./compared.js";
import { make } from "./make.js";
import { announce, fill } from "./say.js";

export function mountConflict(desk) {
  const place = document.querySelector("[data-conflict]");
  const { words } = desk;

  function button(text, act, main = false) {
    return make("button", { type: "button", class: main ? "btn primary" : "btn", text, on: { click: act } });
  }

  function show(told, body, buttons) {
    const name = told.by ?? words.somebody;
    const title = make("h2", { text: words.both, tabindex: "-1" });
    const lede = make("p", { text: fill(told.own ? words.both_self : words.both_text, { name, time: told.at }) });
    place.replaceChildren(make("section", { class: "card stack conflict", "aria-label": words.both }, [title, lede, ...body, make("div", { class: "row" }, buttons)]));
    title.focus();
    announce(`${words.both}. ${lede.textContent}`);
  }

  const away = () => {
    place.replaceChildren();
    document.getElementById("main").focus();
  };

  function text(told) {
    const { path, mine, theirs, head, rows } = told;
    const finish = (chosen, jobs) => {
      away();
      desk.resolve(path, head, jobs);
      desk.emit("changed", { path, text: chosen, revision: head }) || location.reload();
    };
    const useMine = () => finish(mine, [{ kind: "save", text: mine }]);
    const useBoth = () => finish(both(rows), [{ kind: "save", text: both(rows) }]);
    const useTheirs = async () => {
      await desk.ask(`${desk.facts.address}/aside`, { method: "POST", body: { path, text: mine, base: head } });
      const { data } = await desk.ask(`${desk.facts.address}/text?path=${encodeURIComponent(path)}`);
      away();
      await desk.resolve(path, data.revision ?? head);
      desk.emit("changed", { path, text: data.text ?? theirs, revision: data.revision ?? head }) || location.reload();
      announce(words.kept_aside);
    };
    const choices = [button(words.use_mine, useMine, true), button(words.use_theirs, useTheirs)];
    if (path.endsWith(".md")) choices.push(button(words.use_both, useBoth));
    show(told, [compared(words, rows, told.own ? words.theirs_self : fill(words.theirs, { name: told.by ?? words.somebody }))], choices);
  }

  function fields(told) {
    const { path, missed, revision, jobs } = told;
    const rows = missed.map((one) =>
      make("div", { class: "sides" }, [side(words.mine, one.mine), side(told.own ? words.theirs_self : fill(words.theirs, { name: told.by ?? words.somebody }), one.theirs)]),
    );
    const again = missed.map((one) => ({ ...one, value: one.mine, was: one.theirs }));
    const block = jobs[0]?.block ?? told.block ?? null;
    const useMine = () => {
      away();
      desk.resolve(path, revision, [{ kind: "edit", block, edits: again }, ...jobs]);
    };
    const useTheirs = async () => {
      const post = (to, body) => desk.ask(`${desk.facts.address}/${to}`, { method: "POST", body });
      const { status, data } = await post("edit", { path, block, base: revision, edits: again });
      if (status === 200) await post("undo", { revision: data.revision }); // mine stays in the history
      const newest = (await desk.ask(`${desk.facts.address}/text?path=${encodeURIComponent(path)}`)).data;
      away();
      desk.resolve(path, newest.revision ?? revision, jobs);
      desk.emit("changed", { path, text: newest.text ?? told.text, revision: newest.revision ?? revision }) || location.reload();
      announce(words.kept_aside);
    };
    show(told, rows, [button(words.use_mine, useMine, true), button(words.use_theirs, useTheirs)]);
  }

  function side(title, value) {
    const shown = value === null || value === undefined || value === "" ? words.empty : typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
    return make("div", { class: "stack tight" }, [make("h3", { text: title }), make("pre", { class: "side", text: shown, tabindex: "0" })]);
  }

  desk.on("conflict", (told) => (told.missed ? fields(told) : typeof told.mine === "string" ? text(told) : location.reload()));
}

/** Both texts in one: where they differ the saved comes first, then what was written. */
function both(rows) {
  const said = (bits) => bits.map(([words]) => words).join("");
  return (
    rows
      .flatMap(({ kind, before, after }) => {
        if (kind === "same") return [said(before)];
        if (kind === "gone") return [said(before)];
        return kind === "new" ? [said(after)] : [said(before), said(after)];
      })
      .join("\n") + "\n"
  );
}
