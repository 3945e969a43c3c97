// The filter of the events: a row stays when it holds every word that was typed, whatever the
// accents. The page is complete without it.
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...document.querySelectorAll("table.events tbody tr")].map((row) => [row, plain(row.textContent)]);
  const box = form.querySelector("input");
  const count = form.querySelector("output");
  const sift = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = words.length ? count.dataset.words.replace("#", shown) : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", sift);
  // A link to an event that the filter hides shows it again.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.hidden) {
      box.value = "";
      sift();
      target.scrollIntoView();
    }
    target?.closest("details")?.setAttribute("open", "");
  });
})();
