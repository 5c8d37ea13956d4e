/**
 * Makes the pictures of the README: the real panel in a real window, on a real server. Only the model's words are
 * scripted. `npm run pictures`; needs Xvfb and ImageMagick (`npx tsx tools/setup/tests.ts`).
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../tests/support/chromium/launch";
import { startScriptedModel } from "./model/server";
import { reasoning, text, tool } from "./model/steps";
import { writeConfig } from "./opencode/config";
import { startServer } from "./opencode/server";
import { isolatedWorkspace } from "./opencode/workspace";
import { buildExtension } from "./start/build";
import { addServer, appears, CONNECTION, playwrightPanel } from "./start/panel";
import { serveWelcomePage } from "./start/welcome";

const root = fileURLToPath(new URL("../", import.meta.url)).replace(/[\\/]$/, "");
const WINDOW = { width: 1280, height: 800 };
const PASSAGE = "main p:nth-of-type(2)";
const QUESTION = "Does height() follow this rule?";

const ANSWER = `Almost. \`height()\` is a pure cosine with a period of 12.42 hours, and the rule is an approximation of that curve:

| Period | Rule | \`height()\` |
| --- | --- | --- |
| 1 | 8.3 % | 6.7 % |
| 2 | 25.0 % | 25.0 % |
| 3 | 50.0 % | 50.0 % |

So they agree at the quarters, and the rule is at most **1.6 %** of the range too high in the first sixth. One
difference matters more: the function starts at high water, the rule at low water.

\`\`\`ts
const rise = (sixth: number) => (1 - Math.cos((Math.PI * sixth) / 6)) / 2;
\`\`\`
`;

async function takePicture(colorScheme: "light" | "dark", extension: string): Promise<void> {
  const workspace = await isolatedWorkspace();
  const model = await startScriptedModel({
    script: ({ results }) =>
      results.length === 0
        ? [
            reasoning("The selection states the rule of twelfths. I compare it with the code."),
            tool("read", { filePath: `${workspace.directory}/src/tides.ts` }),
          ]
        : [text(ANSWER)],
  });
  await writeConfig(workspace.directory, { modelUrl: model.url, modelName: "Scripted model" });
  const server = await startServer({ directory: workspace.directory, home: workspace.home });
  const web = await serveWelcomePage();
  const dark = colorScheme === "dark" ? ["--force-dark-mode"] : [];
  const chromium = await launchChromium({ extension, headful: true, windowSize: WINDOW, colorScheme, args: dark });
  try {
    const page = await chromium.openPage(web.url);
    // Readers of the README have no use for the instructions of `npm start`.
    await page.evaluate("document.querySelector('aside').remove()");
    const opened = await chromium.openPanel(page);
    const panel = playwrightPanel(opened);
    await addServer(panel, { url: server.url });
    await appears(panel, `(${CONNECTION}).startsWith("Connected")`, "connected");

    await page.locator(PASSAGE).selectText();
    // The extension's key for what its context menu does.
    await chromium.display?.key("alt+shift+k");
    await opened.getByRole("list", { name: "Attached context" }).waitFor();
    await opened.getByRole("textbox", { name: "Message" }).fill(QUESTION);
    await opened.getByRole("button", { name: "Send", exact: true }).click();
    await appears(panel, `document.body.textContent.includes("the rule at low water")`, "The answer");
    await opened.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "detached" });
    await appears(panel, `document.querySelector("pre span") !== null`, "The highlighted code");
    // The panel's own connection has given every page a scheme of its own.
    await page.emulateMedia({ colorScheme: null });
    await page.emulateMedia({ colorScheme });
    await appears(playwrightPanel(page), `matchMedia("(prefers-color-scheme: ${colorScheme})").matches`, colorScheme);
    await chromium.display?.screenshot(`${root}/docs/panel-${colorScheme}.png`);
  } catch (error) {
    await chromium.display?.screenshot(`${root}/docs/panel-failed.png`);
    throw error;
  } finally {
    await chromium.close();
    await web.close();
    await server.stop();
    await model.close();
    await workspace.remove();
  }
}

// A window of this machine's own screen would have its frame, its size and its other windows in the picture.
delete process.env.DISPLAY;
delete process.env.WAYLAND_DISPLAY;
await mkdir(`${root}/docs`, { recursive: true });
const extension = await buildExtension(root, "chromium");
for (const scheme of ["light", "dark"] as const) await takePicture(scheme, extension);
