/* The review desk. Every decision is kept at once; nothing leaves the page but what is saved, or what its server is told. */
"use strict";
(() => {
  const $ = id => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const items = data.items, known = new Map(items.map(item => [item.key, item]));
  const PLACE = "edition-review:" + data.sha, PAGE = 200, LONG = 40;
  const STANDS = ["accepted", "edited"], UNDECIDED = ["", "proposed"], FIELDS = ["status", "order", "text", "rule", "tier", "cert"];

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
      warn("");
    } catch {
      warn(data.live ? "" : "This browser keeps nothing: save the decisions before you close the page.");
    }
  };

  /* Small helpers. */
  const make = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== false && value !== undefined) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const pictured = text => (text || "").replace(/[\u0000-\u0008\u000b-\u001f]/g, sign => String.fromCharCode(0x2400 + sign.charCodeAt(0)));
  const percent = share => (share >= .995 && share < 1 ? "> 99" : share > 0 && share < .01 ? "< 1" : Math.round(share * 100)) + " %";
  const counted = (number, word) => number + " " + word + (number === 1 ? "" : "s");
  const warn = text => { $("warning").textContent = text; $("warning").hidden = !text; };
  const say = text => { $("said").textContent = $("said").textContent === text ? text + "\u00a0" : text; };
  const today = () => {
    const now = new Date(), two = number => String(number).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  };
  const brief = text => { const line = pictured(text).replace(/\s+/g, " "); return line.length > 60 ? line.slice(0, 40) + " … " + line.slice(-18) : line; };

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
  const titleOf = item => item.rule.replaceAll("-", " ") + (item.series ? ": " + item.series : item.corrected || item.rule !== "misread-word" ? "" : ": no reading");

  /* A long reading is shown by what changes in it. */
  const essence = (printed, reading) => {
    if (printed.length <= LONG || !reading) return ["", printed, reading, ""];
    const least = Math.min(printed.length, reading.length);
    let start = 0, end = 0;
    while (start < least && printed[start] === reading[start]) start++;
    while (end < least - start && printed.at(-1 - end) === reading.at(-1 - end)) end++;
    return [printed.slice(0, start), printed.slice(start, printed.length - end), reading.slice(start, reading.length - end), printed.slice(printed.length - end)];
  };
  const sentence = (item, reading) => {
    const [stays, old, fresh, rest] = essence(item.printed, reading ?? "");
    const change = reading ? [make("del", {}, pictured(old)), " ", make("ins", {}, pictured(fresh))]
      : [make("mark", {}, pictured(old)), " ", make("i", {}, "[" + (reading === null ? item.says : "taken out") + "]")];
    return [pictured((item.lead || "") + stays), ...change, pictured(rest + (item.tail || ""))];
  };

  /* The list: groups in pages of rows, built when they are opened. */
  let groups = [], order = [], at = new Map();
  const haystack = item => [item.printed, item.corrected, item.text, item.rule, item.series, ...(item.readings ?? []).map(([reading]) => reading)].join("\n").toLowerCase();
  const wanted = () => {
    const words = $("words").value.trim().toLowerCase();
    const asked = Object.fromEntries(FIELDS.map(name => [name, $(name).value]));
    return item => (!asked.text || item.text === asked.text) && (!asked.rule || item.rule === asked.rule)
      && (!asked.tier || item.tier === asked.tier) && (!asked.cert || item.cert === asked.cert)
      && (!asked.status || (asked.status === "undecided" ? isOpen(item) : statusOf(item) === asked.status))
      && (!words || haystack(item).includes(words));
  };
  const byPlace = (a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : a.line - b.line || a.column - b.column || (a.key < b.key ? -1 : 1);
  const grouped = found => {
    const how = $("order").value, parts = new Map();
    for (const item of how === "place" ? [...found].sort(byPlace) : found) {
      const alone = how === "series" && item.series && (item.alike ?? 1) === 1;
      const name = alone ? item.rule : how === "series" ? groupOf(item) : how === "place" ? item.text : "";
      const title = alone ? item.rule.replaceAll("-", " ") + ": single cases" : how === "series" ? titleOf(item) : name || "All";
      if (!parts.has(name)) parts.set(name, {title, items: [], open: false, page: 0});
      parts.get(name).items.push(item);
    }
    return [...parts.values()];
  };
  const list = () => {
    groups = grouped(items.filter(wanted()));
    order = groups.flatMap(group => group.items);
    at = new Map(order.map((item, place) => [item.key, place]));
    groups.forEach(group => group.items.forEach(item => { item.group = group; }));
    $("groups").replaceChildren(...groups.map(headOf));
    if (!groups.length) $("groups").append(make("p", {class: "none"}, "Nothing is as the filter asks."));
    count();
  };
  const headOf = (group, number) => {
    group.number = make("span", {class: "number"});
    group.button = make("button", {type: "button", "aria-expanded": "false", "aria-controls": "rows" + number}, make("span", {}, group.title), group.number);
    group.rows = make("div", {id: "rows" + number});
    group.button.addEventListener("click", () => toggle(group, !group.open));
    return make("section", {class: "group"}, make("h2", {}, group.button), group.rows);
  };
  const toggle = (group, open) => {
    group.open = open;
    group.button.setAttribute("aria-expanded", open);
    group.rows.replaceChildren(...open ? rowsOf(group) : []);
  };
  const rowsOf = group => {
    const from = group.page * PAGE, part = group.items.slice(from, from + PAGE);
    group.entry = part.includes(current) ? current : part[0]; // the row that Tab comes to
    const turn = (words, by) => {
      const button = make("button", {type: "button"}, words);
      button.addEventListener("click", () => { group.page += by; toggle(group, true); group.button.focus(); });
      return button;
    };
    const pages = [];
    if (from) pages.push(turn("Earlier", -1));
    if (from + PAGE < group.items.length) pages.push(turn("More (" + (group.items.length - from - PAGE) + ")", 1));
    return [make("ol", {}, ...part.map(item => make("li", {}, rowOf(item)))), ...pages.length ? [make("div", {class: "pages"}, ...pages)] : []];
  };
  const rowOf = item => {
    const status = statusOf(item), here = item === current;
    const row = make("button", {type: "button", class: "row", "data-key": item.key, "aria-current": here && "true", tabindex: here || item === item.group.entry ? 0 : -1},
      make("span", {class: "change"}, change(item)),
      make("span", {class: "state", "data-state": status}, isOpen(item) ? "" : status),
      make("span", {class: "place"}, "line " + item.line + ", " + item.text));
    return row;
  };
  const rowAt = item => $("groups").querySelector('[data-key="' + CSS.escape(item.key) + '"]');
  const redrawn = item => {
    const row = rowAt(item), held = row === document.activeElement;
    if (!row) return;
    const drawn = rowOf(item);
    row.replaceWith(drawn);
    if (held) drawn.focus();
  };
  const reveal = item => {
    const group = item.group, page = Math.floor(group.items.indexOf(item) / PAGE);
    if (!group.open || group.page !== page) { group.page = page; toggle(group, true); }
    rowAt(item)?.scrollIntoView({block: "nearest"});
  };
  const count = () => {
    const done = items.reduce((sum, item) => sum + !isOpen(item), 0);
    $("bar").max = items.length || 1;
    $("bar").value = done;
    $("count").textContent = done + " of " + items.length + " decided";
    for (const group of groups) {
      const left = group.items.reduce((sum, item) => sum + isOpen(item), 0);
      group.number.textContent = left === group.items.length ? left : left ? left + " left of " + group.items.length : "decided: " + group.items.length;
    }
    $("save").disabled = !Object.keys(state.decided).length;
  };

  /* The correction that is looked at. */
  let current = null;
  const go = (item, focus = true) => {
    const last = current, inList = $("list").contains(document.activeElement);
    if (!item) return;
    closeEdit();
    current = item;
    if (item.group) item.group.entry = item;
    state.at = item.key;
    if (last && last !== item) redrawn(last);
    if (at.has(item.key)) { reveal(item); redrawn(item); }
    draw();
    if (focus) settle(inList);
    ask();
  };
  const settle = inList => {
    const row = inList && current && rowAt(current);
    if (row) row.focus();
    else if (document.activeElement === document.body || !document.activeElement.checkVisibility?.() || inList) $("item").focus({preventScroll: true});
  };
  const move = (by, from = current) => {
    const place = from && at.has(from.key) ? at.get(from.key) + by : 0;
    const item = order[place];
    if (!item) { say(by > 0 ? "This was the last one." : "This was the first one."); return; }
    go(item);
    say(told(item));
    keep();
  };
  const told = item => item.text + ", line " + item.line + ": " + change(item) + (isOpen(item) ? "" : ", " + statusOf(item));
  const onward = () => {
    const here = current && at.has(current.key) ? at.get(current.key) : -1;
    const next = order.find((item, place) => place > here && isOpen(item)) ?? order.find(isOpen);
    if (next) go(next); else draw();
    return next;
  };
  const draw = () => {
    const item = current, reading = readingOf(item);
    $("where").textContent = item.text + ", line " + item.line + ", column " + item.column + (item.page ? ", page " + item.page : "") + " · " + titleOf(item);
    $("sentence").lang = data.languages[item.text] || "";
    $("sentence").replaceChildren(...sentence(item, reading));
    $("readings").replaceChildren(...choices(item).map(choiceOf));
    $("facts").replaceChildren(...facts(item).filter(([, words]) => words).flatMap(([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
    const left = alike(item).length;
    act("series").disabled = left < 2;
    act("undo").disabled = !state.steps.length;
    act("clear").disabled = isOpen(item);
    picture(item);
  };
  /* Up to three readings with their probabilities; of a rule that weighs none, the one it proposes. */
  const choices = item => item.readings?.length ? item.readings : item.mark ? [[null, 0]] : [[proposed(item), 0]];
  const choiceOf = ([reading, share], place) => {
    const chosen = STANDS.includes(statusOf(current)) && readingOf(current) === reading;
    const button = make("button", {type: "button", "aria-pressed": String(chosen)}, pictured(reading === null ? current.says : brief(reading) || "taken out"));
    if (share) button.append(make("span", {class: "share"}, percent(share)));
    button.append(make("kbd", {"aria-hidden": "true"}, String(place + 1)));
    button.addEventListener("click", () => choose(place));
    return button;
  };
  const facts = item => [
    ["Printed", brief(item.printed)],
    ["Reason", pictured(item.reason)],
    ["Misread", item.wrong ? "with a probability of " + percent(item.wrong) : ""],
    ["Certainty", [item.cert, item.evidence && item.evidence + " evidence"].filter(Boolean).join(", ")],
    ["Tier", item.tier === "decision" ? "the file of decisions" : item.tier + (item.applied ? ": corrected so unless it is rejected" : ": stays as printed unless it is accepted")],
    ["Alike", likeness(item)],
    ["Decided", decision(item)],
  ];
  const likeness = item => {
    const left = alike(item).length, same = items.filter(one => one.printed === item.printed && one.corrected === item.corrected).length;
    return counted(item.alike ?? 1, "correction") + " in this series, " + left + " undecided" + (same > 1 ? "; this very change " + same + " times" : "");
  };
  const decision = item => {
    const own = state.decided[item.key], status = statusOf(item);
    if (UNDECIDED.includes(status)) return "not yet";
    return status + (STANDS.includes(status) ? ": " + brief(shown(item)) : "") + (own ? " (here" + (own.date ? ", " + own.date : "") + ")" : " (in the file" + (item.by ? ", by " + item.by : "") + ")");
  };
  const picture = item => {
    if (!$("image")) return;
    $("image").hidden = !item.facsimile;
    if (item.facsimile && $("image").dataset.of !== item.facsimile) {
      $("image").dataset.of = item.facsimile;
      $("image").replaceChildren(make("img", {src: item.facsimile, alt: "The page" + (item.page ? " " + item.page : "")}));
    }
  };

  /* Deciding. */
  const settled = (item, status, reading) => {
    if (STANDS.includes(status) && reading === item.printed) return {status: "rejected", date: today()};
    if (reading === proposed(item) || reading === undefined) return {status: status === "edited" ? "accepted" : status, date: today()};
    return {status, reading, date: today()};
  };
  const decide = (targets, decision_) => {
    const step = new Map();
    const take = (item, decided) => {
      if (!step.has(item.key)) step.set(item.key, state.decided[item.key] ?? before(item));
      put(item.key, decided);
    };
    let given = 0;
    for (const item of targets) {
      take(item, decision_(item));
      if (stands(item)) for (const other of rivals(item)) { take(other, nothing(other)); given++; }
    }
    state.steps.push([...step]);
    changed([...step.keys()].map(key => known.get(key)));
    return given ? " " + counted(given, "correction") + " of the same characters cannot stand beside it and " + (given === 1 ? "is" : "are") + " undecided again." : "";
  };
  const stands = item => STANDS.includes(statusOf(item));
  const rivals = item => (item.over ?? []).map(key => known.get(key)).filter(other => other && stands(other));
  const nothing = item => item.status && !UNDECIDED.includes(item.status) ? {status: "proposed", date: today()} : null;
  /* With a server, a step back is a decision, too: what is in the file stays there. */
  const before = item => data.live ? {status: item.status || "proposed", reading: item.decided} : null;
  const put = (key, decided) => { if (decided) state.decided[key] = decided; else delete state.decided[key]; };
  const changed = targets => {
    keep();
    if (targets.length < PAGE) targets.forEach(redrawn);
    else groups.filter(group => group.open).forEach(group => toggle(group, true));
    count();
    tell(targets);
  };
  const one = (status, reading) => {
    if (!current) return;
    const item = current;
    const given = decide([item], () => settled(item, status, reading));
    const what = statusOf(item) + ": " + (STANDS.includes(statusOf(item)) ? change(item) : brief(item.printed));
    const next = onward();
    say(what + "." + given + " " + $("count").textContent + ". " + (next ? "Next: " + told(next) : "All that is listed is decided."));
  };
  const choose = place => {
    const choice = choices(current)[place];
    if (choice) one("accepted", choice[0] === null ? undefined : choice[0]);
    else say("There is no reading " + (place + 1) + ".");
  };
  const clear = () => {
    if (!current || isOpen(current)) return;
    decide([current], nothing);
    draw();
    say("Undecided again: " + brief(current.printed));
  };
  const undo = () => {
    const step = state.steps.pop();
    if (!step) { say("There is nothing to undo."); return; }
    const targets = step.map(([key]) => known.get(key)).filter(Boolean);
    for (const [key, before] of step) put(key, before);
    changed(targets);
    if (targets.length) go(targets[0]);
    keep();
    say("Undone: " + (targets.length === 1 ? brief(targets[0].printed) : counted(targets.length, "decision")) + ". " + $("count").textContent + ".");
  };

  /* Writing a reading. */
  let emptied = false;
  const openEdit = () => {
    if (!current) return;
    const reading = readingOf(current);
    $("reading").value = reading === null ? current.printed : reading;
    $("editing").hidden = false;
    emptied = false;
    $("reading").focus();
    $("reading").select();
  };
  const closeEdit = () => {
    if ($("editing").hidden) return;
    const held = $("editing").contains(document.activeElement);
    $("editing").hidden = true;
    if (held) $("item").focus({preventScroll: true});
  };
  const takeEdit = () => {
    const reading = $("reading").value;
    if (!reading && !emptied) { emptied = true; say("Nothing is left of the reading. Enter once more takes it out of the text."); return; }
    closeEdit();
    one("edited", reading);
  };

  /* A whole series: asked first, every hit shown. */
  const alike = item => items.filter(one => groupOf(one) === groupOf(item) && isOpen(one));
  let hits = [];
  const openSeries = () => {
    if (!current) return;
    hits = alike(current).sort(byPlace);
    if (!hits.length) { say("Of this series, all is decided."); return; }
    $("hits-title").textContent = "Accept this series? " + titleOf(current);
    $("hits-list").replaceChildren(...hits.map((item, place) => make("li", {}, make("label", {},
      make("input", {type: "checkbox", checked: "", "data-hit": place}),
      make("span", {}, ...sentence(item, proposed(item)), make("span", {class: "share"}, item.text + ", line " + item.line))))));
    chosenHits();
    $("hits").showModal();
    $("hits-yes").focus();
  };
  const chosenHits = () => {
    const chosen = [...$("hits-list").querySelectorAll("input:checked")].map(box => hits[box.dataset.hit]);
    $("hits-yes").textContent = "Accept " + counted(chosen.length, "correction");
    $("hits-yes").disabled = !chosen.length;
    return chosen;
  };
  const takeSeries = () => {
    const chosen = chosenHits();
    $("hits").close();
    const given = decide(chosen, item => settled(item, "accepted", undefined));
    const next = onward();
    say(counted(chosen.length, "correction") + " accepted." + given + " " + $("count").textContent + ". " + (next ? "Next: " + told(next) : "All that is listed is decided."));
  };

  /* The decisions as a file: the same tables as edition/review/items.py makes. */
  const quoted = text => '"' + text.replace(/[\\"\u0000-\u001f\u007f]/g, sign => SIGNS[sign] ?? "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0")) + '"';
  const SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"};
  const table = (item, own) => {
    const stands = STANDS.includes(own.status), around = reading => (item.left || "") + reading + (item.right || "");
    const reading = stands && own.reading !== undefined ? own.reading : proposed(item);
    const said = reading === null ? {at: item.at, mark: item.mark, reason: item.why}
      : around(reading) ? {corrected: around(reading)} : {mark: "surplus"};
    return {text: item.text, line: item.line, printed: around(item.printed), before: item.before, after: item.after, ...said,
      kind: item.kind, evidence: item.evidence, cert: stands && item.cert, by: data.by, status: own.status, date: own.date, why: item.reason};
  };
  const written = made => "[[correction]]\n" + Object.entries(made).filter(([, value]) => value).map(([key, value]) =>
    key + " = " + (key === "line" || key === "date" ? value : quoted(value))).join("\n") + "\n";
  const file = () => "# Decisions made on the review desk. To take them over: edition apply FILE --into FOLDER\n\n"
    + items.filter(item => state.decided[item.key]).sort(byPlace).map(item => written(table(item, state.decided[item.key]))).join("\n");
  const save = () => {
    const texts = [...new Set(items.map(item => item.text))], number = Object.keys(state.decided).length;
    if (!number) { say("Nothing is decided yet."); return; }
    const name = (texts.length === 1 ? texts[0] + "." : "") + "decisions.toml";
    const link = make("a", {href: URL.createObjectURL(new Blob([file()], {type: "application/toml"})), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(counted(number, "decision") + " saved as " + name + ".");
  };

  /* With a server, each decision is written at once and the passage is shown as it is built then. */
  let sending = Promise.resolve(), asked = 0;
  const post = async (what, body) => {
    const answer = await fetch(what, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error || answer.statusText);
    return told;
  };
  const tell = targets => {
    if (!data.live) return;
    const decisions = targets.map(item => ({key: item.key, ...(state.decided[item.key] ?? before(item)), sent: undefined}));
    sending = sending.then(() => post("decide", {decisions})).then(() => { markSent(decisions); warn(""); ask(); },
      error => warn("Not written: " + error.message + " It is kept in this browser; undo it, decide it anew, or save the decisions."));
  };
  /* What has been written is no more the browser's to keep: after a reload, the files count. */
  const markSent = decisions => {
    for (const {key, ...what} of decisions) {
      const own = state.decided[key];
      if (own && own.status === what.status && own.reading === what.reading) own.sent = true;
    }
    keep();
  };
  const resend = () => {
    if (!data.live) return;
    for (const [key, own] of Object.entries(state.decided)) if (own.sent || !known.has(key)) delete state.decided[key];
    const left = Object.keys(state.decided).map(key => known.get(key));
    if (left.length) tell(left);
  };
  const ask = () => {
    if (!data.live || !current) return;
    const mine = ++asked, key = current.key;
    $("side").setAttribute("aria-busy", "true");
    sending.then(() => mine === asked && post("passage", {key})).then(told => { if (told && mine === asked) passage(told); },
      error => { if (mine === asked) $("findings").replaceChildren(make("li", {}, error.message)); });
  };
  const passage = told => {
    $("side").removeAttribute("aria-busy");
    $("passage").replaceChildren(...told.reading.map(([how, text]) => how === "text" ? pictured(text) : make(how, {}, pictured(text))));
    $("tei").textContent = told.tei;
    $("findings").replaceChildren(...told.findings.map(text => make("li", {}, text)));
  };

  /* Keys, buttons, fields. */
  const acts = {accept: () => one("accepted"), reject: () => one("rejected"), unsure: () => one("unsure"), edit: openEdit, series: openSeries,
    clear, undo, next: () => move(1), previous: () => move(-1)};
  const act = name => document.querySelector('[data-act="' + name + '"]');
  const help = () => { $("help").showModal(); $("help-close").focus(); };
  const keys = {j: acts.next, k: acts.previous, a: acts.accept, r: acts.reject, e: openEdit, u: acts.unsure, A: openSeries, x: clear, z: undo,
    s: save, "/": () => { listed(true); $("words").focus(); $("words").select(); }, "?": help, 1: () => choose(0), 2: () => choose(1), 3: () => choose(2)};
  const listed = open => {
    document.body.classList.toggle("listed", open);
    $("open").setAttribute("aria-expanded", open);
  };
  const pressed = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, select, textarea")) { field(event); return; }
    const row = event.target.closest(".row"), arrow = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (row && arrow) { event.preventDefault(); move(arrow, known.get(row.dataset.key)); return; }
    const what = keys[event.key];
    if (!what || !Object.hasOwn(keys, event.key) || !state.keys || (!current && !"/?".includes(event.key))) return;
    event.preventDefault();
    what();
  };
  const field = event => {
    if (event.target.id === "reading" && event.key === "Enter") { event.preventDefault(); takeEdit(); }
    else if (event.target.id === "reading" && event.key === "Escape") { closeEdit(); say("Left as it was."); }
    else if (event.target.id === "words" && ["Escape", "Enter"].includes(event.key)) { event.preventDefault(); $("item").focus(); }
  };
  const refilter = () => {
    list();
    if (current && at.has(current.key)) go(current, false);
    else if (order.length) go(order.find(isOpen) ?? order[0], false);
    say(counted(order.length, "correction") + " listed.");
  };
  const start = () => {
    document.body.classList.add("runs");
    document.body.classList.toggle("beside", Boolean($("side")));
    $("keys").checked = state.keys;
    resend();
    list();
    if (!items.length) { $("where").textContent = "There is nothing to review."; document.querySelectorAll("[data-act]").forEach(button => { button.disabled = true; }); return; }
    if (!order.length) { $("status").value = ""; list(); }
    const last = known.get(state.at);
    go(last && at.has(last.key) ? last : order.find(isOpen) ?? order[0], false);
  };

  document.addEventListener("keydown", pressed);
  document.querySelectorAll("[data-act]").forEach(button => button.addEventListener("click", acts[button.dataset.act]));
  $("groups").addEventListener("click", event => {
    const row = event.target.closest(".row");
    if (!row) return;
    go(known.get(row.dataset.key), false);
    if (document.body.classList.contains("listed")) { listed(false); $("item").focus(); } else rowAt(current)?.focus();
    keep();
  });
  $("open").addEventListener("click", () => listed(!document.body.classList.contains("listed")));
  $("save").addEventListener("click", save);
  $("ask").addEventListener("click", help);
  $("help-close").addEventListener("click", () => $("help").close());
  $("keys").addEventListener("change", () => { state.keys = $("keys").checked; keep(); });
  $("hits-no").addEventListener("click", () => $("hits").close());
  $("hits-yes").addEventListener("click", takeSeries);
  $("hits-list").addEventListener("change", chosenHits);
  $("take").addEventListener("click", takeEdit);
  $("leave").addEventListener("click", closeEdit);
  $("words").addEventListener("input", refilter);
  FIELDS.forEach(name => $(name).addEventListener("change", refilter));
  addEventListener("storage", event => { if (event.key === PLACE) { state = kept(); list(); if (current) go(current, false); } });
  start();
})();
