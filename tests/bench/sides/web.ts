import type { Page } from "playwright-core";
import type { Ground, Seeded } from "../ground/ground";
import { pageHeap } from "../measure/heap";
import { limited } from "../measure/limited";
import { REST, SIZE, type Side } from "./side";

/** The web UI takes its time with long answers. */
const LONGEST = 120_000;

/** OpenCode's web UI, as the same server serves it, in a tab. */
export async function createWeb(ground: Ground, page: Page): Promise<Side> {
  await page.setViewportSize(SIZE);
  const pathOf = ({ id, directory }: Seeded) => `/${Buffer.from(directory).toString("base64url")}/session/${id}`;
  const urlOf = (session: Seeded) => `${ground.stage.server.url}${pathOf(session)}`;
  const readable = ({ title, end }: Seeded) =>
    limited(
      page.evaluate((word) => window.probe.readable(word, "body"), end),
      `${title} in the web UI`,
      LONGEST,
    );
  const leave = async () => {
    await page.goto("about:blank");
  };

  async function openEmpty(session: Seeded): Promise<void> {
    await leave();
    await page.goto(urlOf(session), { waitUntil: "commit" });
    await page.locator("[contenteditable]").first().waitFor();
  }

  return {
    name: "web",
    page,
    leave,
    openEmpty,
    readable,
    async openCold(session) {
      await leave();
      await page.goto(urlOf(session), { waitUntil: "commit" });
      return readable(session);
    },
    async openWarm(session) {
      await openEmpty(await ground.empty("elsewhere"));
      await page.waitForTimeout(REST);
      // Its router takes this for a step through the history, as for a press on a link.
      const pressed = await page.evaluate((path) => {
        const now = performance.now();
        history.pushState({}, "", path);
        dispatchEvent(new PopStateEvent("popstate", { state: {} }));
        return now;
      }, pathOf(session));
      return (await readable(session)) - pressed;
    },
    heap: () => pageHeap(page),
  };
}
