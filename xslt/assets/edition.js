/* Comforts only: without this script every text, note and link is there all the same. */
(() => {
  const all = query => document.querySelectorAll(query);
  const wide = matchMedia("screen and (min-width: 80rem)");

  /* On wide screens each note stands in the margin beside its call; one that would cover another moves down. */
  const place = () => {
    const notes = all(".notes > li"), on = wide.matches && notes.length > 0;
    let free = 0;
    document.documentElement.classList.toggle("margin", on);
    notes.forEach(note => {
      note.style.top = "";
      const call = document.getElementById("ref-" + note.id);
      if (!on || !call) return;
      const top = Math.max(free, call.getBoundingClientRect().top + scrollY - 4);
      note.style.top = top + "px";
      free = top + note.offsetHeight + 12;
    });
  };

  /* The other form of the text opens at the paragraph that is being read. */
  const here = () => {
    const mark = [...all(".text [id][data-text]")].find(mark => mark.getBoundingClientRect().bottom > 80);
    return mark && scrollY > 200 ? "#" + mark.id : "";
  };
  all('.forms a[href$=".html"]').forEach(link => {
    const file = link.getAttribute("href");
    link.addEventListener("click", () => link.setAttribute("href", file + here()));
  });

  addEventListener("resize", place);
  addEventListener("load", place);
  place();
})();
