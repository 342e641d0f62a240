// What the page does: names, filters, search, the panel, the keyboard. Text enters by textContent only.
const WORDS = {
  zh: { found: (n) => (n ? `找到 ${n} 项` : "没有找到"), shown: (n, all) => `显示 ${all} 项中的 ${n} 项`, links: (n) => `${n} 条关系`, close: "关闭", source: "来源", none: "没有附带论断。", says: "来源怎么说", touches: "关系", about: "关于它", search: "中英文搜索", light: "浅色", dark: "深色", spine: "在主线上", stated: "明确陈述", implied: "可以推知" },
  en: { found: (n) => (n ? `${n} found` : "Nothing found"), shown: (n, all) => `${n} of ${all} things shown`, links: (n) => `${n} ${n === 1 ? "relationship" : "relationships"}`, close: "Close", source: "source", none: "No claim of its own.", says: "What the sources say", touches: "Relationships", about: "About it", search: "Search", light: "Light", dark: "Dark", spine: "on the way", stated: "stated", implied: "implied" },
};
const ui = () => root.dataset.ui;
const words = () => WORDS[ui()];
const announce = (text) => { $("live").textContent = text; };
const still = matchMedia("(prefers-reduced-motion: reduce)");

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key === "class") node.className = value;
    else if (key in node && key !== "list") node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}
function svg(size, path, attributes) {
  const ns = "http://www.w3.org/2000/svg", image = document.createElementNS(ns, "svg"), shape = document.createElementNS(ns, "path");
  image.setAttribute("viewBox", size);
  image.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", path);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  image.append(shape);
  return image;
}
function markSvg(kind) {
  const image = svg("0 0 14 14", markPath(LOOKS.kinds[kind].mark, 7, 7, 6), { "fill-rule": "evenodd", fill: kindColour(kind) });
  image.setAttribute("class", "mark");
  image.dataset.kind = kind;
  return image;
}
function nameOf(n) {
  if (!n.zh || n.zh === n.name) return el("bdi", { class: "name" }, n.name);
  return el("bdi", { class: "name" }, el("span", { class: "zh", lang: "zh-CN" }, n.zh), el("span", { class: "en" }, n.name));
}
const plainName = (n) => (ui() === "zh" ? n.zh || n.name : n.name);
const kindName = (n) => LOOKS.kinds[n.kind][ui()];
const certaintyWord = (c) => words()[c] || c;
function thing(n) {
  const button = el("button", { type: "button", class: "thing" }, markSvg(n.kind), nameOf(n));
  button.dataset.node = n.id;
  return button;
}

// Colours that CSS cannot know: they come with the data.
function paint() {
  const fresh = (image) => {
    const { kind, type } = image.dataset;
    if (kind) image.replaceWith(markSvg(kind));
    else image.replaceChildren(...svg("0 0 22 10", "M1 5H21", { stroke: type ? typeColour(type) : palette.muted, "stroke-width": "2", "stroke-dasharray": image.classList.contains("implied") ? "4 3" : "none" }).children);
  };
  document.querySelectorAll("svg.mark, svg.line").forEach(fresh);
}
function setTheme(dark) {
  state.dark = dark;
  root.dataset.theme = dark ? "dark" : "light";
  $("theme").textContent = dark ? words().light : words().dark;
  readPalette();
  paint();
  view?.redraw();
}
function setMode(mode) {
  state.mode = root.dataset.labels = mode;
  if (mode !== "both") root.dataset.ui = mode;
  root.lang = ui() === "zh" ? "zh-CN" : "en";
  document.querySelectorAll("[data-mode]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.mode === mode)));
  document.querySelectorAll("[data-label-en]").forEach((e) => e.setAttribute("aria-label", e.getAttribute(`data-label-${ui()}`)));
  $("search").placeholder = words().search;
  $("theme").textContent = state.dark ? words().light : words().dark;
  if (!$("panel").hidden) fillPanel();
  view?.redraw();
}

// The view: ours to place, vis-network's to pan and paint.
let view = null, moved = false, shifted = false; // by the reader, by the panel
function arrange() {
  const wide = $("stage").clientWidth, b = OPTIONS.bounds;
  state.arrangement = wide < 720 ? "down" : "across";
  const [, , w, h] = b[state.arrangement], pad = state.arrangement === "down" ? 10 : 22;
  // A long story is not made smaller than can be read: then it starts at its beginning and pans.
  const scale = Math.max(Math.min((wide - 2 * pad) / w, 1.1), state.arrangement === "down" ? 0.3 : 0.7);
  return { scale, height: Math.max(h * scale + 2 * (pad + 4), 240), wide, pad };
}
function fit(animate = true) {
  const { scale, height, wide, pad } = arrange(), b = OPTIONS.bounds[state.arrangement];
  $("canvas").style.height = `${Math.round(height)}px`;
  if (!view) return;
  view.setSize("100%", "100%");
  const over = Math.max(0, (b[2] * scale + 2 * pad - wide) / 2 / scale);
  move({ x: b[0] - over, y: b[1] }, scale, animate);
  moved = shifted = false;
  NODES.forEach((n) => view.body.nodes[n.id] && Object.assign(view.body.nodes[n.id], { x: box(n)[0], y: box(n)[1] }));
  place();
  view.redraw();
}
// The zoom buttons take the first corner that covers no box.
function place() {
  const buttons = $("zoom"), wide = $("canvas").clientWidth, high = $("canvas").clientHeight;
  const b = OPTIONS.bounds[state.arrangement], { scale } = arrange();
  const covered = (right, low) => NODES.some((n) => {
    const [x, y, w, h] = box(n), cx = (x - b[0]) * scale + wide / 2, cy = (y - b[1]) * scale + high / 2;
    const dx = right ? wide - cx : cx, dy = low ? high - cy : cy;
    return dx - (w / 2) * scale < 126 && dy - (h / 2) * scale < 54;
  });
  const corner = [[false, false], [true, false], [false, true], [true, true]].find((c) => !covered(...c)) ?? [true, true];
  buttons.classList.toggle("right", corner[0]);
  buttons.classList.toggle("low", corner[1]);
}
function move(position, scale, animate) {
  view.moveTo({ position, scale, animation: animate && !still.matches ? { duration: 260, easingFunction: "easeInOutQuad" } : false });
}
function zoom(by) {
  moved = true;
  move(view.getViewPosition(), Math.min(3, Math.max(0.2, view.getScale() * by)), true);
}
function start() {
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches);
  $("legend").open = innerWidth >= 720;
  fit(false);
  const nodes = NODES.map((n) => ({ id: n.id, x: box(n)[0], y: box(n)[1], shape: "custom",
    ctxRenderer: ({ ctx }) => ({ drawNode: () => drawNode(ctx, n, lit()), nodeDimensions: { width: box(n)[2], height: box(n)[3] } }) }));
  const edges = LINKS.map((l) => ({ id: l.id, from: l.from, to: l.to, hidden: true }));
  const options = { ...OPTIONS.network, interaction: { ...OPTIONS.network.interaction, dragView: state.arrangement === "across" } };
  view = new vis.Network($("canvas"), { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, options);
  view.on("beforeDrawing", drawLinks);
  view.on("afterDrawing", drawSigns);
  view.on("dragStart", () => { moved = true; });
  view.on("click", (p) => { const at = hit(p.pointer.canvas); at ? select(at) : close(); });
  fit(false);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    fit(false);
    view.setOptions({ interaction: { dragView: state.arrangement === "across" } });
  });
  const canvas = $("canvas");
  canvas.addEventListener("pointermove", (e) => {
    if (e.pointerType !== "mouse") return;
    const r = canvas.getBoundingClientRect(), at = hit(view.DOMtoCanvas({ x: e.clientX - r.left, y: e.clientY - r.top }));
    canvas.style.cursor = at ? "pointer" : "grab";
    if (at?.node === state.hover?.node && at?.link === state.hover?.link) return;
    state.hover = at;
    view.redraw();
  });
  canvas.addEventListener("pointerleave", () => { state.hover = null; view.redraw(); });
  // Only with Ctrl (what a pinch on a trackpad sends too), so that the page still scrolls.
  canvas.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    moved = true;
    move(view.getViewPosition(), Math.min(3, Math.max(0.2, view.getScale() * Math.exp(-e.deltaY / 300))), false);
  }, { passive: false });
  canvas.addEventListener("keydown", keys);
  canvas.addEventListener("focus", () => { if (canvas.matches(":focus-visible") && state.cursor === null) goTo(OPTIONS.first); });
  canvas.addEventListener("blur", () => { state.cursor = null; view.redraw(); });
}

function goTo(id) {
  const n = NODES[id];
  state.cursor = id;
  state.hover = null;
  uncover(n);
  announce(`${plainName(n)}, ${kindName(n)}${n.spine ? `, ${words().spine}` : ""}, ${words().links(LINKS_OF[id].filter(linkShown).length)}`);
  view.redraw();
}
function keys(e) {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[e.key];
  if (step) {
    const from = box(NODES[state.cursor ?? OPTIONS.first]);
    const way = (n) => { const b = box(n), dx = b[0] - from[0], dy = b[1] - from[1], ahead = dx * step[0] + dy * step[1]; return ahead > 1 ? ahead + 2.5 * Math.abs(dx * step[1] + dy * step[0]) : Infinity; };
    const next = NODES.filter((n) => nodeShown(n) && n.id !== state.cursor && way(n) < Infinity).sort((a, b) => way(a) - way(b))[0];
    if (next) goTo(next.id);
  } else if (e.key === "Enter" || e.key === " ") { if (state.cursor !== null) select({ node: state.cursor }, $("canvas")); }
  else if (e.key === "+" || e.key === "=") zoom(1.25);
  else if (e.key === "-") zoom(0.8);
  else if (e.key === "0") fit();
  else return;
  e.preventDefault();
}
// Bring a thing, and where there is room what it is linked to, out from under panel and edges.
function uncover(n) {
  const b = box(n), stage = $("canvas").getBoundingClientRect(), panel = $("panel");
  const dom = (x, y) => view.canvasToDOM({ x, y });
  if (state.arrangement === "down") {
    const y = stage.top + dom(b[0], b[1]).y;
    if (y < 60 || y > innerHeight * (panel.hidden ? 0.9 : 0.32)) scrollBy({ top: y - innerHeight * 0.18, behavior: still.matches ? "auto" : "smooth" });
    return;
  }
  const right = panel.hidden ? stage.width : Math.min(stage.width, panel.getBoundingClientRect().left - stage.left);
  const span = (ids) => {
    const boxes = ids.map((i) => box(NODES[i]));
    return [Math.min(...boxes.map((o) => dom(o[0] - o[2] / 2, 0).x)) - 14, Math.max(...boxes.map((o) => dom(o[0] + o[2] / 2, 0).x)) + 14];
  };
  let [from, to] = span([...lit({ node: n.id }).nodes]);
  if (to - from > right) [from, to] = span([n.id]);
  const dx = to > right ? to - right : from < 0 ? from : 0, y = dom(b[0], b[1]).y;
  const dy = y < 24 ? y - 60 : y > stage.height - 24 ? y - stage.height + 60 : 0;
  if (!dx && !dy) return;
  const centre = view.getViewPosition(), scale = view.getScale();
  shifted = true;
  move({ x: centre.x + dx / scale, y: centre.y + dy / scale }, scale, true);
}

// The panel.
let opener = null;
function select(at, from = null) {
  opener = from;
  state.selected = at;
  state.hover = null;
  fillPanel();
  $("panel").style.setProperty("--panel-top", `${Math.round(Math.max(16, Math.min($("stage").getBoundingClientRect().top, innerHeight * 0.3)))}px`);
  $("panel").hidden = false;
  $("panel").scrollTop = 0;
  if (at.node !== undefined) uncover(NODES[at.node]);
  if (from) $("panel-title").focus({ preventScroll: true });
  view.redraw();
}
function close() {
  if ($("panel").hidden) return;
  $("panel").hidden = true;
  state.selected = null;
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
  if (shifted && !moved) fit();
  view.redraw();
}
function claim(e) {
  const meta = el("p", { class: "meta" });
  if (e.where) meta.append(el("bdi", {}, e.where));
  if (e.source) meta.append(el("bdi", {}, e.source));
  if (e.certainty) meta.append(el("span", { class: "certainty" }, certaintyWord(e.certainty)));
  if (/^https?:\/\//i.test(e.link || "")) meta.append(el("a", { href: e.link, target: "_blank", rel: "noopener noreferrer external" }, words().source));
  return el("li", {}, el("p", { class: "say", dir: "auto" }, e.text || words().none), e.quote ? el("blockquote", { dir: "auto" }, e.quote) : null, meta);
}
const claims = (evidence) => (evidence.length ? el("ul", { class: "claims" }, ...evidence.map(claim)) : el("p", { class: "kind" }, words().none));
function head(kind, title, other) {
  const shut = el("button", { type: "button", class: "close", "aria-label": words().close }, "×");
  shut.addEventListener("click", close);
  return el("div", { class: "panel-head" }, el("div", {}, el("p", { class: "kind" }, ...kind), el("h2", { id: "panel-title", tabIndex: -1 }, ...title), other), shut);
}
function fillPanel() {
  const at = state.selected, body = el("div", { class: "panel-body" });
  let top;
  if (at.node !== undefined) {
    const n = NODES[at.node], zhFirst = ui() === "zh" && n.zh;
    const other = zhFirst ? n.name : n.zh;
    top = head([markSvg(n.kind), kindName(n) + (n.spine ? ` · ${words().spine}` : "")], [el("bdi", {}, zhFirst ? n.zh : n.name)],
      other && other !== (zhFirst ? n.zh : n.name) ? el("p", { class: "other" }, el("bdi", {}, other)) : null);
    if (n.evidence.length) body.append(el("section", {}, claims(n.evidence)));
    const links = LINKS_OF[n.id].slice().sort((a, b) => b.spine - a.spine || b.evidence.length - a.evidence.length || a.id - b.id);
    for (const l of links) {
      const other = NODES[l.from === n.id ? l.to : l.from];
      body.append(el("section", {}, el("h3", {}, phrase(l, n.id, ui()), thing(other)), claims(l.evidence)));
    }
  } else {
    const l = LINKS[at.link], look = LOOKS.types[l.type], line = svg("0 0 22 10", "M1 5H21", { stroke: typeColour(l.type), "stroke-width": "2", "stroke-dasharray": l.certainty === "stated" ? "none" : "4 3" });
    line.setAttribute("class", "line");
    const forward = !l.step || l.forward, [a, b] = forward ? [l.from, l.to] : [l.to, l.from];
    top = head([line, certaintyWord(l.certainty)], [forward ? look[ui()] : look[`${ui()}_back`]], null);
    body.append(el("section", {}, el("h3", {}, thing(NODES[a]), "→", thing(NODES[b])), l.sentence ? el("p", {}, l.sentence) : null, claims(l.evidence)));
    if (l.members.length) body.append(el("section", {}, el("h3", {}, ui() === "zh" ? "同属两端" : "Belongs to both"), el("div", { class: "carriers" },
      el("p", {}, ...l.members.map((m) => (m.id !== undefined ? thing(NODES[m.id]) : el("span", { class: "thing" }, markSvg(m.kind), nameOf(m))))))));
  }
  $("panel").replaceChildren(top, body);
}

// Filters and search.
function filter() {
  for (const set of Object.values(state.hidden)) set.clear();
  document.querySelectorAll("[data-group]").forEach((box) => { if (!box.checked) state.hidden[box.dataset.group].add(box.value); });
  view.body.data.nodes.update(NODES.map((n) => ({ id: n.id, hidden: !nodeShown(n) })));
  $("reset").hidden = !document.querySelector("[data-group]:not(:checked)");
  announce(words().shown(NODES.filter(nodeShown).length, NODES.length));
  view.redraw();
}
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\-_·.]+/g, "");
const SPELLINGS = NODES.map((n) => [n.name, n.zh || "", ...n.aliases].map(fold));
function search() {
  const wanted = fold($("search").value), list = $("found");
  const rank = (n) => Math.min(...SPELLINGS[n.id].map((s) => (s === wanted ? 0 : s.startsWith(wanted) ? 1 : s.includes(wanted) ? 2 : 9)));
  const found = wanted ? NODES.filter((n) => rank(n) < 9).sort((a, b) => rank(a) - rank(b) || b.spine - a.spine || a.id - b.id) : [];
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
  if (id !== undefined) { $("search").value = ""; select({ node: id }, $("search")); }
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

function download() {
  wholePicture(2).toBlob((blob) => {
    const link = el("a", { href: URL.createObjectURL(blob), download: OPTIONS.file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 4000);
  }, "image/png");
  view.redraw();
}
function beforePrint() {
  const dark = state.dark;
  if (dark) setTheme(false);
  $("printed").src = wholePicture(2).toDataURL("image/png");
  $("printed").hidden = false;
  addEventListener("afterprint", () => { $("printed").hidden = true; setTheme(dark); }, { once: true });
}

$("theme").addEventListener("click", () => setTheme(!state.dark));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (e) => setTheme(e.matches));
document.querySelectorAll("[data-mode]").forEach((b) => b.addEventListener("click", () => setMode(b.dataset.mode)));
document.querySelectorAll("[data-zoom]").forEach((b) => b.addEventListener("click", () => ({ in: () => zoom(1.25), out: () => zoom(0.8), fit })[b.dataset.zoom]()));
document.querySelectorAll("[data-group]").forEach((box) => box.addEventListener("change", filter));
$("reset").addEventListener("click", () => { document.querySelectorAll("[data-group]").forEach((box) => { box.checked = true; }); filter(); });
$("search").addEventListener("input", search);
$("search").addEventListener("keydown", searchKeys);
$("search").addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== $("search")) leaveSearch(); }, 150));
$("search").addEventListener("focus", () => { if ($("search").value) search(); });
$("found").addEventListener("pointerdown", (e) => { const item = e.target.closest("[data-found]"); if (item) { e.preventDefault(); leaveSearch(Number(item.dataset.found)); } });
$("png").addEventListener("click", download);
$("print").addEventListener("click", () => print());
addEventListener("beforeprint", beforePrint);
document.addEventListener("click", (e) => {
  const button = e.target.closest("button[data-node]");
  if (!button) return;
  const inPanel = $("panel").contains(button);
  select({ node: Number(button.dataset.node) }, inPanel ? opener ?? $("canvas") : button);
  if (inPanel) $("panel-title").focus({ preventScroll: true });
});
document.addEventListener("keydown", (e) => { if (e.key === "Escape" && e.target !== $("search")) close(); });

start();
setMode(state.mode);
// For tests, and for people who script the page.
window.trendweave = Object.freeze({ view, state, nodes: NODES, links: LINKS, box, nodeShown, linkShown, letters: () => drawn.slice() });
