// What is shown changes only where the text has: a film goes on, a picture does not blink, and the page stays where it is.

const LINE = "data-line";
const DATA = { quiz: "quizzes", film: "films", block: "blocks", question: "questions" };

/** The boxes whose children are compared one by one: the part, its columns, its running text. */
const OPENED = "section.part, .p-two, .prose, section.part > .stack";

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** What a node is, apart from where its text stands: its HTML, and what its script is told. */
function described(node, page) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.textContent;
  const known = [node, ...node.querySelectorAll("[data-quiz], [data-film], [data-block], [data-question]")].flatMap((one) =>
    Object.entries(DATA).flatMap(([name, place]) => (one.dataset?.[name] ? [JSON.stringify(page[place][one.dataset[name]])] : [])),
  );
  const copy = node.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll(`[${LINE}]`)]) one.removeAttribute(LINE);
  return copy.outerHTML + known.join();
}

const shell = (node) => node.cloneNode(false).outerHTML.replace(/ data-line="\d+"/, "");
const isOpened = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(OPENED);

/** Puts what `html` says in the place of `live`; gives the nodes that are new, for their scripts to begin. */
export function pieces(live, html, page) {
  const source = new WeakMap(); // live node -> what it was made from
  let root = live;
  remember(live, parsed(html), page);

  function remember(node, from, known) {
    source.set(node, isOpened(from) ? shell(from) : described(from, known));
    if (isOpened(from)) [...from.childNodes].forEach((child, place) => node.childNodes[place] && remember(node.childNodes[place], child, known));
  }

  function made(from, known) {
    const node = document.importNode(from, true);
    remember(node, from, known);
    return node;
  }

  const same = (node, from, known) => source.get(node) === (isOpened(from) ? shell(from) : described(from, known));

  function moved(node, from) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const [here, there] = [node, from].map((one) => [one, ...one.querySelectorAll(`[${LINE}]`)].filter((each) => each.hasAttribute(LINE)));
    here.forEach((one, place) => there[place] && one.setAttribute(LINE, there[place].getAttribute(LINE)));
  }

  function update(node, from, known, fresh) {
    const old = [...node.childNodes].filter((child) => source.has(child)); // a script may have added more
    const wanted = [...from.childNodes];
    let first = 0;
    while (first < old.length && first < wanted.length && keep(old[first], wanted[first], known, fresh)) first += 1;
    let last = 0;
    const rest = Math.min(old.length, wanted.length) - first;
    while (last < rest && keep(old[old.length - 1 - last], wanted[wanted.length - 1 - last], known, fresh)) last += 1;
    const anchor = old[old.length - last] ?? null;
    for (const gone of old.slice(first, old.length - last)) gone.remove();
    for (const added of wanted.slice(first, wanted.length - last)) {
      const one = made(added, known);
      node.insertBefore(one, anchor);
      if (one.nodeType === Node.ELEMENT_NODE) fresh.push(one);
    }
  }

  function keep(node, from, known, fresh) {
    if (!same(node, from, known)) return false;
    if (isOpened(from)) update(node, from, known, fresh);
    else moved(node, from);
    return true;
  }

  return {
    get root() {
      return root;
    },
    show(next, known) {
      const from = parsed(next);
      const fresh = [];
      if (keep(root, from, known, fresh)) return fresh;
      const one = made(from, known);
      root.replaceWith(one);
      root = one;
      return [one];
    },
  };
}
