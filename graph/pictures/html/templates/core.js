// What every page knows: the data, what the reader has chosen, colours and marks.
const $ = (id) => document.getElementById(id);
const data = (id) => JSON.parse($(id).textContent);
const NODES = data("tw-nodes"), LINKS = data("tw-edges"), LOOKS = data("tw-looks"), OPTIONS = data("tw-options");
// Empty parts do not travel.
const SIZE = 13; // of most letters
for (const n of NODES) { n.zh ??= ""; n.aliases ??= []; n.evidence ??= []; n.spine ??= false; n.focus ??= false; n.year ??= null; }
for (const l of LINKS) {
  l.evidence ??= []; l.members ??= []; l.spine ??= false; l.sentence ??= ""; l.far ??= false; l.quiet ??= false; l.year ??= null; l.certainty ??= "stated";
}
const root = document.documentElement;
const state = {
  mode: root.dataset.labels, arrangement: "", dark: false, selected: null, hover: null, cursor: null, matches: null,
  hidden: { kind: new Set(), type: new Set(), certainty: new Set(), source: new Set() }, years: null,
};
const LINKS_OF = NODES.map(() => []);
for (const l of LINKS) { LINKS_OF[l.from].push(l); LINKS_OF[l.to].push(l); }
const ui = () => root.dataset.ui;
let palette = {};
let drawn = []; // the letters of the last frame, so that anybody can check them

function readPalette() {
  const style = getComputedStyle(root);
  const get = (name) => style.getPropertyValue(name).trim();
  palette = { paper: get("--paper"), ink: get("--ink"), muted: get("--muted"), faint: get("--faint"), line: get("--line"),
    strong: get("--line-strong"), accent: get("--accent"), sans: get("--sans"), onFill: state.dark ? LOOKS.onDark : LOOKS.onLight };
}
const kindColour = (kind) => LOOKS.kinds[kind][state.dark ? "dark" : "light"];
const typeColour = (type) => LOOKS.types[type][state.dark ? "dark" : "light"];
const phrase = (link, from, lang) => LOOKS.types[link.type][link.from === from ? lang : `${lang}_back`];
const symmetric = (link) => LOOKS.types[link.type].en === LOOKS.types[link.type].en_back;

// Which things and links the filters leave. Worked out once a change, asked in every frame.
const shown = { nodes: [], links: [], turn: 0 };
function sift() {
  const h = state.hidden, y = state.years;
  const inYears = (x) => !y || (x.year === null ? y.undated : x.year >= y.from && x.year <= y.to);
  const open = NODES.map((n) => !h.kind.has(n.kind) && inYears(n));
  const passes = LINKS.map((l) => !h.type.has(l.type) && !h.certainty.has(l.certainty) && (l.year === null || inYears(l)) &&
    !(l.evidence.length && h.source.size && l.evidence.every((e) => h.source.has(e.source))));
  shown.links = LINKS.map((l) => passes[l.id] && open[l.from] && open[l.to]);
  // A thing goes when all that is said of it goes, not when its neighbours do.
  shown.nodes = NODES.map((n) => open[n.id] && (n.spine || n.focus || !LINKS_OF[n.id].length || LINKS_OF[n.id].some((l) => passes[l.id])));
  shown.turn += 1;
}
const linkShown = (l) => shown.links[l.id];
const nodeShown = (n) => shown.nodes[n.id];
// What the reader looks at; a passing pointer fades the rest less than a choice, so that nothing flickers.
function lit(at = state.hover ?? state.selected) {
  const fade = state.hover && !state.selected ? { box: 0.5, line: 0.2 } : { box: 0.22, line: 0.09 };
  if (at?.node !== undefined) {
    const links = new Set(LINKS_OF[at.node].filter(linkShown).map((l) => l.id));
    return { ...fade, links, nodes: new Set([at.node, ...[...links].flatMap((i) => [LINKS[i].from, LINKS[i].to])]) };
  }
  if (at?.link !== undefined) return { ...fade, links: new Set([at.link]), nodes: new Set([LINKS[at.link].from, LINKS[at.link].to]) };
  return state.matches ? { ...fade, links: new Set(), nodes: state.matches } : null;
}

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
    case "chip": return rect(r * 0.6, r * 0.6) + rect(r, r * 0.16) + rect(r * 0.16, r);
    case "cross": return `M${x - r * 0.3} ${y - r}h${r * 0.6}v${r * 0.7}h${r * 0.7}v${r * 0.6}h${-r * 0.7}v${r * 0.7}h${-r * 0.6}v${-r * 0.7}h${-r * 0.7}v${-r * 0.6}h${r * 0.7}Z`;
    case "bar": return rect(r, r * 0.4);
    case "dot": return ring(r * 0.6);
    default: return ring(r * 0.9);
  }
}
// A pen that writes SVG takes the path as it is.
const fillPath = (ctx, d) => (ctx.fillPath ? ctx.fillPath(d) : ctx.fill(new Path2D(d), "evenodd"));
const strokePath = (ctx, d) => (ctx.strokePath ? ctx.strokePath(d) : ctx.stroke(new Path2D(d)));
const fillMark = (ctx, kind, x, y, r) => fillPath(ctx, markPath(LOOKS.kinds[kind].mark, x, y, r));

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
// How far a point is from a curve of cubic pieces.
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
