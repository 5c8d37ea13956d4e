import { expect, test } from "vitest";
import { type Seen, seen } from "../seen";
import { LONG, sidebar } from "./scene";

test("going up through one long answer that was never on the screen moves it by the scrolling alone", async () => {
  await sidebar.press(LONG);
  await sidebar.says("long-240-12");
  const look = (words?: string) => sidebar.real.evaluate(seen(words)) as Promise<Seen>;
  for (let times = 0; times < 30; times++) {
    const { words, top } = await look();
    await sidebar.real.evaluate(`document.querySelector("[role=log]").scrollBy(0, -380)`);
    const after = await look(words);
    expect(Math.abs(after.top - (top + 380)), `of “${words.slice(0, 12)}”`).toBeLessThanOrEqual(1);
  }
  await sidebar.home();
});
