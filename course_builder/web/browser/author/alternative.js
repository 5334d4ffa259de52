// What a picture shows, in words; or that it is decorative. There is no third way to place it.
import { element, filled, newId } from "./element.js";

const LONGEST = 250;
const FILE_NAME = /^[\w-]+\.(avif|gif|jpe?g|png|svg|webp)$|^(img|dsc|bild|image|picture)[_ -]?\d*$/i;

export async function alternative({ base, words, file, back, placed, cancel }) {
  const [textId, hintId, whyId, group] = [newId("alt"), newId("alt-hint"), newId("alt-why"), newId("alt-kind")];
  const text = element("textarea", { class: "input", id: textId, rows: "3", "aria-describedby": hintId });
  const why = element("p", { id: whyId, class: "small", role: "status" }, words.place_why);
  const place = element("button", { type: "button", class: "btn primary", "aria-disabled": "true", "aria-describedby": whyId }, words.place);
  const radio = (value, label) => element("label", { class: "opt" }, element("input", { type: "radio", name: group, value }), element("span", {}, label));
  const described = radio("described", words.described);
  const decorative = radio("decorative", words.decorative);

  const said = () => text.value.trim().replace(/\s+/g, " ");
  const isDecorative = () => decorative.firstChild.checked;
  function wrong() {
    if (isDecorative()) return "";
    if (!described.firstChild.checked || !said()) return words.place_why;
    if (FILE_NAME.test(said()) || said().toLowerCase() === file.name.toLowerCase()) return words.file_name;
    return said().length > LONGEST ? filled(words.too_long, { most: LONGEST }) : "";
  }
  function look() {
    const told = wrong();
    place.setAttribute("aria-disabled", String(Boolean(told)));
    if (why.textContent !== told) why.textContent = told;
    field.hidden = isDecorative();
    lightly.hidden = !isDecorative();
  }
  text.addEventListener("input", () => {
    if (said()) described.firstChild.checked = true;
    look();
  });
  place.addEventListener("click", () => {
    look();
    if (wrong()) text.focus();
    else placed(isDecorative() ? "-" : said());
  });

  const field = element("div", { class: "field" }, element("label", { for: textId }, words.describe), element("p", { class: "hint muted", id: hintId }, words.describe_hint), text);
  const lightly = element("p", { class: "hint muted", hidden: true }, words.decorative_hint);
  const kind = element("fieldset", { class: "stack tight", onchange: look }, element("legend", { class: "vh" }, words.describe), described, decorative);
  const suggested = await suggestions(base, words, file, (words_) => {
    described.firstChild.checked = true;
    text.value = words_;
    look();
    text.focus();
  });
  return element(
    "div",
    { class: "stack" },
    file.address ? element("img", { class: "picker-shown", src: file.address, alt: "" }) : null,
    element("p", { class: "small muted" }, file.name),
    kind,
    field,
    lightly,
    suggested,
    element("div", { class: "row" }, place, element("button", { type: "button", class: "btn quiet", onclick: back }, words.back), element("button", { type: "button", class: "btn quiet", onclick: cancel }, words.cancel)),
    why,
  );
}

// How the same picture was described elsewhere, marked as suggestions and never filled in.
async function suggestions(base, words, file, use) {
  const answer = await fetch(`${base}/media/descriptions?${new URLSearchParams({ path: file.path })}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return null;
  const { descriptions } = await answer.json();
  if (!descriptions.length) return null;
  const buttons = descriptions.map((text) => element("li", {}, element("button", { type: "button", class: "btn sm", onclick: () => use(text) }, filled(words.use, { text }))));
  return element("div", { class: "note" }, element("div", { class: "stack tight" }, element("p", {}, element("strong", {}, words.suggestions)), element("ul", { class: "plain stack tight" }, ...buttons)));
}
