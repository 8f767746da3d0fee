/* On a server, the index of Pagefind is asked piece by piece, where else the data of all texts would be loaded. */
(() => {
  if (!location.protocol.startsWith("http")) return;
  const several = 5, few = 20, around = 14;
  let engine;
  const start = async () => {
    engine ||= (async () => {
      const made = await import("./pagefind/pagefind.js");
      const own = document.documentElement.lang.toLowerCase();
      const told = await (await fetch("pagefind/pagefind-entry.json")).json();
      for (const language of Object.keys(told.languages))
        if (language !== own) await made.mergeIndex(new URL("pagefind/", location).href, { language });
      return made;
    })();
    return engine;
  };

  /* The passages of a page: each find at the last address before it. Words of scripts without blanks come parted by a
     sign of no width. */
  const passages = ({ anchors, locations, raw_content: content, raw_url: url }, element) => {
    const unparted = content.includes("\u200b"), blank = unparted ? "" : " ";
    const words = content.split(unparted ? "\u200b" : /\s+/), found = new Map();
    for (const at of locations) {
      const id = anchors.filter(({ location }) => location <= at).sort((a, b) => b.location - a.location)[0]?.id || "";
      found.set(id, [...found.get(id) || [], at]);
    }
    return [...found].map(([id, places]) => () => {
      const from = Math.max(0, places[0] - around), parts = [from ? "…" : ""];
      for (let k = from; k < Math.min(words.length, places[0] + 2 * around); k++)
        parts.push(places.includes(k) ? element("mark", words[k]) : words[k], blank);
      return element("li", [element("a", parts, { href: [url.slice(1), id].filter(Boolean).join("#") })]);
    });
  };

  const section = (data, element, more) => {
    const hits = passages(data, element);
    const list = element("ol", hits.slice(0, several).map(one => one()));
    return element("section", [element("h2", element("a", data.meta.title, { href: data.raw_url.slice(1) })), list,
      hits.length > several ? more(["All", hits.length, "passages"].join(" "),
        () => list.append(...hits.slice(several).map(one => one()))) : ""]);
  };

  window.editionSearch = async (query, { element, more, said, found, counted }) => {
    const { results } = await (await start()).search(query.replace(/[“”„«»]/g, '"'));
    const show = async (from) => {
      for (const result of results.slice(from, from + few)) found.append(section(await result.data(), element, more));
      if (results.length > from + few) found.append(more("More texts", () => show(from + few)));
    };
    said.textContent = counted(results.length, "text");
    await show(0);
  };
})();
