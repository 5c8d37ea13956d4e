import { beforeAll, describe, expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { useNexus, useStage } from "./scene";

const PATTERN = "http://tides.test/*";

/** Permission prompts exist in a visible browser only. */
describe.runIf(process.platform === "linux")("a server outside of this machine", () => {
  const stage = useStage({ script: () => [text("Hello from afar.")] });
  // The name leads to this machine, which the extension cannot know.
  const { nexus, panel } = useNexus(() => ({ headful: true, hosts: { "tides.test": "127.0.0.1" } }));
  beforeAll(async () => {
    const url = `http://tides.test:${new URL(stage.server.url).port}`;
    await panel.button(/^Use another server/).click();
    await panel.page.getByRole("textbox", { name: "Address" }).fill(url);
  });

  const save = () => panel.button("Save and connect").click();

  test("is asked for when it is added; a refusal is told in words and nothing is saved", async () => {
    await nexus.chromium.answerPrompt(save, "deny");
    await panel.page.getByRole("alert").getByText("The browser does not let the extension reach this server").waitFor();
    expect(await panel.status.textContent()).toBe("Not connected");
    expect(await nexus.violations(panel)).toEqual([]);
  });

  test("connects once it is allowed", async () => {
    await nexus.chromium.answerPrompt(save, "allow");
    await panel.connected();
    await panel.ask("Hello");
    await panel.answers.getByText("Hello from afar.").waitFor();
    await panel.home();
  });

  /** As a user does in the browser's settings, while the extension is at rest. */
  async function takeBack(): Promise<void> {
    await nexus.chromium.revokeHost(PATTERN);
    await nexus.chromium.killWorker();
    await panel.button("Allow access").waitFor();
  }
  const MISSING = "Not connected to tides.test: The browser does not let the extension reach this server";

  test("that is taken back later says so, and connects by itself when it is given again", async () => {
    await takeBack();
    expect(await panel.status.textContent()).toBe(MISSING);
    expect(await nexus.violations(panel)).toEqual([]);
    await nexus.chromium.grantHost(PATTERN);
    await panel.connected();
  });

  test("is asked for again by “Allow access”: a refusal leaves the offer, and a yes connects", async () => {
    await takeBack();
    const allow = () => panel.button("Allow access").click();
    await nexus.chromium.answerPrompt(allow, "deny");
    expect(await panel.status.textContent()).toBe(MISSING);
    await nexus.chromium.answerPrompt(allow, "allow");
    await panel.connected();
    await panel.button("Allow access").waitFor({ state: "detached" });
    await panel.ask("Hello again");
    await panel.answers.getByText("Hello from afar.").waitFor();
  });
});
