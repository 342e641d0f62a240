// Filters, years and search.
function filter() {
  for (const set of Object.values(state.hidden)) set.clear();
  document.querySelectorAll("[data-group]").forEach((box) => { if (!box.checked) state.hidden[box.dataset.group].add(box.value); });
  readYears();
  sift();
  $("reset").hidden = !document.querySelector("[data-group]:not(:checked)") && !state.years;
  announce(words().shown(NODES.filter(nodeShown).length, NODES.length));
  if (state.selected?.node !== undefined && !nodeShown(NODES[state.selected.node])) close();
  view.redraw();
}
// Two sliders on one track: neither passes the other, and what has no year keeps a switch of its own.
function readYears() {
  if (!$("years")) return;
  const from = $("from"), to = $("to"), undated = $("undated")?.checked ?? true;
  const [a, b] = [from, to].map((s) => Number(s.value)), all = a === Number(from.min) && b === Number(to.max) && undated;
  state.years = all ? null : { from: Math.min(a, b), to: Math.max(a, b), undated };
  $("span").textContent = a === b ? String(a) : `${Math.min(a, b)} – ${Math.max(a, b)}`;
}
function showAll() {
  document.querySelectorAll("[data-group], #undated").forEach((box) => { box.checked = true; });
  if ($("years")) { $("from").value = $("from").min; $("to").value = $("to").max; }
  filter();
}

const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\-_·.]+/g, "");
let spellings = null;
function search() {
  const wanted = fold($("search").value), list = $("found");
  spellings ??= NODES.map((n) => [n.name, n.zh || "", ...n.aliases].map(fold));
  const rank = (n) => Math.min(...spellings[n.id].map((s) => (s === wanted ? 0 : s.startsWith(wanted) ? 1 : s.includes(wanted) ? 2 : 9)));
  const ranked = wanted ? NODES.map((n) => [rank(n), n]).filter(([r]) => r < 9).sort(([r, a], [q, b]) => r - q || b.spine - a.spine || a.id - b.id) : [];
  const found = ranked.map(([, n]) => n);
  state.matches = wanted ? new Set(found.map((n) => n.id)) : null;
  list.replaceChildren(...found.slice(0, 8).map((n, i) => {
    const item = el("li", { role: "option", id: `found-${i}`, "aria-selected": "false" }, markSvg(n.kind), nameOf(n));
    item.dataset.found = n.id;
    return item;
  }));
  if (wanted && !found.length) list.append(el("li", { class: "none", role: "option", "aria-disabled": "true" }, words().found(0)));
  list.hidden = !wanted;
  $("search").setAttribute("aria-expanded", String(!list.hidden));
  $("search").removeAttribute("aria-activedescendant");
  if (wanted) announce(words().found(found.length));
  view.redraw();
}
function leaveSearch(id) {
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  state.matches = null;
  if (id !== undefined) {
    $("search").value = "";
    // What a filter hides would be opened without being seen.
    if (!nodeShown(NODES[id])) showAll();
    select({ node: id }, $("search"));
  }
  view.redraw();
}
function searchKeys(e) {
  const items = [...$("found").querySelectorAll("[data-found]")], on = items.findIndex((i) => i.getAttribute("aria-selected") === "true");
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    const next = items[(on + (e.key === "ArrowDown" ? 1 : items.length - (on < 0 ? 0 : 1))) % items.length];
    items.forEach((i) => i.setAttribute("aria-selected", String(i === next)));
    if (next) { $("search").setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
  } else if (e.key === "Enter") { if (items.length) leaveSearch(Number(items[Math.max(on, 0)].dataset.found)); }
  else if (e.key === "Escape") { $("search").value = ""; leaveSearch(); }
  else return;
  e.preventDefault();
}
