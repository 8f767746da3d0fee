/* The review desk: what there is to decide. Every decision is kept at once; nothing leaves the page but what is saved,
   or what its server is told. All parts are one script (edition/review/page.py). */
const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const items = data.items, known = new Map(items.map(item => [item.key, item]));
const PLACE = "edition-review:" + data.sha, PAGE = 200, LONG = 40;
const STANDS = ["accepted", "edited"], UNDECIDED = ["", "proposed"];

/* What is decided here. `decided`: key → {status, reading, date}; `steps`: what each step changed, to undo it. */
const fresh = () => ({decided: {}, steps: [], at: "", keys: true});
const kept = () => {
  try { return {...fresh(), ...(JSON.parse(localStorage.getItem(PLACE)) ?? adopted())}; } catch { return fresh(); }
};
/* A new page for the same texts takes over what was decided on the old one and is in no file yet. */
const adopted = () => {
  const decided = {};
  for (const place of Object.keys(localStorage).filter(name => name.startsWith("edition-review:")))
    for (const [key, own] of Object.entries(JSON.parse(localStorage.getItem(place)).decided ?? {}))
      if (known.has(key) && UNDECIDED.includes(known.get(key).status ?? "")) decided[key] = own;
  return {decided};
};
let state = kept();
const keep = () => {
  try {
    localStorage.setItem(PLACE, JSON.stringify(state));
  } catch {
    if (!data.live) warn("This browser keeps nothing: save the decisions before you close the page.");
  }
};
