/* The decisions as a file: the same tables as edition/review/items.py makes. */
const SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"};
const escaped = sign => SIGNS[sign] ?? "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
const quoted = text => '"' + text.replace(/[\\"\u0000-\u001f\u007f]/g, escaped) + '"';
const table = (item, own) => {
  const stands = STANDS.includes(own.status);
  const around = reading => (item.left || "") + reading + (item.right || "");
  const reading = stands && own.reading !== undefined ? own.reading : proposed(item);
  const said = reading === null ? {at: item.at, mark: item.mark, reason: item.why}
    : around(reading) ? {corrected: around(reading)} : {mark: "surplus"};
  return {text: item.text, line: item.line, printed: around(item.printed), before: item.before, after: item.after,
    ...said, kind: item.kind, evidence: item.evidence, cert: stands && item.cert, by: data.by, status: own.status,
    date: own.date, why: reading === null || reading === proposed(item) || !stands ? item.reason : ""};
};
const written = made => "[[correction]]\n" + Object.entries(made).filter(([, value]) => value).map(([key, value]) =>
  key + " = " + (key === "line" || key === "date" ? value : quoted(value))).join("\n") + "\n";
const file = () => {
  const made = items.filter(item => state.decided[item.key]).sort(byPlace);
  return "# Decisions made on the review desk. To take them over: edition apply FILE --into FOLDER\n\n"
    + made.map(item => written(table(item, state.decided[item.key]))).join("\n");
};
const save = () => {
  const texts = [...new Set(items.map(item => item.text))], number = Object.keys(state.decided).length;
  if (!number) { say("Nothing is decided yet."); return; }
  const name = (texts.length === 1 ? texts[0] + "." : "") + "decisions.toml";
  const blob = new Blob([file()], {type: "application/toml"});
  const link = make("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(counted(number, "decision") + " saved as " + name + ".");
};
