// The view: vis-network's to pan, pinch and hold; where it looks and what is painted is ours.
const still = matchMedia("(prefers-reduced-motion: reduce)");
let view = null, moved = false, shifted = false; // by the reader, by the panel

function camera() {
  const s = view.getScale(), c = view.getViewPosition(), w = $("canvas").clientWidth, h = $("canvas").clientHeight;
  return { s, x: w / 2 - c.x * s, y: h / 2 - c.y * s, w, h };
}
function paint(ctx) {
  const c = camera(), k = ctx.canvas.width / c.w;
  ctx.save();
  ctx.setTransform(k, 0, 0, k, 0, 0);
  form.paint(ctx, c, true);
  ctx.restore();
}
function fit(animate = true) {
  const wide = $("stage").clientWidth;
  state.arrangement = form.pick(wide);
  const { scale, height, pad } = form.fitting(wide), b = OPTIONS.bounds[state.arrangement];
  $("canvas").style.height = `${Math.round(height)}px`;
  if (!view) return;
  view.setSize("100%", "100%");
  const free = corner(scale), lower = free || OPTIONS.form === "story" ? 0 : STRIP;
  const s = lower ? Math.min(scale, (height - lower - 2 * pad) / b[3]) : scale;
  const over = OPTIONS.form === "story" ? Math.max(0, (b[2] * s + 2 * pad - wide) / 2 / s) : 0;
  move({ x: b[0] - over, y: b[1] + lower / 2 / s }, s, animate);
  moved = shifted = false;
  roam();
  view.redraw();
}
// The zoom buttons take the first corner that covers nothing; is there none, a map leaves them a strip.
const STRIP = 50;
function corner(scale) {
  const wide = $("canvas").clientWidth, high = $("canvas").clientHeight, b = OPTIONS.bounds[state.arrangement], taken = form.taken();
  const { width, height } = $("zoom").getBoundingClientRect();
  const covered = ([right, low]) => taken.some(([x, y, w, h]) => {
    const cx = (x - b[0]) * scale + wide / 2, cy = (y - b[1]) * scale + high / 2;
    return (right ? wide - cx : cx) - (w / 2) * scale < width + 20 && (low ? high - cy : cy) - (h / 2) * scale < height + 20;
  });
  const free = [[false, false], [true, false], [false, true], [true, true]].find((c) => !covered(c)), [right, low] = free ?? [true, true];
  $("zoom").classList.toggle("right", right);
  $("zoom").classList.toggle("low", low);
  return Boolean(free);
}
// While everything is in sight a finger scrolls the page; once zoomed in it moves the map.
function roam() {
  $("stage").classList.toggle("roams", moved && OPTIONS.form === "map");
}
function move(position, scale, animate) {
  view.moveTo({ position, scale, animation: animate && !still.matches ? { duration: 260, easingFunction: "easeInOutQuad" } : false });
}
function zoom(by) {
  moved = true;
  roam();
  move(view.getViewPosition(), Math.min(form.limits[1], Math.max(form.limits[0], view.getScale() * by)), true);
}
function touched(e) {
  const r = $("canvas").getBoundingClientRect(), p = { x: e.clientX - r.left, y: e.clientY - r.top };
  return form.hit(OPTIONS.form === "story" ? view.DOMtoCanvas(p) : p, camera(), e.pointerType === "touch" ? 14 : 4);
}
function startView() {
  fit(false);
  const drags = () => ({ ...OPTIONS.network.interaction, dragView: state.arrangement !== "down" });
  view = new vis.Network($("canvas"), { nodes: [], edges: [] }, { ...OPTIONS.network, interaction: drags() });
  view.on("beforeDrawing", paint);
  const moves = () => {
    moved = true;
    roam();
    if (view.getScale() < form.limits[0]) move(view.getViewPosition(), form.limits[0], false);
    form.moved?.();
  };
  for (const event of ["dragStart", "dragging", "zoom"]) view.on(event, moves);
  view.on("click", (p) => { const e = p.event.srcEvent ?? p.event, at = touched(e); at ? select(at) : close(); });
  fit(false);
  let size = [innerWidth, innerHeight];
  addEventListener("resize", () => {
    // A telephone changes its height whenever its bars come and go.
    if (innerWidth === size[0] && (innerWidth < 720 || innerHeight === size[1])) return;
    size = [innerWidth, innerHeight];
    fit(false);
    view.setOptions({ interaction: drags() });
  });
  const canvas = $("canvas");
  canvas.addEventListener("pointermove", (e) => {
    if (e.pointerType !== "mouse") return;
    const at = e.buttons ? null : touched(e);
    canvas.style.cursor = at ? "pointer" : "grab";
    if (at?.node === state.hover?.node && at?.link === state.hover?.link) return;
    state.hover = at;
    view.redraw();
  });
  canvas.addEventListener("pointerleave", () => { state.hover = null; view.redraw(); });
  // A story only zooms with Ctrl (what a pinch on a trackpad sends too), so that the page scrolls.
  canvas.addEventListener("wheel", (e) => {
    if (OPTIONS.form === "map" || (!e.ctrlKey && !e.metaKey)) return;
    e.preventDefault();
    moved = true;
    move(view.getViewPosition(), Math.min(form.limits[1], Math.max(form.limits[0], view.getScale() * Math.exp(-e.deltaY / 300))), false);
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
  announce([plainName(n), kindName(n), n.spine || n.focus ? words()[n.spine ? "spine" : "focus"] : "", words().links(LINKS_OF[id].filter(linkShown).length)].filter(Boolean).join(", "));
  view.redraw();
}
function keys(e) {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[e.key];
  if (step) {
    const from = box(NODES[state.cursor ?? OPTIONS.first]);
    const way = (n) => { const b = box(n), dx = b[0] - from[0], dy = b[1] - from[1], ahead = dx * step[0] + dy * step[1]; return ahead > 1 ? ahead + 2.5 * Math.abs(dx * step[1] + dy * step[0]) : Infinity; };
    let next = null, least = Infinity;
    for (const n of NODES) {
      const far = nodeShown(n) && n.id !== state.cursor ? way(n) : Infinity;
      if (far < least) [next, least] = [n, far];
    }
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
  const narrow = stage.width < 720;
  if (narrow) {
    const y = stage.top + dom(b[0], b[1]).y;
    if (y < 60 || y > innerHeight * (panel.hidden ? 0.9 : 0.32)) scrollBy({ top: y - innerHeight * 0.18, behavior: still.matches ? "auto" : "smooth" });
    if (state.arrangement === "down") return;
  }
  const right = panel.hidden || narrow ? stage.width : Math.min(stage.width, panel.getBoundingClientRect().left - stage.left);
  const span = (ids) => {
    const boxes = ids.map((i) => box(NODES[i]));
    return [Math.min(...boxes.map((o) => dom(o[0] - o[2] / 2, 0).x)) - form.beside, Math.max(...boxes.map((o) => dom(o[0] + o[2] / 2, 0).x)) + form.beside];
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
