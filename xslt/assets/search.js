/* Finds words and phrases in the passages of all texts. Text and query are compared folded: without case, accents and
   signs, a blank between words and around each character of the scripts that write none. */
(() => {
  const get = id => document.getElementById(id);
  const words = get("words"), within = get("within"), said = get("said"), found = get("found");
  const names = [...within.options].map(option => option.value).filter(Boolean);
  const texts = new Map();
  const several = 5, around = 90;
  const marks = /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u200b-\u200d\u2060]/g;
  const single = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;
  const gaps = /[^\p{L}\p{M}\p{N}]+/gu;

  const blank = text => [" ", text, " "].join("");
  const plain = text => text.normalize("NFKD").replace(marks, "").toLowerCase().replaceAll("ς", "σ")
    .replace(single, blank).replace(gaps, " ");
  const fold = text => blank(plain(text).trim());

  /* The folded text once more, with the place in the text of each of its characters: where it begins, where it ends. */
  const traced = text => {
    let all = " ", place = 0;
    const from = [0], to = [0];
    for (const sign of text) {
      for (const one of plain(sign).split("")) {
        if (one === " " && all.endsWith(" ")) continue;
        all += one;
        from.push(place);
        to.push(place + sign.length);
      }
      place += sign.length;
    }
    return { all: all.endsWith(" ") ? all : all + " ", from, to };
  };

  /* A passage as printed: with the words of the source where the edition departs from them. */
  const printed = ([, , text, ...changes]) => {
    for (let k = changes.length - 3; k >= 0; k -= 3)
      text = text.slice(0, changes[k]) + changes[k + 2] + text.slice(changes[k + 1]);
    return text;
  };

  /* Each text's own script calls this. */
  window.editionText = text => {
    let place = "";
    text.passages = text.blocks.map(block => {
      place = block[1] || place;
      const source = block[3] === undefined ? "" : printed(block);
      return { id: block[0], place, text: block[2], folded: fold(block[2]), source, printed: source && fold(source) };
    });
    texts.set(encodeURIComponent(text.name), text);
    later();
  };

  /* A phrase in quotation marks stands as it is; any other word may go on. */
  const terms = query => [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]?|([^\s"“”„«»]+)/g)]
    .map(([, phrase, word]) => phrase ? fold(phrase) : fold(word).trimEnd()).filter(term => term.trim());

  const element = (name, content, set) => {
    const made = Object.assign(document.createElement(name), set);
    made.append(...[content].flat());
    return made;
  };

  /* The passage around its first find, and every find in it marked. */
  const excerpt = (text, asked) => {
    const { all, from, to } = traced(text), finds = [];
    for (const term of asked)
      for (let k = all.indexOf(term); k >= 0; k = all.indexOf(term, k + 1))
        finds.push([from[k + 1], to[k + term.trimEnd().length - 1]]);
    finds.sort((a, b) => a[0] - b[0]);
    const first = finds[0][0];
    let at = first < around ? 0 : Math.min(first, text.indexOf(" ", first - around) + 1 || first - around);
    let end = Math.min(text.length, finds[0][1] + 2 * around);
    if (end < text.length) end = Math.max(finds[0][1], text.lastIndexOf(" ", end)) || end;
    const parts = [at ? "…" : ""];
    for (const find of finds.filter(([a, b]) => a >= at && b <= end)) {
      if (find[0] < at) continue;
      parts.push(text.slice(at, find[0]), element("mark", text.slice(...find)));
      at = find[1];
    }
    return [...parts, text.slice(at, end), end < text.length ? "…" : ""];
  };

  const address = (text, page, id) => [encodeURIComponent(text.name), "/", page, id ? "#" : "", encodeURIComponent(id)].join("");

  const line = (text, page, passage, shown, asked) => element("li", [
    element("a", passage.place, { href: address(text, page, passage.id) }), " ",
    element("span", excerpt(shown, asked), { lang: text.language }), " ",
    element("i", page === "index.html" ? "" : "as printed")]);

  /* How a passage is shown that has all that is asked for: in the edition's reading, or else in that of the source. */
  const hit = (text, passage, asked) => {
    const has = folded => asked.every(term => folded.includes(term));
    return has(passage.folded) ? () => line(text, "index.html", passage, passage.text, asked)
      : has(passage.printed) ? () => line(text, "diplomatic.html", passage, passage.source, asked) : null;
  };

  /* A button that gives way to what it promises. */
  const more = (label, act) => {
    const button = element("button", label, { type: "button" });
    button.addEventListener("click", () => {
      button.remove();
      act();
    });
    return button;
  };

  const section = (text, hits) => {
    const list = element("ol", hits.slice(0, several).map(one => one()));
    const rest = () => {
      list.append(...hits.slice(several).map(one => one()));
      list.children[several].querySelector("a").focus();
    };
    return element("section", [
      element("h2", element("a", text.title, { href: address(text, "index.html", ""), lang: text.language })),
      element("p", text.authors.map(([name]) => name).join(", ")), list,
      hits.length > several ? more(["All", hits.length, "passages"].join(" "), rest) : ""]);
  };

  const people = (text, asked) => text.persons
    .filter(({ name, also }) => [name].concat(also || []).some(form => asked.every(term => fold(form).includes(term))))
    .map(person => element("li", [element("a", person.name,
      { href: ["persons.html#", encodeURIComponent(text.name.replace(/\s/g, "_")), ".", encodeURIComponent(person.id)].join("") }),
      " ", element("i", text.title)]));

  const counted = (count, what) => [count, count === 1 ? what : what + "s"].join(" ");

  const show = () => {
    const query = words.value.trim(), asked = terms(query);
    const wanted = names.filter(name => !within.value || name === within.value);
    history.replaceState(null, "", query ? "#q=" + encodeURIComponent(query) : "#");
    found.replaceChildren();
    said.textContent = "";
    if (!asked.length) return;
    if (window.editionSearch && !within.value) {
      editionSearch(query, { element, more, said, found, counted });
      return;
    }
    wanted.forEach(load);
    const read = wanted.filter(name => texts.has(name)).map(name => texts.get(name));
    const persons = read.flatMap(text => people(text, asked));
    if (persons.length) found.append(element("section", [element("h2", "Names"), element("ol", persons)]));
    const hits = read.map(text => [text, text.passages.map(passage => hit(text, passage, asked)).filter(Boolean)])
      .filter(([, hits]) => hits.length).sort((a, b) => b[1].length - a[1].length);
    found.append(...hits.map(one => section(...one)));
    const total = hits.reduce((sum, [, hits]) => sum + hits.length, 0);
    said.textContent = [counted(total, "passage"), "in", counted(hits.length, "text"),
      read.length < wanted.length ? ["– read so far:", read.length, "of", wanted.length].join(" ") : ""].join(" ");
  };

  /* The data of a text is loaded when it is first asked for. */
  const asked = new Set();
  const load = name => {
    if (!asked.has(name)) document.head.append(element("script", "", { src: name + "/search.js" }));
    asked.add(name);
  };

  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  };
  words.addEventListener("input", later);
  within.addEventListener("change", later);
  get("search").addEventListener("submit", event => {
    event.preventDefault();
    show();
  });
  const told = new URLSearchParams(location.search || location.hash.slice(1)).get("q");
  if (told) {
    words.value = told;
    show();
  }
})();
