import type { Display } from "../display";
import { until } from "../until";

/** A strip of the window's frame, which the browser darkens while a prompt stands before it. */
const FRAME = "200x4+400+2";

/**
 * A column of the screen between “Allow” and the prompt's right edge, in a window of 1280 pixels: white, but where the ring
 * of a button that has the focus goes through it.
 */
const BESIDE_ALLOW = "6x400+842+83";

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
  await settled(display);
  if (answer === "allow") await focusAllow(display);
  await until(
    async () => {
      await display.key(answer === "allow" ? "Return" : "Escape");
      return !(await isPrompted());
    },
    "The prompt's end",
    { interval: BETWEEN_PRESSES_MS },
  );
}

/**
 * "Deny" has the focus at first, and "Allow" stands next to it. On a busy machine the prompt may not have the keyboard yet,
 * so it is the ring that tells, and it has to stay.
 */
async function focusAllow(display: Display): Promise<void> {
  await until(
    async () => {
      await display.key("Tab");
      await settled(display);
      return hasRing(await display.pixels(BESIDE_ALLOW));
    },
    "The focus on Allow",
    { interval: BETWEEN_PRESSES_MS },
  );
}

/** Whether something strongly blue is among these pixels (RGB, 8 bits each, in base64). */
function hasRing(pixels: string): boolean {
  const bytes = Buffer.from(pixels, "base64");
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const [red, blue] = [bytes[at] ?? 0, bytes[at + 2] ?? 0];
    if (blue - red > 100) return true;
  }
  return false;
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
