// What node-schematron, which knows nothing of ours, objects to by one schema: node schematron.mjs SCHEMA FILE …
// prints the messages of each file by its name. It has no current(), which in a rule is the node that the rule is about.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

const { Schema } = createRequire(import.meta.url)("node-schematron");
const [schema, ...files] = process.argv.slice(2);
const named = readFileSync(schema, "utf8").replaceAll("current()", "$current")
  .replace(/<((?:\w+:)?)rule\s[^>]*context="[^>]*[^/]>/g, (rule, prefix) => `${rule}<${prefix}let name="current" value="."/>`);
const rules = Schema.fromString(named);
const said = files.map(file => [basename(file), rules.validateString(readFileSync(file, "utf8")).map(({ message }) => message)]);
console.log(JSON.stringify(Object.fromEntries(said)));
