/* Comforts only: without this script every text, note and link is there all the same. */
(function () {
  "use strict";
  var wide = matchMedia("screen and (min-width: 80rem)");
  var notes = [].slice.call(document.querySelectorAll(".notes > li"));

  /* On wide screens each note stands in the margin beside its call; one that would cover another moves down. */
  function place() {
    var free = 0, on = wide.matches && !!notes.length;
    document.documentElement.classList.toggle("margin", on);
    notes.forEach(function (note) {
      note.style.top = "";
      var call = document.getElementById("ref-" + note.id);
      if (!on || !call) return;
      var top = Math.max(free, call.getBoundingClientRect().top + scrollY - 4);
      note.style.top = top + "px";
      free = top + note.offsetHeight + 12;
    });
  }

  /* The other form of the text opens at the paragraph that is being read. */
  function here() {
    var marks = document.querySelectorAll(".text [id][data-text]");
    for (var i = 0; i < marks.length; i++)
      if (marks[i].getBoundingClientRect().bottom > 80) return scrollY > 200 ? "#" + marks[i].id : "";
    return "";
  }
  document.querySelectorAll('.forms a[href$=".html"]').forEach(function (link) {
    var file = link.getAttribute("href");
    link.addEventListener("click", function () { link.setAttribute("href", file + here()); });
  });

  wide.addEventListener("change", place);
  addEventListener("resize", place);
  addEventListener("load", place);
  place();
})();
