/** Renders the icons of the extension from their SVG sources: `npx tsx tools/icons.ts`. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";

const root = new URL("../", import.meta.url);

/** Below 48 px the nodes of the full drawing run together, so the toolbar's sizes have a drawing on their own grid. */
const SOURCES = [
  { source: "design/icon-small.svg", sizes: [16, 32] },
  { source: "design/icon.svg", sizes: [48, 96, 128] },
];

await mkdir(new URL("public/icon/", root), { recursive: true });
for (const { source, sizes } of SOURCES) {
  const svg = await readFile(new URL(source, root), "utf8");
  for (const size of sizes) {
    const png = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
    await writeFile(new URL(`public/icon/${size}.png`, root), png);
  }
}
