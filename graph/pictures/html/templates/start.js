// Buttons and fields meet what they do.
const on = (id, event, act) => $(id)?.addEventListener(event, act);
const every = (selector, event, act) => document.querySelectorAll(selector).forEach((e) => e.addEventListener(event, () => act(e)));
on("theme", "click", () => setTheme(!state.dark));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (e) => setTheme(e.matches));
every("[data-mode]", "click", (b) => setMode(b.dataset.mode));
every("[data-zoom]", "click", (b) => ({ in: () => zoom(1.25), out: () => zoom(0.8), fit })[b.dataset.zoom]());
every("[data-group], #undated", "change", filter);
every("#from, #to", "input", filter);
on("reset", "click", showAll);
on("search", "input", search);
on("search", "keydown", searchKeys);
on("search", "blur", () => setTimeout(() => { if (document.activeElement !== $("search")) leaveSearch(); }, 150));
on("search", "focus", () => { if ($("search").value) search(); });
on("found", "pointerdown", (e) => { const item = e.target.closest("[data-found]"); if (item) { e.preventDefault(); leaveSearch(Number(item.dataset.found)); } });
on("png", "click", savePng);
on("svg", "click", saveSvg);
on("print", "click", () => print());
addEventListener("beforeprint", beforePrint);
document.addEventListener("click", (e) => {
  const button = e.target.closest("button[data-node]");
  if (!button) return;
  const inPanel = $("panel").contains(button);
  select({ node: Number(button.dataset.node) }, inPanel ? opener ?? $("canvas") : button);
  if (inPanel) $("panel-title").focus({ preventScroll: true });
});
document.addEventListener("keydown", (e) => { if (e.key === "Escape" && e.target !== $("search")) close(); });

sift();
$("legend").open = innerWidth >= 720;
setTheme(matchMedia("(prefers-color-scheme: dark)").matches);
startView();
setMode(state.mode);
// For tests, and for people who script the page.
window.trendweave = Object.freeze({ view, state, nodes: NODES, links: LINKS, box, nodeShown, linkShown, letters: () => drawn.slice() });
