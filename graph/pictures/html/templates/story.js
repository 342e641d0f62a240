// A story: boxes in layers, their links as curves that come with the page, signs on the steps.
// Most curves are level wherever they pass a point, and only those points travel.
for (const l of LINKS) {
  for (const course of [l.across, l.down]) {
    const p = course.points ?? [];
    course.curve ??= p.slice(0, 2);
    for (let i = 2; i < p.length; i += 2) {
      const middle = (p[i - 2] + p[i]) / 2;
      course.curve.push(middle, p[i - 1], middle, p[i + 1], p[i], p[i + 1]);
    }
  }
}
const box = (n) => n[state.arrangement].box;
// What two things far apart have to do with each other shows when a reader looks at one of them.
const waiting = (l, focus) => l.quiet && l.far && !focus?.links.has(l.id);
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
  fillMark(ctx, n.kind, left + 16, b[1], 6);
  const room = b[2] - 40, size = label.size ?? SIZE, leading = size * 1.3, small = size * 0.84;
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

function drawLink(ctx, l, focus) {
  const c = l[state.arrangement].curve, bright = focus?.links.has(l.id);
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
  if (!symmetric(l)) arrow(ctx, c, !l.spine || l.forward, l.spine ? 13 : 7);
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
    const text = phrase(l, at.node, state.mode === "both" ? ui() : state.mode);
    ctx.font = `500 11px ${palette.sans}`;
    const w = ctx.measureText(text).width + 8, left = right ? x + 9 : x - 9 - w;
    ctx.fillStyle = palette.paper;
    ctx.fillRect(left, y - 8, w, 16);
    write(ctx, text, left + 4, y + 0.5, w, 11, 500, typeColour(l.type));
  }
}
function paintStory(ctx, camera) {
  const focus = lit(), links = LINKS.filter(linkShown);
  drawn = [];
  ctx.save();
  ctx.translate(camera.x, camera.y);
  ctx.scale(camera.s, camera.s);
  const seen = links.filter((l) => !waiting(l, focus));
  seen.sort((a, b) => (focus ? focus.links.has(a.id) - focus.links.has(b.id) : 0) || a.spine - b.spine || b.far - a.far);
  for (const l of seen) drawLink(ctx, l, focus);
  for (const n of NODES.filter(nodeShown)) drawNode(ctx, n, focus);
  for (const l of links) drawSign(ctx, l, focus);
  if (focus) drawPhrases(ctx, focus);
  ctx.restore();
}

// What lies under a point: signs over boxes over curves, as they are painted.
function hitStory(p) {
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

const form = {
  limits: [0.2, 3],
  beside: 14, // pixels that a thing needs to its left and right
  pick: (wide) => (wide < 720 ? "down" : "across"),
  // A long story is not made smaller than can be read: then it starts at its beginning and pans.
  fitting(wide) {
    const [, , w, h] = OPTIONS.bounds[state.arrangement], tall = state.arrangement === "down", pad = tall ? 10 : 22;
    const scale = Math.max(Math.min((wide - 2 * pad) / w, 1.1), tall ? 0.3 : 0.7);
    return { scale, pad, height: Math.max(h * scale + 2 * (pad + 4), 240) };
  },
  paint: paintStory,
  hit: hitStory,
  taken: () => NODES.map(box),
};
