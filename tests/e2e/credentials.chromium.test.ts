import { beforeAll, expect, test } from "vitest";
import { useNexus, useStage } from "./scene";

const PASSWORD = "correct-horse-battery";
const WRONG = "wrong-horse-battery";
const HEADER = "cf-secret-of-the-proxy";

const stage = useStage({ server: { password: PASSWORD } });
const { nexus, panel, open } = useNexus(() => ({ found: stage.server.url }), { open: false });
beforeAll(async () => {
  // The background's console as well: what it says from now on is kept where the test can read it.
  await nexus.chromium.evaluateInWorker(`(() => {
    globalThis.said = [];
    for (const name of ["debug", "log", "info", "warn", "error"]) {
      const real = console[name];
      console[name] = (...args) => {
        globalThis.said.push(args.map((arg) => arg?.stack ?? JSON.stringify(arg) ?? String(arg)).join(" "));
        real(...args);
      };
    }
  })()`);
  await open();
});

const password = () => panel.page.getByLabel("Password", { exact: true });

test("a server that wants a password is found, and asks for it", async () => {
  await panel.page.getByText("OpenCode is running, and asks for a password").waitFor();
  expect(await panel.page.getByRole("textbox", { name: "Address" }).inputValue()).toBe("http://127.0.0.1:4096");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a wrong password is refused in words when it is tried", async () => {
  await password().fill(WRONG);
  await panel.button("Test connection").click();
  await panel.page.getByRole("alert").getByText("User or password was refused").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a wrong password that was saved is told at home, with the way to change it", async () => {
  await panel.button("Save and connect").click();
  await panel.page.getByText("User or password was refused", { exact: true }).waitFor();
  await expect.poll(() => panel.status.textContent()).toBe("Not connected to Local: User or password was refused");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("the right password connects", async () => {
  await panel.button("Edit server").click();
  expect(await password().inputValue()).toBe("");
  await password().fill(PASSWORD);
  await panel.button("Extra headers").click();
  await panel.page.getByLabel("Header 1 name").fill("CF-Access-Client-Secret");
  await panel.page.getByLabel("Header 1 value").fill(HEADER);
  await panel.button("Test connection").click();
  await panel.page
    .getByRole("status")
    .filter({ hasText: `OpenCode ${stage.server.version} answers` })
    .waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.button("Save and connect").click();
  await panel.connected();
  await panel.ask("Hello");
  await panel.answers.getByText("Hello.").waitFor();
});

test("saved secrets are not shown again, and stay unless they are changed", async () => {
  await panel.home();
  await panel.button("Settings").click();
  await panel.button("Edit").click();
  expect(await password().inputValue()).toBe("");
  await panel.page.getByText("Kept unless you type a new one.").waitFor();
  expect(await panel.page.content()).not.toContain(HEADER);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.getByRole("textbox", { name: "Name", exact: true }).fill("Behind a proxy");
  await panel.button("Save and connect").click();
  await expect.poll(() => panel.status.textContent()).toBe("Connected to Behind a proxy");
});

test("no secret is in plain text in any storage, or on any console", async () => {
  // What is written behind is written after two seconds.
  const stored = () =>
    nexus.chromium.evaluateInWorker(
      `Promise.all(["local", "session", "sync"].map((area) => chrome.storage[area].get())).then(JSON.stringify)`,
    ) as Promise<string>;
  await expect.poll(stored).toContain("Hello.");
  const said = String(await nexus.chromium.evaluateInWorker("globalThis.said.join('\\n')"));
  const places = { storage: await stored(), background: said, panel: nexus.console.join("\n") };
  const words = [PASSWORD, WRONG, HEADER, `opencode:${PASSWORD}`, `opencode:${WRONG}`];
  const secrets = words.flatMap((word) => [word, btoa(word), Buffer.from(word).toString("hex")]);
  for (const [place, content] of Object.entries(places)) {
    for (const secret of secrets) expect(content.includes(secret), `${secret} in ${place}`).toBe(false);
  }
  expect(places.storage).toContain("Behind a proxy");
});
