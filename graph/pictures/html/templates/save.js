// The whole picture as a file or on paper, whatever part of it the view shows at the moment.
const MARGIN = 36;
function wholeOf(ctx) {
  const b = OPTIONS.bounds[state.arrangement], w = b[2] + 2 * MARGIN, h = b[3] + 2 * MARGIN;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, w, h);
  form.paint(ctx, { s: 1, x: MARGIN - b[0] + b[2] / 2, y: MARGIN - b[1] + b[3] / 2, w, h }, false);
}
function wholePicture(scale) {
  const b = OPTIONS.bounds[state.arrangement], w = b[2] + 2 * MARGIN, h = b[3] + 2 * MARGIN, canvas = document.createElement("canvas");
  scale = Math.min(scale, 8000 / Math.max(w, h));
  canvas.width = Math.round(w * scale);
  canvas.height = Math.round(h * scale);
  const ctx = canvas.getContext("2d");
  ctx.scale(scale, scale);
  wholeOf(ctx);
  return canvas;
}

// A pen with as much of a canvas as the pictures use, whose strokes become shapes of an SVG.
class SvgPen {
  static ns = "http://www.w3.org/2000/svg";
  static measure = document.createElement("canvas").getContext("2d");
  state = { globalAlpha: 1, fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", font: "", textAlign: "left", dash: [], move: "" };
  kept = [];
  path = "";

  constructor(w, h, title) {
    this.svg = this.make("svg", { viewBox: `0 0 ${round(w)} ${round(h)}`, width: round(w), height: round(h), role: "img" });
    this.svg.append(this.make("title", {}, title));
    for (const key of Object.keys(this.state)) if (!["dash", "move"].includes(key)) Object.defineProperty(this, key, { get: () => this.state[key], set: (v) => { this.state[key] = v; } });
  }
  make(tag, attributes, text) {
    const shape = document.createElementNS(SvgPen.ns, tag);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) shape.setAttribute(key, value);
    if (text !== undefined) shape.textContent = text;
    return shape;
  }
  save() { this.kept.push({ ...this.state }); }
  restore() { Object.assign(this.state, this.kept.pop()); }
  translate(x, y) { this.state.move += `translate(${round(x)} ${round(y)})`; }
  scale(s) { if (s !== 1) this.state.move += `scale(${s})`; }
  setLineDash(dash) { this.state.dash = dash; }
  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${round(x)} ${round(y)}`; }
  lineTo(x, y) { this.path += `L${round(x)} ${round(y)}`; }
  bezierCurveTo(...c) { this.path += `C${c.map(round).join(" ")}`; }
  closePath() { this.path += "Z"; }
  arc(x, y, r) { const [a, b, q] = [x - r, 2 * r, r].map(round); this.path += `M${a} ${round(y)}a${q} ${q} 0 1 0 ${b} 0a${q} ${q} 0 1 0 ${-b} 0Z`; }
  roundRect(x, y, w, h, r) {
    const q = Math.min(r, w / 2, h / 2), a = (dx, dy) => `a${round(q)} ${round(q)} 0 0 1 ${round(dx)} ${round(dy)}`;
    this.path += `M${round(x + q)} ${round(y)}h${round(w - 2 * q)}${a(q, q)}v${round(h - 2 * q)}${a(-q, q)}h${round(2 * q - w)}${a(-q, -q)}v${round(2 * q - h)}${a(q, -q)}Z`;
  }
  stroke() { this.strokePath(this.path); }
  fill() { this.fillPath(this.path); }
  paint(tag, attributes, text) {
    const s = this.state;
    this.svg.append(this.make(tag, { ...attributes, opacity: s.globalAlpha < 1 ? round(s.globalAlpha) : undefined, transform: s.move || undefined }, text));
  }
  line() {
    const s = this.state;
    return { stroke: s.strokeStyle, "stroke-width": round(s.lineWidth), "stroke-dasharray": s.dash.length ? s.dash.join(" ") : undefined, "stroke-linecap": s.lineCap === "butt" ? undefined : s.lineCap };
  }
  strokePath(d) { if (d) this.paint("path", { d, fill: "none", ...this.line() }); }
  fillPath(d) { if (d) this.paint("path", { d, fill: this.state.fillStyle, "fill-rule": "evenodd" }); }
  fillRect(x, y, width, height) { this.paint("rect", { x: round(x), y: round(y), width: round(width), height: round(height), fill: this.state.fillStyle }); }
  words(text, x, y, attributes) {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/s.exec(this.state.font);
    const anchor = { center: "middle", right: "end" }[this.state.textAlign];
    this.paint("text", { x: round(x), y: round(y), "font-size": round(size), "font-weight": weight, "font-family": family, "text-anchor": anchor, "dominant-baseline": "central", ...attributes }, text);
  }
  // The halo of a text becomes part of it, so that nobody who searches the SVG finds it twice.
  strokeText() { this.halo = { "stroke-linejoin": this.state.lineJoin, "paint-order": "stroke", ...this.line() }; }
  fillText(text, x, y) {
    this.words(text, x, y, { fill: this.state.fillStyle, ...this.halo });
    this.halo = {};
  }
  measureText(text) { SvgPen.measure.font = this.state.font; return SvgPen.measure.measureText(text); }
}
const round = (v) => Math.round(v * 100) / 100;
function wholeSvg() {
  const b = OPTIONS.bounds[state.arrangement], pen = new SvgPen(b[2] + 2 * MARGIN, b[3] + 2 * MARGIN, document.title);
  wholeOf(pen);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(pen.svg)}\n`;
}

function hand(blob, ending) {
  const link = el("a", { href: URL.createObjectURL(blob), download: `${OPTIONS.file}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
  view.redraw();
}
const savePng = () => wholePicture(2).toBlob((blob) => hand(blob, "png"), "image/png");
const saveSvg = () => hand(new Blob([wholeSvg()], { type: "image/svg+xml" }), "svg");
function beforePrint() {
  const dark = state.dark;
  if (dark) setTheme(false);
  $("printed").src = wholePicture(2).toDataURL("image/png");
  $("printed").hidden = false;
  addEventListener("afterprint", () => { $("printed").hidden = true; setTheme(dark); }, { once: true });
}
