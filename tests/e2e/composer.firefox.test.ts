import { expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { useSidebarScene } from "./sidebar-scene";

const command = { tide: { template: "Say the tide at $ARGUMENTS.", description: "Tells the tide" } };
const { stage, nexus, sidebar } = useSidebarScene({
  script: () => [text("I heard you.")],
  config: { more: { command } },
});

const value = (wanted: string) =>
  sidebar.real.waitFor(`document.querySelector("textarea").value === ${JSON.stringify(wanted)}`);
const option = (name: string) => sidebar.real.appears({ css: `[role=option][aria-selected=true][title="${name}"]` });

test("commands, files and the shell are written by keys, and called back by them", async () => {
  await sidebar.real.fill({ role: "textbox", name: "Message" }, "/ti");
  await option("Tells the tide");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.press("Tab");
  await value("/tide ");
  await sidebar.real.type("of @src/tid");
  await option("@src/tides.ts");
  await sidebar.real.press("Enter");
  await value("/tide of @src/tides.ts ");
  await sidebar.real.appears({ role: "button", name: "Remove src/tides.ts" });
  await sidebar.real.press("Enter");
  await sidebar.says("I heard you.");
  expect(stage.model.requests.at(-1)?.prompt).toContain("Say the tide at of @src/tides.ts");
  expect(stage.model.requests.at(-1)?.prompt).toContain("return 2.1 * Math.cos");
  await sidebar.done();
  await value("");

  await sidebar.real.type("!echo ebb");
  await value("echo ebb");
  await sidebar.says("Esc to leave");
  await sidebar.real.press("Enter");
  await sidebar.real.appears({ role: "article", name: "Assistant" });
  await sidebar.says("Ran");
  await value("");
  await sidebar.real.press("ArrowUp");
  await value("echo ebb");
  await sidebar.says("Esc to leave");
  await sidebar.real.press("ArrowUp");
  await value("/tide of @src/tides.ts ");
  await sidebar.real.press("Escape");
  await value("");
});
