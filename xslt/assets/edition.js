/* Comforts only: without this script every text, note and link is there all the same. */
(() => {
  const all = query => [...document.querySelectorAll(query)];

  /* On wide screens each note stands in the margin beside its call; one that would cover another moves down. */
  document.documentElement.className = "margin";
  new ResizeObserver(() => {
    let free = 0;
    all(".notes > li").forEach(note => {
      const call = document.getElementById("ref-" + note.id);
      if (!call) return;
      free = Math.max(free, call.getBoundingClientRect().top + scrollY);
      note.style.top = free + "px";
      free += note.offsetHeight + 12;
    });
    /* What follows the notes begins below the last of them. */
    all(".notes").forEach(list => list.style.setProperty("--free", free - list.offsetTop + "px"));
  }).observe(document.body);

  /* The other form of the text opens at the paragraph that is being read. */
  all('.forms a[href$=".html"]').forEach(link => link.addEventListener("click", () => {
    const here = all(".text [id][data-text]").find(mark => mark.getBoundingClientRect().bottom > 80);
    link.hash = scrollY > 200 && here ? here.id : "";
  }));
})();
