/* The colours that the reader chose last are chosen again. */
(() => {
  try {
    document.getElementsByName("colours").forEach(one => {
      one.checked = one.value === localStorage.colours || one.checked;
      one.onchange = () => {
        localStorage.colours = one.value;
      };
    });
  } catch {}
})();
