import type { Display } from "../display";
import { until } from "../until";

/** A strip of the window's frame, which the browser darkens while a prompt stands before it. */
const FRAME = "200x4+400+2";

/** A prompt ignores key presses that come sooner after its appearance, or after one another, than a double click. */
const BETWEEN_PRESSES_MS = 800;

/**
 * Makes the extension ask for a permission and answers the browser's prompt with real keys. The prompt is no window of
 * its own and no debugging target, so the screen tells: a darkened frame means that it stands there.
 */
export async function answerPrompt(
  display: Display,
  ask: () => Promise<unknown>,
  answer: "allow" | "deny",
): Promise<void> {
  const before = await display.pixels(FRAME);
  const isPrompted = async () => (await display.pixels(FRAME)) !== before;
  await ask();
  await until(isPrompted, "The permission prompt");
  const drawn = await settled(display);
  if (answer === "allow") {
    // "Deny" has the focus, "Allow" stands next to it.
    await display.key("Tab");
    await until(async () => (await display.pixels(SCREEN)) !== drawn, "The focus on Allow");
  }
  await until(
    async () => {
      await display.key(answer === "allow" ? "Return" : "Escape");
      return !(await isPrompted());
    },
    "The prompt's end",
    { interval: BETWEEN_PRESSES_MS },
  );
}

const SCREEN = "100%x100%+0+0";

/** The screen's pixels once two looks in a row see the same: the prompt's appearance is animated. */
async function settled(display: Display): Promise<string> {
  let last = "";
  return until(
    async () => {
      const now = await display.pixels(SCREEN);
      const same = now === last;
      last = now;
      return same && now ? now : undefined;
    },
    "A screen at rest",
    { interval: 150 },
  );
}
