// What the canvas shows. Positions and curves come with the page; vis-network holds the view.
const $ = (id) => document.getElementById(id);
const data = (id) => JSON.parse($(id).textContent);
const NODES = data("tw-nodes"), LINKS = data("tw-edges"), LOOKS = data("tw-looks"), OPTIONS = data("tw-options");
// Empty parts do not travel.
for (const n of NODES) { n.zh ??= ""; n.aliases ??= []; n.evidence ??= []; n.spine ??= false; }
for (const l of LINKS) { l.evidence ??= []; l.members ??= []; l.spine ??= false; l.sentence ??= ""; l.far ??= false; l.quiet ??= false; }
const root = document.documentElement;
const state = {
  mode: root.dataset.labels, arrangement: "across", dark: false, selected: null, hover: null, cursor: null,
  matches: null, hidden: { kind: new Set(), type: new Set(), certainty: new Set(), source: new Set() },
};
const LINKS_OF = NODES.map((n) => LINKS.filter((l) => l.from === n.id || l.to === n.id));
let palette = {};
let drawn = []; // the letters of the last frame, in canvas units, so that anybody can check them

function readPalette() {
  const style = getComputedStyle(root);
  const get = (name) => style.getPropertyValue(name).trim();
  palette = { paper: get("--paper"), ink: get("--ink"), muted: get("--muted"), faint: get("--faint"), line: get("--line"),
    strong: get("--line-strong"), accent: get("--accent"), sans: get("--sans"), onFill: state.dark ? LOOKS.onDark : LOOKS.onLight };
}
const kindColour = (kind) => LOOKS.kinds[kind][state.dark ? "dark" : "light"];
const typeColour = (type) => LOOKS.types[type][state.dark ? "dark" : "light"];
const phrase = (link, from, lang) => LOOKS.types[link.type][link.from === from ? lang : `${lang}_back`];
const box = (n) => n[state.arrangement].box;

// A mark of its own shape for each kind, for a path on canvas and for the SVG of the legend alike.
function markPath(mark, x, y, r) {
  const poly = (...turns) => turns.map((t, i) => `${i ? "L" : "M"}${(x + r * Math.cos(t)).toFixed(2)} ${(y + r * Math.sin(t)).toFixed(2)}`).join("") + "Z";
  const rect = (w, h) => `M${x - w} ${y - h}h${2 * w}v${2 * h}h${-2 * w}Z`;
  const ring = (q) => `M${x - q} ${y}a${q} ${q} 0 1 0 ${2 * q} 0a${q} ${q} 0 1 0 ${-2 * q} 0Z`;
  const turn = Math.PI / 6;
  switch (mark) {
    case "hexagon": return poly(0, 2 * turn, 4 * turn, 6 * turn, 8 * turn, 10 * turn);
    case "triangle": return poly(-3 * turn, turn, 5 * turn);
    case "square": return rect(r * 0.84, r * 0.84);
    case "diamond": return poly(0, 3 * turn, 6 * turn, 9 * turn);
    case "ring": return ring(r * 0.95) + ring(r * 0.45);
    case "bars": return [-0.66, 0, 0.66].map((d, i) => `M${x + r * (d - 0.2)} ${y + r * 0.9}h${r * 0.4}v${-r * (0.9 + i * 0.45)}h${-r * 0.4}Z`).join("");
    case "frame": return rect(r * 0.9, r * 0.9) + rect(r * 0.42, r * 0.42);
    case "cross": return `M${x - r * 0.3} ${y - r}h${r * 0.6}v${r * 0.7}h${r * 0.7}v${r * 0.6}h${-r * 0.7}v${r * 0.7}h${-r * 0.6}v${-r * 0.7}h${-r * 0.7}v${-r * 0.6}h${r * 0.7}Z`;
    case "bar": return rect(r, r * 0.4);
    case "dot": return ring(r * 0.6);
    default: return ring(r * 0.9);
  }
}

// Which links and things the filters leave, and which of them the reader is looking at.
function linkShown(l) {
  const h = state.hidden;
  if (h.type.has(l.type) || h.certainty.has(l.certainty)) return false;
  if (l.evidence.length && h.source.size && l.evidence.every((e) => h.source.has(e.source))) return false;
  return !h.kind.has(NODES[l.from].kind) && !h.kind.has(NODES[l.to].kind);
}
// What two things far apart have to do with each other shows when a reader looks at one of them.
const waiting = (l, focus) => l.quiet && l.far && !focus?.links.has(l.id);
function nodeShown(n) {
  if (state.hidden.kind.has(n.kind)) return false;
  return n.spine || !LINKS_OF[n.id].length || LINKS_OF[n.id].some(linkShown);
}
function lit(at = state.hover ?? state.selected) {
  // A passing pointer fades the rest less than a choice does, so that nothing flickers.
  const fade = state.hover && !state.selected ? { box: 0.5, line: 0.2 } : { box: 0.22, line: 0.09 };
  if (at?.node !== undefined) {
    const links = new Set(LINKS_OF[at.node].filter(linkShown).map((l) => l.id));
    return { ...fade, links, nodes: new Set([at.node, ...[...links].flatMap((i) => [LINKS[i].from, LINKS[i].to])]) };
  }
  if (at?.link !== undefined) return { ...fade, links: new Set([at.link]), nodes: new Set([LINKS[at.link].from, LINKS[at.link].to]) };
  return state.matches ? { ...fade, links: new Set(), nodes: state.matches } : null;
}
// A faded shape is laid on paper first: what runs behind it must not shine through.
function fade(ctx, alpha) {
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.globalAlpha = alpha;
}

function roundRect(ctx, b, r, grow = 0) {
  ctx.beginPath();
  ctx.roundRect(b[0] - b[2] / 2 - grow, b[1] - b[3] / 2 - grow, b[2] + 2 * grow, b[3] + 2 * grow, r + grow);
}
function write(ctx, text, x, y, room, size, weight, colour, align = "left") {
  ctx.font = `${weight} ${size}px ${palette.sans}`;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  ctx.fillText(text, x, y, room);
  const w = Math.min(ctx.measureText(text).width, room);
  drawn.push({ text, x: align === "center" ? x - w / 2 : align === "right" ? x - w : x, y: y - size / 2, w, h: size });
}

function drawNode(ctx, n, focus) {
  const b = box(n), label = n[state.arrangement].labels[state.mode], colour = kindColour(n.kind);
  ctx.save();
  roundRect(ctx, b, n.spine ? 11 : 8);
  if (focus && !focus.nodes.has(n.id)) fade(ctx, focus.box);
  ctx.fillStyle = n.spine ? colour : palette.paper;
  ctx.fill();
  if (!n.spine) { ctx.lineWidth = 1; ctx.strokeStyle = palette.strong; ctx.stroke(); }
  const on = (at) => at?.node === n.id;
  if (on(state.selected) || on(state.hover) || state.cursor === n.id) {
    roundRect(ctx, b, n.spine ? 11 : 8, on(state.selected) || state.cursor === n.id ? 3 : 0);
    ctx.lineWidth = on(state.selected) || state.cursor === n.id ? 2 : 1.5;
    ctx.strokeStyle = on(state.selected) || state.cursor === n.id ? palette.accent : palette.muted;
    ctx.stroke();
  }
  const left = b[0] - b[2] / 2;
  ctx.fillStyle = n.spine ? palette.onFill : colour;
  ctx.fill(new Path2D(markPath(LOOKS.kinds[n.kind].mark, left + 16, b[1], 6)), "evenodd");
  const room = b[2] - 40, size = label.size, leading = size * 1.3, small = size * 0.84;
  let y = b[1] - (leading * (label.lines.length + (label.second && !label.beside ? 0.84 : 0))) / 2 + leading / 2;
  for (const line of label.lines) {
    write(ctx, line, left + 29, y, room, size, n.spine ? 600 : 500, n.spine ? palette.onFill : palette.ink);
    y += leading;
  }
  if (label.second && label.beside) {
    const used = drawn.at(-1).w + 7;
    write(ctx, label.second, left + 29 + used, b[1] + 0.5, room - used, small, 400, palette.muted);
  } else if (label.second) {
    if (n.spine) ctx.globalAlpha *= 0.88;
    write(ctx, label.second, left + 29, y - leading * 0.08, room, small, 400, n.spine ? palette.onFill : palette.muted);
  }
  ctx.restore();
}

function trace(ctx, c) {
  ctx.beginPath();
  ctx.moveTo(c[0], c[1]);
  for (let i = 2; i < c.length; i += 6) ctx.bezierCurveTo(c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]);
}
function arrow(ctx, c, atEnd, size) {
  const n = c.length, [x, y] = atEnd ? [c[n - 2], c[n - 1]] : [c[0], c[1]];
  // The last point that differs from the tip says where the curve comes from.
  let i = atEnd ? n - 4 : 2;
  while (i > 0 && i < n - 2 && c[i] === x && c[i + 1] === y) i += atEnd ? -2 : 2;
  const a = Math.atan2(y - c[i + 1], x - c[i]);
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const d of [-0.42, 0.42]) ctx.lineTo(x - size * Math.cos(a + d), y - size * Math.sin(a + d));
  ctx.closePath();
  ctx.fill();
}
function drawLink(ctx, l, focus) {
  const c = l[state.arrangement].curve, bright = focus?.links.has(l.id), symmetric = LOOKS.types[l.type].en === LOOKS.types[l.type].en_back;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = typeColour(l.type);
  ctx.lineWidth = l.spine ? 3.5 : bright ? 2 : 1.25;
  ctx.globalAlpha = bright || (l.spine && !focus) ? 1 : focus ? focus.line : l.far ? 0.2 : l.quiet ? 0.3 : LINKS.length > 90 ? 0.4 : 0.5;
  ctx.lineCap = "round";
  ctx.setLineDash(l.certainty === "stated" ? [] : l.spine ? [9, 8] : [4, 4]);
  trace(ctx, c);
  ctx.stroke();
  ctx.setLineDash([]);
  // The story points the way it is read; everything else the way the graph has it.
  if (!symmetric) arrow(ctx, c, !l.spine || l.forward, l.spine ? 13 : 7);
  ctx.restore();
}
function drawSign(ctx, l, focus) {
  const b = l[state.arrangement].sign;
  if (!b) return;
  const colour = typeColour(l.type), at = (s) => s?.link === l.id;
  ctx.save();
  roundRect(ctx, b, b[3] / 2);
  if (focus && !focus.links.has(l.id)) fade(ctx, focus.box);
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.lineWidth = at(state.selected) ? 2.5 : at(state.hover) ? 2 : 1.25;
  ctx.strokeStyle = at(state.selected) ? palette.accent : colour;
  ctx.stroke();
  let x = b[0];
  if (l.step) {
    ctx.beginPath();
    ctx.arc(b[0] - b[2] / 2 + 13, b[1], 9, 0, 7);
    ctx.fillStyle = colour;
    ctx.fill();
    write(ctx, String(l.step), b[0] - b[2] / 2 + 13, b[1] + 0.5, 14, 11, 600, palette.onFill, "center");
    x += 9;
  }
  write(ctx, l.says[state.mode], x, b[1] + 0.5, b[2] - (l.step ? 34 : 16), 12, 500, palette.ink, "center");
  ctx.restore();
}
// On looking at a thing its relationships are named beside the boxes that they lead to.
function drawPhrases(ctx, focus) {
  const at = state.hover ?? state.selected;
  if (at?.node === undefined || state.arrangement !== "across") return;
  for (const i of focus.links) {
    const l = LINKS[i], other = NODES[l.from === at.node ? l.to : l.from], c = l.across.curve, n = c.length;
    if (l.across.sign || other.spine) continue;
    const atEnd = l.to === other.id, x = atEnd ? c[n - 2] : c[0], y = atEnd ? c[n - 1] : c[1], right = x > box(other)[0];
    const text = phrase(l, at.node, state.mode === "both" ? root.dataset.ui : state.mode);
    ctx.font = `500 11px ${palette.sans}`;
    const w = ctx.measureText(text).width + 8, left = right ? x + 9 : x - 9 - w;
    ctx.fillStyle = palette.paper;
    ctx.fillRect(left, y - 8, w, 16);
    write(ctx, text, left + 4, y + 0.5, w, 11, 500, typeColour(l.type));
  }
}
function drawLinks(ctx) {
  drawn = [];
  const focus = lit();
  const shown = LINKS.filter((l) => linkShown(l) && !waiting(l, focus)).sort((a, b) => (focus ? focus.links.has(a.id) - focus.links.has(b.id) : 0) || a.spine - b.spine || b.far - a.far);
  for (const l of shown) drawLink(ctx, l, focus);
}
function drawSigns(ctx) {
  const focus = lit();
  for (const l of LINKS.filter(linkShown)) drawSign(ctx, l, focus);
  if (focus) drawPhrases(ctx, focus);
}

// What lies under a point: signs over boxes over curves, as they are painted.
function hit(p) {
  const inside = (b, by = 0) => b && Math.abs(p.x - b[0]) <= b[2] / 2 + by && Math.abs(p.y - b[1]) <= b[3] / 2 + by;
  const focus = lit(state.selected), links = LINKS.filter((l) => linkShown(l) && !waiting(l, focus));
  const sign = links.find((l) => inside(l[state.arrangement].sign, 2));
  if (sign) return { link: sign.id };
  const node = NODES.find((n) => nodeShown(n) && inside(box(n), 1));
  if (node) return { node: node.id };
  let best = null, near = 6;
  for (const l of links) {
    const d = distance(l[state.arrangement].curve, p);
    if (d < near) [best, near] = [l, d];
  }
  return best && { link: best.id };
}
function distance(c, p) {
  let least = Infinity;
  for (let i = 2, x = c[0], y = c[1]; i < c.length; x = c[i + 4], y = c[i + 5], i += 6) {
    let px = x, py = y;
    for (let s = 1; s <= 16; s++) {
      const t = s / 16, u = 1 - t;
      const qx = u * u * u * x + 3 * u * u * t * c[i] + 3 * u * t * t * c[i + 2] + t * t * t * c[i + 4];
      const qy = u * u * u * y + 3 * u * u * t * c[i + 1] + 3 * u * t * t * c[i + 3] + t * t * t * c[i + 5];
      const dx = qx - px, dy = qy - py, k = Math.max(0, Math.min(1, ((p.x - px) * dx + (p.y - py) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(p.x - px - k * dx, p.y - py - k * dy));
      [px, py] = [qx, qy];
    }
  }
  return least;
}

// The whole picture on a canvas of its own, whatever the view shows at the moment.
function wholePicture(scale) {
  const b = OPTIONS.bounds[state.arrangement], pad = 36, canvas = document.createElement("canvas");
  scale = Math.min(scale, 8000 / Math.max(b[2] + 2 * pad, b[3] + 2 * pad));
  canvas.width = Math.round((b[2] + 2 * pad) * scale);
  canvas.height = Math.round((b[3] + 2 * pad) * scale);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.translate(pad - b[0] + b[2] / 2, pad - b[1] + b[3] / 2);
  drawLinks(ctx);
  const focus = lit();
  for (const n of NODES.filter(nodeShown)) drawNode(ctx, n, focus);
  drawSigns(ctx);
  return canvas;
}
