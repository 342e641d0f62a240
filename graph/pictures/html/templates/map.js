// A map: a dot for each thing where Python put it, lines between them, as many names as find room.
// Positions grow with the zoom, dots with its root, letters not at all: zooming in makes room.
const spot = (n) => n[state.arrangement].spot;
const box = (n) => { const [x, y, r] = spot(n); return [x, y, 2 * r, 2 * r]; };
const MANY = 1500; // beyond these a picture of lines and dots is kept and moved, not painted anew
const CELL = 48;
const FEW = NODES.filter((n) => n.focus).length <= 2; // where everything is in focus, a ring says nothing
let cells = {}; // which dots stand in which part of the map, by arrangement

const at = (n, camera) => { const [x, y, r] = spot(n); return [x * camera.s + camera.x, y * camera.s + camera.y, r * Math.sqrt(camera.s)]; };
const inView = (x, y, r, c) => x + r > 0 && y + r > 0 && x - r < c.w && y - r < c.h;
const curveOf = (l, camera) => {
  const a = at(NODES[l.from], camera), b = at(NODES[l.to], camera), bend = (l[state.arrangement]?.bend ?? 0) * camera.s;
  const dx = b[0] - a[0], dy = b[1] - a[1], long = Math.hypot(dx, dy) || 1;
  if (OPTIONS.level[state.arrangement] && Math.abs(dx) > a[2] + b[2]) {
    const side = Math.sign(dx), x0 = a[0] + side * (a[2] + 2), x1 = b[0] - side * (b[2] + 2), middle = (x0 + x1) / 2;
    return [x0, a[1], middle, a[1] + bend, middle, b[1] + bend, x1, b[1]];
  }
  const cx = (a[0] + b[0]) / 2 - (dy / long) * bend, cy = (a[1] + b[1]) / 2 + (dx / long) * bend;
  const rim = (p) => { const d = Math.hypot(cx - p[0], cy - p[1]) || 1, k = Math.min((p[2] + 2) / d, 0.9); return [p[0] + (cx - p[0]) * k, p[1] + (cy - p[1]) * k]; };
  const [x0, y0] = rim(a), [x1, y1] = rim(b), third = (p, q) => p + ((q - p) * 2) / 3;
  return [x0, y0, third(x0, cx), third(y0, cy), third(x1, cx), third(y1, cy), x1, y1];
};
const widthOf = (l) => l[state.arrangement]?.width ?? Math.min(5, 1.1 + 0.9 * Math.log2(Math.max(1, l.claims ?? l.evidence.length)));

function drawLine(ctx, l, camera, alpha, more = 0) {
  const c = curveOf(l, camera), count = LINKS.length;
  if (Math.max(c[0], c[6]) < 0 || Math.min(c[0], c[6]) > camera.w || Math.max(c[1], c[7]) < -60 || Math.min(c[1], c[7]) > camera.h + 60) return;
  ctx.strokeStyle = ctx.fillStyle = more || count <= 1000 ? typeColour(l.type) : palette.muted;
  ctx.lineWidth = widthOf(l) + more;
  ctx.globalAlpha = alpha;
  ctx.setLineDash(l.certainty === "stated" || count > 1000 ? [] : [4, 4]);
  trace(ctx, c);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!symmetric(l) && (more || count <= 600)) arrow(ctx, c, true, 6 + widthOf(l));
}
function drawDot(ctx, n, p, alpha) {
  const path = markPath(LOOKS.kinds[n.kind].mark, p[0], p[1], p[2]);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.paper;
  ctx.lineWidth = 3;
  strokePath(ctx, path);
  ctx.fillStyle = palette.paper;
  if (alpha < 1) fillPath(ctx, path);
  ctx.globalAlpha = alpha;
  ctx.fillStyle = kindColour(n.kind);
  fillPath(ctx, path);
  if (n.focus && FEW) drawRing(ctx, p, 4, palette.ink, 1.5);
}
function drawRing(ctx, p, away, colour, w) {
  ctx.beginPath();
  ctx.arc(p[0], p[1], p[2] + away, 0, 2 * Math.PI);
  ctx.lineWidth = w;
  ctx.strokeStyle = colour;
  ctx.stroke();
}
function drawGuides(ctx, camera, letters) {
  for (const g of OPTIONS.guides[state.arrangement]) {
    const x = g.x * camera.s + camera.x, y = g.y * camera.s + camera.y, to = g.to * camera.s;
    const text = state.mode === "zh" || (state.mode === "both" && ui() === "zh") ? g.zh : g.en;
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1;
    ctx.strokeStyle = palette.line;
    ctx.beginPath();
    if (g.shape === "ring") ctx.arc(x, y, to, 0, 2 * Math.PI);
    if (g.shape === "line") { ctx.moveTo(x, y); ctx.lineTo(x, to + camera.y); }
    if (g.shape === "lane") { ctx.moveTo(x, y + 14); ctx.lineTo(to + camera.x, y + 14); }
    ctx.stroke();
    if (!text) continue;
    const size = Math.max(10, 12 * Math.min(1, camera.s)), align = g.shape === "lane" ? "left" : "center";
    ctx.font = `600 ${size}px ${palette.sans}`;
    const w = ctx.measureText(text).width + 6, rect = [align === "left" ? x : x - w / 2, (g.shape === "line" ? y - 9 : y) - size / 2, w, size];
    if (!letters.free(rect)) continue;
    letters.add(rect);
    write(ctx, text, x, rect[1] + size / 2, 400, size, 600, palette.muted, align);
  }
}
// Lines and dots without what the reader looks at, `share` of their strength.
function drawGround(ctx, camera, share) {
  const count = LINKS.length, alpha = Math.min(0.55, Math.max(0.1, 4.2 / Math.sqrt(count))) * (share < 1 ? share * 0.7 : 1);
  if (count > MANY) {
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 1;
    const ends = LINKS.filter(linkShown).map((l) => [at(NODES[l.from], camera), at(NODES[l.to], camera)]);
    // In pieces: one path of everything would be worked out as one shape.
    for (let k = 0; k < ends.length; k += 400) {
      ctx.beginPath();
      for (const [a, b] of ends.slice(k, k + 400)) {
        if ((a[0] < 0 && b[0] < 0) || (a[1] < 0 && b[1] < 0) || (a[0] > camera.w && b[0] > camera.w) || (a[1] > camera.h && b[1] > camera.h)) continue;
        ctx.moveTo(a[0], a[1]);
        ctx.lineTo(b[0], b[1]);
      }
      ctx.stroke();
    }
  } else for (const l of LINKS) if (linkShown(l)) drawLine(ctx, l, camera, alpha);
  const seen = NODES.filter(nodeShown).map((n) => [n, at(n, camera)]).filter(([, p]) => inView(...p, camera)).reverse();
  if (seen.length <= MANY) for (const [n, p] of seen) drawDot(ctx, n, p, share);
  else {
    ctx.globalAlpha = share;
    for (const kind of Object.keys(LOOKS.kinds)) {
      ctx.fillStyle = kindColour(kind);
      ctx.beginPath();
      for (const [n, p] of seen) if (n.kind === kind) { ctx.moveTo(p[0] + p[2], p[1]); ctx.arc(p[0], p[1], p[2], 0, 2 * Math.PI); }
      ctx.fill();
    }
  }
  ctx.globalAlpha = 1;
}
// The ground of a large map is painted once and moved with the pointer until that rests.
let ground = { canvas: null, key: "", camera: null }, moving = false, rest = 0;
function layGround(ctx, camera, share, live) {
  if (!live || NODES.length + LINKS.length <= 2 * MANY) return drawGround(ctx, camera, share);
  const source = ctx.canvas, k = source.width / camera.w;
  const key = [camera.s, camera.x, camera.y, source.width, source.height, state.arrangement, state.dark, shown.turn].join();
  if (ground.key !== key && !(moving && ground.canvas)) {
    ground.canvas ??= document.createElement("canvas");
    Object.assign(ground.canvas, { width: source.width, height: source.height });
    const own = ground.canvas.getContext("2d");
    own.scale(k, k);
    drawGround(own, camera, 1);
    Object.assign(ground, { key, camera });
  }
  const was = ground.camera, s = camera.s / was.s;
  ctx.globalAlpha = share;
  ctx.drawImage(ground.canvas, camera.x - was.x * s, camera.y - was.y * s, (ground.canvas.width / k) * s, (ground.canvas.height / k) * s);
  ctx.globalAlpha = 1;
}
function keepMoving() {
  moving = true;
  clearTimeout(rest);
  rest = setTimeout(() => { moving = false; view.redraw(); }, 140);
}

function paintMap(ctx, camera, live) {
  const focus = lit(), letters = new Taken();
  drawn = [];
  drawGuides(ctx, camera, letters);
  layGround(ctx, camera, focus ? focus.box : 1, live);
  if (focus) {
    for (const i of focus.links) drawLine(ctx, LINKS[i], camera, 0.9, 0.6);
    for (const i of focus.nodes) {
      const p = at(NODES[i], camera);
      if (nodeShown(NODES[i]) && inView(...p, camera)) drawDot(ctx, NODES[i], p, 1);
    }
  }
  for (const [one, away, colour] of [[state.hover?.node, 3, palette.muted], [state.selected?.node, 4, palette.accent], [state.cursor, 4, palette.accent]]) {
    if (one !== undefined && one !== null && nodeShown(NODES[one])) drawRing(ctx, at(NODES[one], camera), away, colour, 2);
  }
  drawNames(ctx, camera, focus, letters);
  ctx.globalAlpha = 1;
}
