// The names on a map: Python's first, which never meet at the first zoom, then what finds room.
const SIDES = [["left", 1, 0], ["right", -1, 0], ["center", 0, 1], ["center", 0, -1]];
const ALIGN = { start: "left", end: "right", middle: "center" };
const MOST_TRIED = 400; // names beyond Python's that one frame looks for room for
let written = []; // where each name of the last frame is, so that it can be pointed at

// Rectangles as left, top, width, height, in cells so that asking stays quick.
class Taken {
  cells = new Map();
  *of([x, y, w, h]) {
    for (let i = Math.floor(x / CELL); i <= Math.floor((x + w) / CELL); i++) for (let j = Math.floor(y / CELL); j <= Math.floor((y + h) / CELL); j++) yield `${i},${j}`;
  }
  add(rect) {
    for (const cell of this.of(rect)) (this.cells.get(cell) ?? this.cells.set(cell, []).get(cell)).push(rect);
  }
  free([x, y, w, h]) {
    for (const cell of this.of([x, y, w, h])) {
      for (const r of this.cells.get(cell) ?? []) if (x < r[0] + r[2] + 2 && r[0] < x + w + 2 && y < r[1] + r[3] + 1 && r[1] < y + h + 1) return false;
    }
    return true;
  }
}
const LARGEST = Object.fromEntries(Object.keys(OPTIONS.bounds).map((shape) => [shape, Math.max(...NODES.map((n) => n[shape].spot[2]))]));
// The dots as obstacles, on the map itself, so that they are sorted once for all zooms.
function offDots(rect, self, camera) {
  const grid = (cells[state.arrangement] ??= NODES.reduce((known, n) => {
    const [x, y] = spot(n), key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
    (known[key] ??= []).push(n);
    return known;
  }, {}));
  const edge = LARGEST[state.arrangement] * Math.sqrt(camera.s), first = (v, from) => Math.floor((v - edge - from) / camera.s / CELL), last = (v, from) => Math.floor((v + edge - from) / camera.s / CELL);
  for (let i = first(rect[0], camera.x); i <= last(rect[0] + rect[2], camera.x); i++) {
    for (let j = first(rect[1], camera.y); j <= last(rect[1] + rect[3], camera.y); j++) {
      for (const n of grid[`${i},${j}`] ?? []) {
        if (n === self || !nodeShown(n)) continue;
        const [x, y, r] = at(n, camera);
        if (x + r > rect[0] && x - r < rect[0] + rect[2] && y + r > rect[1] && y - r < rect[1] + rect[3]) return false;
      }
    }
  }
  return true;
}
const around = (align, x, y, w, h) => [align === "left" ? x : align === "right" ? x - w : x - w / 2, y - h / 2, w, h];

// The label that came with the page, moved out as far as its dot has grown.
function sent(n, p) {
  const tag = n[state.arrangement].labels?.[state.mode];
  if (!tag) return null;
  const [dx, dy, w, h] = tag.at, align = ALIGN[tag.align], grown = p[2] - spot(n)[2];
  const x = p[0] + dx + grown * { left: 1, right: -1, center: 0 }[align];
  const y = p[1] + dy + (align === "center" || Math.abs(dy) > 3 ? grown * Math.sign(dy) : 0);
  return { ...tag, align, x, y, rect: around(align, x, y, w, h) };
}
function found(ctx, n, p, camera, letters, over) {
  const zhFirst = ui() === "zh" && n.zh, lead = state.mode === "zh" || (state.mode === "both" && zhFirst) ? n.zh || n.name : n.name;
  const line = [...lead], text = line.length > 26 ? `${line.slice(0, 25).join("")}…` : lead;
  ctx.font = `500 12px ${palette.sans}`;
  const w = ctx.measureText(text).width, gap = p[2] + 5;
  for (const [align, dx, dy] of SIDES) {
    const x = p[0] + dx * gap, y = p[1] + dy * (gap + 6), rect = around(align, x, y, w, 15);
    const inside = rect[0] > 2 && rect[0] + rect[2] < camera.w - 2;
    if (inside && letters.free(rect) && (over || offDots(rect, n, camera))) return { lines: [text], size: 12, align, x, y, rect };
  }
  return null;
}
function inscribe(ctx, text, x, y, size, weight, colour, align) {
  ctx.font = `${weight} ${size}px ${palette.sans}`;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = palette.paper;
  ctx.strokeText(text, x, y);
  write(ctx, text, x, y, 2000, size, weight, colour, align);
}
function drawName(ctx, name) {
  const { lines, size = SIZE, align, second } = name, leading = size * 1.3, weight = name.bold ? 600 : 500, small = size * 0.84;
  let y = name.y - (leading * (lines.length + (second && !name.beside ? 0.84 : 0))) / 2 + leading / 2, x = name.x;
  if (second && name.beside) {
    ctx.font = `${weight} ${size}px ${palette.sans}`;
    const first = ctx.measureText(lines[0]).width + 7;
    ctx.font = `400 ${small}px ${palette.sans}`;
    const all = first + ctx.measureText(second).width;
    x = align === "left" ? x : align === "right" ? x - all : x - all / 2;
    inscribe(ctx, lines[0], x, y, size, weight, palette.ink, "left");
    inscribe(ctx, second, x + first, y + 0.5, small, 400, palette.muted, "left");
    return;
  }
  for (const line of lines) {
    inscribe(ctx, line, x, y, size, weight, palette.ink, align);
    y += leading;
  }
  if (second) inscribe(ctx, second, x, y - leading * 0.08, small, 400, palette.muted, align);
}

function drawNames(ctx, camera, focus, letters) {
  const chosen = (state.hover ?? state.selected)?.node;
  const first = focus ? [...focus.nodes].sort((a, b) => (b === chosen) - (a === chosen) || a - b).map((i) => NODES[i]) : [];
  const seen = new Set();
  let tried = 0;
  written = [];
  const put = (n, name, alpha) => {
    letters.add(name.rect);
    written.push({ node: n.id, rect: name.rect });
    ctx.globalAlpha = alpha;
    drawName(ctx, name);
  };
  for (const n of [...first, ...NODES]) {
    const bright = !focus || focus.nodes.has(n.id), p = at(n, camera);
    if (!nodeShown(n) || !inView(...p, camera) || seen.has(n.id)) continue;
    seen.add(n.id);
    const name = sent(n, p), fits = name && letters.free(name.rect);
    if (fits) put(n, name, bright ? 1 : focus.box + 0.1);
    else if (bright && (focus || camera.s > 1.05 || (name && camera.s < 0.95)) && tried++ < MOST_TRIED) {
      const other = found(ctx, n, p, camera, letters, n.id === chosen);
      if (other) put(n, other, 1);
    }
  }
  if (chosen !== undefined && chosen !== null && focus.links.size <= 40) drawPhrases(ctx, camera, focus, letters, chosen);
}
// What a thing has to do with each of its neighbours, in the middle of the line.
function drawPhrases(ctx, camera, focus, letters, chosen) {
  ctx.globalAlpha = 1;
  for (const i of focus.links) {
    const l = LINKS[i], c = curveOf(l, camera), x = (c[0] + 3 * c[2] + 3 * c[4] + c[6]) / 8, y = (c[1] + 3 * c[3] + 3 * c[5] + c[7]) / 8;
    const text = phrase(l, chosen, state.mode === "both" ? ui() : state.mode);
    ctx.font = `500 11px ${palette.sans}`;
    const rect = around("center", x, y, ctx.measureText(text).width + 4, 14), far = Math.hypot(c[6] - c[0], c[7] - c[1]);
    if (far < rect[2] + 8 || !letters.free(rect)) continue;
    letters.add(rect);
    inscribe(ctx, text, x, y, 11, 500, typeColour(l.type), "center");
  }
}

// What lies under a point of the window: a dot, then a name, then a line.
function hitMap(p, camera, reach) {
  const focus = lit(state.selected);
  let best = null, near = reach;
  for (const n of NODES) {
    if (!nodeShown(n)) continue;
    const [x, y, r] = at(n, camera), d = Math.hypot(p.x - x, p.y - y) - r;
    if (d < near) [best, near] = [{ node: n.id }, Math.max(d, -r)];
  }
  const name = !best && written.find(({ rect }) => p.x > rect[0] - 2 && p.x < rect[0] + rect[2] + 2 && p.y > rect[1] && p.y < rect[1] + rect[3]);
  if (best || name) return best ?? { node: name.node };
  near = reach + 2;
  for (const l of LINKS) {
    if (!linkShown(l) || (LINKS.length > MANY && !focus?.links.has(l.id))) continue;
    const d = distance(curveOf(l, camera), p);
    if (d < near) [best, near] = [{ link: l.id }, d];
  }
  return best;
}

const form = {
  limits: [0.3, 10],
  beside: 110, // pixels that a thing needs to its left and right: its name
  pick: (wide) => (wide < 720 && OPTIONS.bounds.tall ? "tall" : "wide"),
  // As high as the window has room for: a map is looked at as a whole.
  fitting(wide) {
    const [, , w, h] = OPTIONS.bounds[state.arrangement], narrow = wide < 720, pad = narrow ? 8 : 18;
    const top = $("stage").getBoundingClientRect().top + scrollY, high = Math.max(440, innerHeight - top - 26);
    const across = (wide - 2 * pad) / w, height = narrow ? Math.max(380, Math.min(h * across + 2 * pad, innerHeight * 0.88)) : high;
    // A window without a size, as a tab in the background may have, asks for no scale at all.
    return { scale: Math.max(0.05, Math.min(across, (height - 2 * pad) / h, 1.6)), pad, height };
  },
  paint: paintMap,
  hit: hitMap,
  moved: keepMoving,
  taken: () => [
    ...NODES.flatMap((n) => {
      const [x, y, r] = spot(n), tag = n[state.arrangement].labels?.[state.mode];
      if (!tag) return [[x, y, 2 * r, 2 * r]];
      const [dx, dy, w, h] = tag.at, [left] = around(ALIGN[tag.align], x + dx, y + dy, w, h);
      return [[x, y, 2 * r, 2 * r], [left + w / 2, y + dy, w, h]];
    }),
    ...OPTIONS.guides[state.arrangement].filter((g) => g.shape !== "ring").map((g) => (g.shape === "lane" ? [g.x + 60, g.y, 120, 20] : [g.x, g.y - 9, 120, 20])),
  ],
};
