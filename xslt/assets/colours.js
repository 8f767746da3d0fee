/* The colours that the reader chose last are chosen again. */
try {
  for (const one of all("[name=colours]")) one.onchange = () => {
    localStorage.colours = one.value;
  };
  all("[value=" + localStorage.colours + "]")[0].checked = true;
} catch {}
