import { beforeAll, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { story } from "../story";
import { panel, stage } from "./scene";

const FIRST = story("ebb", 2);
const SECOND = story("flow", 2);

beforeAll(() => atHome(panel));

/**
 * Tells the panel that its window was minimised, or brought back. Simulated: a browser without a display, and one that is
 * driven from outside, count every page as visible.
 */
async function setVisible(visible: boolean): Promise<void> {
  await panel.page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    visible ? "visible" : "hidden",
  );
}

test("a panel that cannot be seen is told states, not words, and catches up when it is shown", async () => {
  const half = hold();
  stage.model.setScript(() => [text(`${FIRST}\n\n`), half.step, text(SECOND)]);
  await panel.ask("Tell me about tides");
  await panel.answers.getByText("ebb-2-12").waitFor();
  const id = await panel.sessionId();
  await setVisible(false);
  half.release();
  const stored = await stage.finalTexts(id);
  await expect.poll(() => panel.stop.count()).toBe(0);
  expect(await panel.answers.getByText("flow-1-1").count()).toBe(0);
  await setVisible(true);
  await expect.poll(() => panel.shown()).toEqual(stored);
});
