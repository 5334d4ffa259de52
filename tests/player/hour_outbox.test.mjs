// What is noted on its way to the server: in order, once, replaced by what is said later, and told in words.
import assert from "node:assert/strict";
import { test } from "node:test";

const kept = new Map();
globalThis.localStorage = new Proxy(
  { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) },
  { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: (_, key) => ({ value: kept.get(key), enumerable: true, configurable: true }) },
);
globalThis.addEventListener = () => {};
globalThis.document = { createElement: () => ({}) };

const { outbox } = await import("../../course_builder/player/browser/hour/outbox.js");
const saving = { saved: "Sparat {time}", saving: "Sparar", unsaved: "Inte sparat", away: "Logga in", kept: "Bara här" };
const server = { csrf: "c", place: "mark", lock: btoa("k".repeat(32)) };
const data = (id, of = server) => ({ id, server: of, words: { saving }, language: "sv" });
const until = async (so) => {
  for (let turn = 0; turn < 5000 && !so(); turn++) await new Promise((done) => setTimeout(done, 2));
};
const settle = (box) => until(() => box.state.state !== "saving");

/** What was asked of the server; `answers` are its statuses in turn, 0 for no network. */
function listening(...answers) {
  const asked = [];
  globalThis.fetch = async (address, { body }) => {
    asked.push([address, JSON.parse(body)]);
    const status = answers.shift() ?? 200;
    if (!status) throw new TypeError("no network");
    return { ok: status < 300, status, json: async () => ({ stored: true }) };
  };
  return asked;
}

test("in the order in which it was said, and a later one takes the place of an earlier", async () => {
  const asked = listening();
  const box = outbox(data("a"));
  box.put("/tick", { row: 1, here: true }, "tick:1");
  box.put("/tick", { row: 2, here: true }, "tick:2");
  box.put("/tick", { row: 2, here: false }, "tick:2");
  await settle(box);
  assert.deepEqual(asked, [["/tick", { row: 1, here: true }], ["/tick", { row: 2, here: false }]]);
  assert.equal(box.waiting, 0);
  assert.match(box.state.text, /^Sparat \d\d\.\d\d$/);
});

test("without network it waits, is kept, and the next page sends it once", async () => {
  listening(0);
  const box = outbox(data("b"));
  box.put("/tick", { row: 7, here: true }, "tick:7");
  await settle(box);
  assert.deepEqual([box.state.text, box.waiting], ["Inte sparat", 1]);
  const mine = () => [...kept.keys()].filter((key) => key.startsWith("mark:b:"));
  await until(() => mine().length);
  assert.deepEqual([mine().length, kept.get(mine()[0]).includes("row")], [1, false]); // locked: nothing of it can be read
  const asked = listening();
  const next = outbox(data("b"));
  await next.load();
  assert.deepEqual(asked, [["/tick", { row: 7, here: true }]]);
  await until(() => !mine().length);
  assert.deepEqual(mine(), []);
});

test("what the server will not have is told and does not stop the rest", async () => {
  const asked = listening(422, 200);
  const box = outbox(data("c"));
  const heard = [];
  box.put("/guest", { name: "" }, "guest", (reply) => heard.push([reply.ok, reply.status]));
  box.put("/tick", { row: 1, here: true }, "tick:1", (reply) => heard.push([reply.ok, reply.status]));
  await settle(box);
  assert.deepEqual(heard, [[false, 422], [true, 200]]);
  assert.deepEqual([asked.length, box.waiting], [2, 0]);
});

test("signed out, nothing more is sent and nothing is lost", async () => {
  const asked = listening(401);
  const box = outbox(data("d"));
  box.put("/tick", { row: 1, here: true }, "tick:1");
  await settle(box);
  assert.deepEqual([asked.length, box.waiting, box.state.text], [1, 1, "Logga in"]);
});

test("signed in anew she has another token, and what she noted is sent with it; nobody else's sends it", async () => {
  const asked = [];
  let place = "somebody else's";
  globalThis.fetch = async (address, { headers }) => {
    if (address === "/here") return { ok: true, status: 200, json: async () => ({ csrf: "new", place }) };
    asked.push(headers["X-CSRF-Token"]);
    const status = headers["X-CSRF-Token"] === "new" ? 200 : 403;
    return { ok: status === 200, status, json: async () => ({}) };
  };
  const box = outbox(data("e", { ...server, here: "/here" }));
  box.put("/tick", { row: 1, here: true }, "tick:1");
  await settle(box);
  assert.deepEqual([asked, box.waiting], [["c"], 1]);
  place = "mark";
  box.put("/tick", { row: 1, here: true }, "tick:1");
  await settle(box);
  assert.deepEqual([asked, box.waiting], [["c", "c", "new"], 0]);
});

test("in a meeting kit it is only kept", async () => {
  const asked = listening();
  const box = outbox(data("kit", null));
  box.put("/number", { number: 11 }, "number");
  assert.deepEqual([asked.length, box.state.text], [0, "Bara här"]);
  const next = outbox(data("kit", null));
  await next.load();
  assert.deepEqual(next.all().map(([key, item]) => [key, item.body]), [["number", { number: 11 }]]);
});
