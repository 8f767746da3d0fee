// What reference managers take from files: citation-js from BibTeX, RIS and CITATION.cff, html-metadata (which Citoid
// asks) from pages. node citing.mjs FILE …: as JSON, for each name of a file what was read.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import "@citation-js/plugin-cff";
import { load } from "cheerio";

const { parseAll } = createRequire(import.meta.url)("html-metadata");

// An entry as it is, without what the reader notes for itself.
const entry = (text) => new Cite(text).data.map(({ _graph, ...kept }) => kept);

const read = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  read[basename(file)] = file.endsWith(".html") ? await parseAll(load(text)) : entry(text);
}
console.log(JSON.stringify(read));
