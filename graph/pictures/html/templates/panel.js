// Names, words and the panel. Text enters by textContent only.
const WORDS = {
  zh: { found: (n) => (n ? `找到 ${n} 项` : "没有找到"), shown: (n, all) => `显示 ${all} 项中的 ${n} 项`, links: (n) => `${n} 条关系`, close: "关闭", source: "来源", none: "没有附带论断。", search: "中英文搜索", light: "浅色", dark: "深色", spine: "在主线上", focus: "本页的中心", also: "又名", rest: (n) => `再显示 ${n} 条`, stated: "明确陈述", implied: "可以推知" },
  en: { found: (n) => (n ? `${n} found` : "Nothing found"), shown: (n, all) => `${n} of ${all} things shown`, links: (n) => `${n} ${n === 1 ? "relationship" : "relationships"}`, close: "Close", source: "source", none: "No claim of its own.", search: "Search", light: "Light", dark: "Dark", spine: "on the way", focus: "in the centre", also: "Also", rest: (n) => `Show ${n} more`, stated: "stated", implied: "implied" },
};
const words = () => WORDS[ui()];
const announce = (text) => { $("live").textContent = text; };

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
function colourMarks() {
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
  colourMarks();
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
  return el("div", { class: "panel-head" }, el("div", {}, el("p", { class: "kind" }, ...kind), el("h2", { id: "panel-title", tabIndex: -1 }, ...title), ...other), shut);
}
// One section a relationship, the first ones at once: a hub may have hundreds.
const AT_ONCE = 40;
function sections(n, links) {
  const made = links.slice(0, AT_ONCE).map((l) => {
    const other = NODES[l.from === n.id ? l.to : l.from];
    return el("section", {}, el("h3", {}, phrase(l, n.id, ui()), thing(other)), l.evidence.length || !l.sentence ? claims(l.evidence) : el("p", {}, l.sentence));
  });
  if (links.length <= AT_ONCE) return made;
  const more = el("button", { type: "button", class: "rest" }, words().rest(links.length - AT_ONCE));
  more.addEventListener("click", () => {
    const next = sections(n, links.slice(AT_ONCE));
    more.replaceWith(...next);
    next[0].querySelector("button").focus();
  });
  return [...made, more];
}
function fillPanel() {
  const at = state.selected, body = el("div", { class: "panel-body" });
  let top;
  if (at.node !== undefined) {
    const n = NODES[at.node], zhFirst = ui() === "zh" && n.zh, name = zhFirst ? n.zh : n.name;
    const kind = [kindName(n), n.year, n.spine ? words().spine : n.focus ? words().focus : ""].filter(Boolean).join(" · ");
    const others = [zhFirst ? n.name : n.zh].filter((o) => o && o !== name), also = n.aliases.filter((a) => a !== n.name && a !== n.zh);
    top = head([markSvg(n.kind), kind], [el("bdi", {}, name)], others.map((o) => el("p", { class: "other" }, el("bdi", {}, o))));
    if (also.length) body.append(el("p", { class: "also" }, words().also, ...also.map((a) => el("bdi", {}, a))));
    if (n.evidence.length) body.append(el("section", {}, claims(n.evidence)));
    const links = LINKS_OF[n.id].slice().sort((a, b) => b.spine - a.spine || b.evidence.length - a.evidence.length || a.id - b.id);
    body.append(...sections(n, links));
  } else {
    const l = LINKS[at.link], look = LOOKS.types[l.type], line = svg("0 0 22 10", "M1 5H21", { stroke: typeColour(l.type), "stroke-width": "2", "stroke-dasharray": l.certainty === "stated" ? "none" : "4 3" });
    line.setAttribute("class", "line");
    const forward = !l.step || l.forward, [a, b] = forward ? [l.from, l.to] : [l.to, l.from];
    top = head([line, certaintyWord(l.certainty)], [forward ? look[ui()] : look[`${ui()}_back`]], []);
    body.append(el("section", {}, el("h3", {}, thing(NODES[a]), "→", thing(NODES[b])), l.sentence ? el("p", {}, l.sentence) : null, claims(l.evidence)));
    if (l.members.length) body.append(el("section", {}, el("h3", {}, ui() === "zh" ? "同属两端" : "Belongs to both"), el("div", { class: "carriers" },
      el("p", {}, ...l.members.map((m) => (m.id !== undefined ? thing(NODES[m.id]) : el("span", { class: "thing" }, markSvg(m.kind), nameOf(m))))))));
  }
  $("panel").replaceChildren(top, body);
}

