import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import type { BenchFile } from "./file";
import { figureWords } from "./words";

const WIDTH = 860;
const GAP = 20;
const CURVES = ["by-messages", "by-tokens", "by-part", "by-running", "by-sessions", "heap-by-sessions"];
const FIGURES = ["open-5000", "press-5000", "heap-5000", "stream", "sent-painted-p95"];
/** Points of a curve. */
const FEW = 6;
/** How many times its beginning a curve grows that is drawn on a scale of tens both ways. */
const STEEP = 10;
const OURS = "#0b7285";
const WEB = "#adb5bd";
const INK = "#495057";

/** "n = 5", or "n = 1–3" where not all were measured as often. */
function runs(summaries: readonly { n: number }[]): string {
  const counts = summaries.map(({ n }) => n);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? `n = ${least}` : `n = ${least}–${most}`;
}

/** Draws a run: the panel beside the web UI, and how the panel's costs grow. One SVG, readable on light and dark pages. */
export function chart({ figures, curves, machine, versions }: BenchFile): string {
  const { document } = new JSDOM("").window;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  let height = GAP;

  function place(child: Element, x: number, y: number): void {
    child.setAttribute("x", String(x));
    child.setAttribute("y", String(y));
    svg.append(child);
  }
  function words(text: string, y: number, size: number): void {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
    line.textContent = text;
    line.setAttribute("font-size", String(size));
    line.setAttribute("fill", INK);
    place(line, GAP, y);
  }

  const bars = FIGURES.flatMap((id) => figures.find((figure) => figure.id === id) ?? []).flatMap(
    ({ what: name, unit, ours, web }) => {
      if (!ours || !web) return [];
      const what = `${name}, ${runs([ours, web])}`;
      return [
        { what, side: "panel", share: ours.median / web.median, label: `${figureWords(ours.median)} ${unit}` },
        { what, side: "web UI", share: 1, label: `${figureWords(web.median)} ${unit}` },
      ];
    },
  );
  if (bars.length > 0) {
    words("OpenCode Nexus (coloured) beside OpenCode's own web UI (grey = 100 %). Less is better.", height + 6, 14);
    height += 24;
    const drawn = Plot.plot({
      document,
      width: WIDTH - 2 * GAP,
      marginLeft: 10,
      marginRight: 90,
      marginTop: 0,
      marginBottom: 0,
      height: bars.length * 26,
      axis: null,
      x: { domain: [0, 1] },
      fy: { domain: [...new Set(bars.map(({ what }) => what))] },
      y: { domain: ["words", "panel", "web UI"] },
      style: { color: INK, background: "none", fontSize: "12px" },
      marks: [
        Plot.barX(bars, { x: "share", y: "side", fy: "what", fill: ({ side }) => (side === "panel" ? OURS : WEB) }),
        Plot.text(bars, { x: "share", y: "side", fy: "what", text: "label", textAnchor: "start", dx: 5 }),
        Plot.text(bars, {
          x: 0,
          y: () => "words",
          fy: "what",
          text: ({ what, side }) => (side === "panel" ? what : ""),
          textAnchor: "start",
        }),
      ],
    });
    place(drawn, GAP, height);
    height += bars.length * 26 + GAP;
  }

  const grown = CURVES.flatMap((id) => curves.find((curve) => curve.id === id) ?? []);
  if (grown.length > 0) {
    words("How the panel's costs grow (medians)", height + 6, 14);
    height += 24;
  }
  const width = (WIDTH - 4 * GAP) / 3;
  grown.forEach(({ what, unit, by, points }, index) => {
    const summaries = points.flatMap(({ ours }) => ours ?? []);
    const rows = points.flatMap(({ at, ours }) => (ours ? { at, value: ours.median } : []));
    const most = Math.max(...rows.map(({ value }) => value));
    const isStepped = rows.length > FEW;
    const first = rows[0]?.value ?? 0;
    // On a scale of tens, what grows in proportion is a straight line only on another one.
    const isSteep = !isStepped && first > 0 && most > STEEP * first;
    const drawn = Plot.plot({
      document,
      width,
      height: 180,
      marginLeft: 50,
      marginTop: 44,
      marginRight: 12,
      // Few places are powers of ten or so; many are steps.
      x: isStepped
        ? { label: by, ticks: 4, tickFormat: "~s" }
        : { type: "log", label: by, ticks: rows.map(({ at }) => at), tickFormat: "~s" },
      y: isSteep
        ? { type: "log", label: null, ticks: 3, tickFormat: ",", grid: true }
        : { domain: [0, most * 1.2], label: null, ticks: 4, grid: true },
      style: { color: INK, background: "none", fontSize: "11px" },
      marks: [
        Plot.line(rows, { x: "at", y: "value", stroke: OURS, strokeWidth: 2 }),
        Plot.dot(rows, { x: "at", y: "value", fill: OURS }),
        Plot.text([`${what}\n${unit}, ${runs(summaries)}`], {
          frameAnchor: "top-left",
          dx: -46,
          dy: -42,
          lineWidth: 22,
        }),
      ],
    });
    place(drawn, GAP + (index % 3) * (width + GAP), height + Math.floor(index / 3) * 200);
  });
  height += Math.ceil(grown.length / 3) * 200;

  const about = `Medians of n runs · ${machine.processors} × ${machine.processor} · OpenCode ${versions.opencode} · Chromium ${versions.chromium}`;
  words(about, height, 11);
  height += GAP;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  svg.setAttribute("width", String(WIDTH));
  svg.setAttribute("font-family", "system-ui, sans-serif");
  svg.setAttribute("role", "img");
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "#fff", rx: "8" })) {
    paper.setAttribute(name, value);
  }
  svg.prepend(paper);
  return `${svg.outerHTML}\n`;
}
