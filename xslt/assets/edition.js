/* Comforts only: without this script every text, note and link is there all the same. */
const all = query => [...document.querySelectorAll(query)];

/* On wide screens each note stands in the margin beside its call; one that would cover another moves down. */
document.documentElement.className = "margin";
new ResizeObserver(() => {
  let free = 0;
  for (const note of all(".notes > li")) {
    const call = document.getElementById("ref-" + note.id);
    free = Math.max(free, call?.getBoundingClientRect().top + scrollY || 0);
    note.style.top = free + "px";
    free += note.offsetHeight + 12;
  }
  /* What follows the notes begins below the last of them. */
  const [list] = all(".notes");
  list?.style.setProperty("--free", free - list.offsetTop + "px");
}).observe(document.body);

/* The other form of the text opens at the paragraph that is being read. */
for (const link of all('.forms a[href$=".html"]')) link.onclick = () => {
  const here = all(".text [id][data-text]").find(block => block.getBoundingClientRect().bottom > 80);
  link.hash = scrollY > 200 && here ? here.id : "";
};

/* A passage that is selected, or a paragraph whose address was followed, can be cited: a button copies the words for it. */
const button = document.createElement("button");
button.ariaLive = "polite";
onload = onhashchange = document.onselectionchange = () => {
  const quote = `${getSelection()}`;
  const from = quote ? getSelection().getRangeAt(0).startContainer : all(":target > .pn")[0]?.nextSibling;
  const block = (from?.closest ? from : from?.parentNode)?.closest("[data-text]");
  if (!block) return button.remove();
  const page = all(".pb[data-n]").findLast(mark => !(mark.compareDocumentPosition(from) & 2));
  const number = all(".pn").indexOf(block.firstChild) + 1;
  const words = (quote && `“${quote}” `) + document.querySelector(".citation").textContent + (page ? " " + page.title + "," : "")
    + (number ? " ¶ " + number + "," : "") + " " + location.href.replace(/^file.*|#.*/, "") + "#" + block.closest("[id]").id;
  button.textContent = "Cite this passage";
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied: " + words;
    } catch {
      prompt("Copy", words);
    }
  };
  block.append(button);
};
