// What waits to be sent, in order. A newer text of a file takes the place of an older one that has not gone yet; a newer
// value of a field takes the place of its older one, and remembers what stood there before both.

export function createQueue() {
  let jobs = [];

  const samePlace = (one, other) => one.op === "put" && other.op === "put" && JSON.stringify(one.at) === JSON.stringify(other.at);

  function joined(before, edits) {
    const made = [...before];
    for (const one of edits) {
      const last = made.at(-1);
      if (last && samePlace(last, one)) made[made.length - 1] = { ...one, was: last.was };
      else made.push(one);
    }
    return made;
  }

  function add(job) {
    const last = [...jobs].reverse().find((one) => one.path === job.path);
    if (last?.kind === "save" && job.kind === "save") last.text = job.text;
    else if (last?.kind === "edit" && job.kind === "edit" && last.block === job.block) last.edits = joined(last.edits, job.edits);
    else jobs.push({ ...job });
  }

  /** The first that may go; it leaves the queue unless one only looks. */
  function next(held, look = false) {
    const place = jobs.findIndex((job) => !held.has(job.path));
    if (place < 0) return null;
    return look ? jobs[place] : jobs.splice(place, 1)[0];
  }

  function take(path) {
    const taken = jobs.filter((job) => job.path === path);
    jobs = jobs.filter((job) => job.path !== path);
    return taken;
  }

  return {
    add,
    next,
    take,
    back: (job) => jobs.unshift(job),
    of: (path) => jobs.filter((job) => job.path === path),
    get size() {
      return jobs.length;
    },
  };
}
