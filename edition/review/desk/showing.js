/* Small helpers. */
const make = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};
/* Control characters as their pictures. */
const pictured = text => (text || "").replace(/[\u0000-\u0008\u000b-\u001f]/g,
  sign => String.fromCharCode(0x2400 + sign.charCodeAt(0)));
const percent = share =>
  (share >= .995 && share < 1 ? "> 99" : share > 0 && share < .01 ? "< 1" : Math.round(share * 100)) + " %";
const counted = (number, word) => number + " " + word + (number === 1 ? "" : "s");
const warn = text => { $("warning").textContent = text; $("warning").hidden = !text; };
const say = text => { $("said").textContent = $("said").textContent === text ? text + "\u00a0" : text; };
const today = () => {
  const now = new Date(), two = number => String(number).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
};
const brief = text => {
  const line = pictured(text).replace(/\s+/g, " ");
  return line.length > 60 ? line.slice(0, 40) + " … " + line.slice(-18) : line;
};

/* What is so of an item now: decided here, else in the file of decisions. */
const statusOf = item => state.decided[item.key]?.status ?? item.status ?? "";
const isOpen = item => UNDECIDED.includes(statusOf(item));
const proposed = item => item.mark ? null : item.corrected ?? "";
const readingOf = item => {
  const own = state.decided[item.key];
  return own ? own.reading ?? proposed(item) : item.decided ?? proposed(item);
};
const shown = item => readingOf(item) === null ? item.says : readingOf(item) || "taken out";
const change = item => brief(item.printed) + (readingOf(item) ? " → " + brief(shown(item)) : ": " + shown(item));
const groupOf = item => item.rule + "\u0000" + (item.series || "");
const ruleOf = item => item.rule.replaceAll("-", " ");
const titleOf = item => ruleOf(item) + (item.series ? ": " + item.series : item.mark === "sic" ? ": no reading" : "");
const placeOf = item => item.text + ", line " + item.line;

/* A long reading is shown by what changes in it. */
const essence = (printed, reading) => {
  if (printed.length <= LONG || !reading) return ["", printed, reading, ""];
  const least = Math.min(printed.length, reading.length);
  let start = 0, end = 0;
  while (start < least && printed[start] === reading[start]) start++;
  while (end < least - start && printed.at(-1 - end) === reading.at(-1 - end)) end++;
  return [printed.slice(0, start), printed.slice(start, printed.length - end),
    reading.slice(start, reading.length - end), printed.slice(printed.length - end)];
};
const sentence = (item, reading) => {
  const [stays, old, fresh, rest] = essence(item.printed, reading ?? "");
  const change = reading ? [make("del", {}, pictured(old)), " ", make("ins", {}, pictured(fresh))]
    : [make("mark", {}, pictured(old)), " ", make("i", {}, "[" + (reading === null ? item.says : "taken out") + "]")];
  return [pictured((item.lead || "") + stays), ...change, pictured(rest + (item.tail || ""))];
};
