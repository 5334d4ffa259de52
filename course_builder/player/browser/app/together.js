/** Two texts that were written over the same one, so that neither is lost. */
export function together(theirs, mine, before) {
  if (mine === before || theirs.includes(mine)) return theirs;
  if (theirs === before || mine.includes(theirs)) return mine;
  return `${theirs}\n\n${mine}`;
}
