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
  if (reading || emptied) {
    closeEdit();
    one("edited", reading);
    return;
  }
  emptied = true;
  say("Nothing is left of the reading. Enter once more takes it out of the text.");
};
