import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// All files below a folder whose path fits; a folder that is not there has none.
export function filesUnder(folder, fits) {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => fits.test(path))
    .sort();
}
