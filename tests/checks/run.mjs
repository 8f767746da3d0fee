// Holds pages against html-validate (its presets for the standard, accessibility and documents) and the Nu checker.
// node run.mjs PAGE …: a line for each fault, and status 1 if there is one.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";

// What is a matter of style, not of right and wrong: Saxon writes <!DOCTYPE HTML> and no slashes; titles are the texts'.
const matters = { "doctype-style": "off", "void-style": "off", "long-title": "off", "require-sri": "off" };
const presets = ["html-validate:standard", "html-validate:a11y", "html-validate:document"];
// The Nu checker does not see that a policy names the hash of the script.
const excused = /^Inline script violates Content Security Policy/;

const pages = process.argv.slice(2);
const faults = [];
const validator = new HtmlValidate({ extends: presets, rules: matters });
for (const page of pages) {
  const report = await validator.validateString(readFileSync(page, "utf8"), page);
  for (const { messages } of report.results)
    for (const { ruleId, message, line } of messages) faults.push(`${page}:${line}: ${message} [${ruleId}]`);
}
const jar = fileURLToPath(import.meta.resolve("vnu-jar/build/dist/vnu.jar"));
const nu = spawnSync("java", ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", ...pages],
  { encoding: "utf8", maxBuffer: 2 ** 28 });
if (nu.error) throw nu.error;
for (const { url, lastLine, type, subType, message } of JSON.parse(nu.stdout).messages)
  if ((type !== "info" || subType === "warning") && !excused.test(message)) faults.push(`${url}:${lastLine}: ${message} [nu]`);
console.log(faults.join("\n"));
process.exit(faults.length ? 1 : 0);
