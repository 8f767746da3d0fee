/* A whole series: asked first, every hit shown. */
const alike = item => items.filter(one => groupOf(one) === groupOf(item) && isOpen(one));
let hits = [];
const openSeries = () => {
  if (!current) return;
  hits = alike(current).sort(byPlace);
  if (!hits.length) { say("Of this series, all is decided."); return; }
  $("hits-title").textContent = "Accept this series? " + titleOf(current);
  $("hits-list").replaceChildren(...hits.map(hitOf));
  chosenHits();
  $("hits").showModal();
  $("hits-yes").focus();
};
const hitOf = (item, place) => make("li", {}, make("label", {},
  make("input", {type: "checkbox", checked: "", "data-hit": place}),
  make("span", {}, ...sentence(item, proposed(item)), make("span", {class: "share"}, placeOf(item)))));
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
  say(counted(chosen.length, "correction") + " accepted." + given + " " + after(next));
};
