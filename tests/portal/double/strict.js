// A portal's object as a strict portal would make it: scorm-again does the keeping, these walls stand in front of it.
// Every call is told to `tell`; what a course must never do is told as a violation.

const TOLERATED_READS = ["401", "402", "403"];
const INTERACTION = /^cmi\.interactions\.(\d+)\.(?:correct_responses\.(\d+)\.)?(\w+)$/;

/** The answers of earlier launches: their ids may not come again. */
function earlier(stored) {
  const rows = [];
  for (const [element, value] of Object.entries(stored)) {
    const [, number, , field] = INTERACTION.exec(element) || [];
    if (number) rows[number] = { ...rows[number], [field]: value };
  }
  return rows;
}

export function strict(inner, rules, config, tell) {
  const { names, errors } = rules;
  const values = {};
  const interactions = earlier(config.stored);
  let phase = "before";
  let error = "0";
  let commits = 0;

  const given = (args) => args.every((arg) => typeof arg === "string");
  const isLacking = (element) => config.lacks.some((lack) => element.includes(lack));

  function answer(verb, args, result, code, violation) {
    error = code;
    tell({ verb, args: args.map(String), result, error: code, ...(violation ? { violation } : {}) });
    return result;
  }

  const refuse = (verb, args, code, why) => answer(verb, args, verb === "get" ? "" : "false", code, why);

  function phaseFault(verb, args) {
    if (!given(args)) return [errors.argument, "a value that is no string"];
    if (phase === "before") return [errors.early, `${verb} before the session`];
    if (phase === "after") return [errors.late, `${verb} after the session`];
    return null;
  }

  const passOn = (verb, args) => {
    const result = String(inner[names[verb]](...args));
    return [result, String(inner[names.error]())];
  };

  function start(...args) {
    if (args.length !== 1 || args[0] !== "") return refuse("start", args, errors.argument, "Initialize wants one empty string");
    if (phase !== "before") return refuse("start", args, errors.startedTwice, "a second Initialize");
    const [result, code] = passOn("start", args);
    if (result === "true") phase = "running";
    return answer("start", args, result, code);
  }

  function get(...args) {
    const fault = phaseFault("get", args);
    if (fault) return refuse("get", args, ...fault);
    const [element] = args;
    if (isLacking(element)) return refuse("get", args, errors.unknown);
    const known = rules.readable.includes(element) || element in rules.both || INTERACTION.test(element);
    if (!known) return refuse("get", args, errors.unknown, `reads ${element}`);
    const [result, code] = passOn("get", args);
    const wrong = code !== "0" && !TOLERATED_READS.includes(code) && `reading ${element} gives ${code}`;
    return answer("get", args, result, code, wrong);
  }

  function set(...args) {
    const fault = args.length === 2 ? phaseFault("set", args) : [errors.argument, "SetValue wants two strings"];
    if (fault) return refuse("set", args, ...fault);
    const [element, value] = args;
    if (config.refuses.includes(element)) return refuse("set", args, errors.wrong);
    const wrong = setFault(element, value);
    if (wrong) return refuse("set", args, wrong, `${element} = ${value} gives ${wrong}`);
    const [result, code] = passOn("set", args);
    if (code !== "0") return answer("set", args, result, code, `${element} = ${value} gives ${code}`);
    values[element] = value;
    return answer("set", args, config.mutters ? "false" : "true", "0");
  }

  function setFault(element, value) {
    if (!value.isWellFormed()) return errors.wrong;
    if (isLacking(element)) return errors.unknown;
    if (rules.readable.includes(element)) return errors.readOnly;
    const check = rules.both[element] || rules.writable[element];
    if (check) return check(value) ? null : errors.wrong;
    const found = INTERACTION.exec(element);
    return found ? interactionFault(found, value) : errors.unknown;
  }

  function interactionFault([, number, , field], value) {
    const place = Number(number);
    const check = rules.interaction[field];
    if (!check) return errors.unknown;
    if (place > interactions.length) return errors.order;
    if (field === "id") {
      if (interactions.some((one, other) => one.id === value && other !== place)) return errors.wrong;
      if (!check(value)) return errors.wrong;
      interactions[place] = { id: value };
      return null;
    }
    const row = interactions[place];
    if (!row || (rules.needsType.includes(field) && !row.type)) return errors.order;
    if (!check(value, row)) return errors.wrong;
    row[field] = value;
    return null;
  }

  function wait() {
    const until = performance.now() + config.slow;
    while (performance.now() < until);
  }

  function commit(...args) {
    const fault = args.length === 1 && args[0] === "" ? phaseFault("commit", args) : [errors.argument, "Commit wants one empty string"];
    if (fault) return refuse("commit", args, ...fault);
    wait();
    error = "0";
    if (config.breaks) throw new Error("the portal's own script breaks off");
    commits += 1;
    if (config.lose && (config.lose === "all" || commits % config.lose === 0)) return refuse("commit", args, errors.commit);
    tell({ kept: { ...values } });
    return answer("commit", args, "true", "0");
  }

  function finish(...args) {
    if (phase === "after") return refuse("finish", args, errors.finishedTwice, "a second Finish");
    const fault = args.length === 1 && args[0] === "" ? phaseFault("finish", args) : [errors.argument, "Finish wants one empty string"];
    if (fault) return refuse("finish", args, ...fault);
    wait();
    const [result, code] = passOn("finish", args);
    phase = "after";
    const status = "cmi.core.lesson_status";
    if (config.version === "1.2" && config.mode === "normal" && !(status in values) && !config.stored[status]) {
      tell({ verb: "finish", args: [], result: "", error: "0", violation: "no status was ever set: a portal calls that completed" });
    }
    tell({ kept: { ...values } });
    return answer("finish", args, result, code);
  }

  const methods = { start, finish, get, set, commit, error: () => error };
  const made = { [names.error.replace("LastError", "ErrorString")]: () => "", [names.error.replace("LastError", "Diagnostic")]: () => "" };
  for (const [verb, name] of Object.entries(names)) made[name] = methods[verb];
  return made;
}
