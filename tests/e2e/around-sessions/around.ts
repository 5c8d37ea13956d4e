import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { startOAuthMcpServer } from "../../support/oauth-mcp-server";
import { atHome } from "../scene";
import { LONG, nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

async function choose(item: string): Promise<void> {
  await panel.button("Card actions").click();
  await panel.page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** What the browser is handed when the open session is exported. */
async function exported(format: "Markdown" | "JSON"): Promise<{ name: string; content: string }> {
  await choose("Export…");
  const download = panel.page.waitForEvent("download");
  await panel.button(format).click();
  const file = await download;
  const content = await readFile(await file.path(), "utf8");
  await panel.page.getByRole("dialog").waitFor({ state: "detached" });
  return { name: file.suggestedFilename(), content };
}

/** Presses "Cancel" as soon as there is one: before the export is over. */
async function cancelAtOnce(): Promise<void> {
  await panel.page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>("[role=dialog] button")];
      const cancel = buttons.find((button) => button.textContent === "Cancel");
      if (cancel) observer.disconnect();
      cancel?.click();
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
}

describe("a session that is exported", () => {
  test("is a file that has all the server stores of it, or one to be read", async () => {
    const steps = [tool("bash", { command: "echo high", description: "Says it" }), text("Two metres.")];
    stage.model.setScript(() => [steps.shift() ?? text("Done.")]);
    await panel.ask("How high is the tide?");
    await panel.answers.getByText("Two metres.").waitFor();
    const id = await panel.sessionId();
    await stage.finalTexts(id);

    const { name, content } = await exported("JSON");
    expect(name).toMatch(/\.json$/);
    const stored = { info: await stage.get(`/session/${id}`), messages: await stage.get(`/session/${id}/message`) };
    expect(JSON.parse(content)).toEqual(stored);

    const markdown = await exported("Markdown");
    expect(markdown.name).toMatch(/\.md$/);
    expect(markdown.content).toContain("How high is the tide?");
    expect(markdown.content).toContain("<summary><code>bash</code> <code>echo high</code></summary>");
    expect(markdown.content).toContain("```sh\necho high\n```\n\n```\nhigh\n```");
    expect(markdown.content).toMatch(/Two metres\.\n\n$/);
  });

  test("is exported whole, not only what is held, and says how far it is", async () => {
    await panel.openSession(LONG);
    await choose("Export…");
    expect(await nexus.violations(panel)).toEqual([]);
    await cancelAtOnce();
    const markdown = panel.button("Markdown").and(panel.page.locator(":focus"));
    await markdown.click();
    await expect.poll(() => markdown.evaluate((button) => button === document.activeElement)).toBe(true);
    await panel.page.keyboard.press("Escape");
    const { content } = await exported("Markdown");
    const lines = [...content.matchAll(/^Line (\d+)$/gm)].map(([, number]) => Number(number));
    expect(lines).toEqual(Array.from({ length: 450 }, (_, index) => index));
  });
});

describe("a session from a file", () => {
  const bring = (name: string, content: string) =>
    panel.page
      .getByLabel("Session file")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

  test("is copied into the folder that is chosen, and can be gone on with", async () => {
    stage.model.setScript(() => [text("I heard you.")]);
    const id = await stage.addSession("Where were we?");
    const file = JSON.stringify({
      info: await stage.get(`/session/${id}`),
      messages: await stage.get(`/session/${id}/message`),
    });
    await panel.button("New session").click();
    await panel.button("Import a session…").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.page.getByLabel("Another folder").fill(stage.workspace.second);
    await panel.button("Use this folder").click();
    await bring("session.json", file);
    await panel.answers.getByText("I heard you.").waitFor();
    const copy = await panel.sessionId();
    expect(copy).not.toBe(id);
    const [before, after] = await Promise.all([stage.get(`/session/${id}`), stage.get(`/session/${copy}`)]);
    const { cost, tokens, title } = before as Record<string, unknown>;
    expect(after).toMatchObject({ cost, tokens, title, directory: stage.workspace.second });
    await panel.ask("Go on");
    await panel.answers.nth(1).getByText("I heard you.").waitFor();
  });

  test("that is none says so, and what to choose instead", async () => {
    await panel.button("New session").click();
    await panel.button("Import a session…").waitFor();
    await bring("package.json", '{"name":"tides"}');
    await panel.page.getByRole("alert").getByText("package.json: It is JSON, but no session.").waitFor();
    await panel.button("All sessions").click();
  });
});

describe("where a new session works", () => {
  const field = () => panel.page.getByRole("combobox", { name: "Find a folder" });
  const folder = (name: string) => panel.page.getByRole("option", { name, exact: true });
  const place = () => panel.page.getByRole("status", { name: "Folder" });
  /** The folder of the session that is made by asking something. */
  async function askedIn(): Promise<unknown> {
    await panel.ask("Where are you?");
    await panel.questions.getByText("Where are you?").waitFor();
    return ((await stage.get(`/session/${await panel.sessionId()}`)) as { directory: string }).directory;
  }

  test("is looked for through the folders of the server, by keys", async () => {
    const { directory, second } = stage.workspace;
    await panel.button("New session").click();
    await panel.page.getByRole("radio", { name: /^tides \// }).check();
    await panel.button("Browse…").click();
    await folder("src").waitFor();
    await expect.poll(() => place().textContent()).toBe(directory);
    expect(await folder(".git").count()).toBe(0);
    await panel.page.getByRole("checkbox", { name: "Show hidden folders" }).check();
    await folder(".git").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await field().press("Backspace");
    await folder("harbour").waitFor();
    await field().fill("HARB");
    await field().press("Enter");
    await expect.poll(() => place().textContent()).toBe(second);
    await panel.button("Use this folder").click();
    await panel.page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await askedIn()).toBe(second);
  });

  test("cannot be what OpenCode cannot read, which says so and leads on", async () => {
    // From the composer at home, too.
    await panel.page.getByRole("combobox", { name: "Project" }).click();
    await panel.button("Browse…").click();
    await field().fill("/no-such-folder");
    await field().press("Enter");
    await panel.page.getByRole("alert").getByText("OpenCode cannot read this folder.").waitFor();
    expect(await panel.button("Use this folder").getAttribute("aria-disabled")).toBe("true");
    await field().press("Backspace");
    await folder("tmp").waitFor();
    await panel.page.keyboard.press("Escape");
    await panel.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("can be a worktree that is made for it", async () => {
    await panel.button("New session").click();
    await panel.page.getByRole("radio", { name: /^tides \// }).check();
    await panel.button("New worktree…").click();
    await panel.page.getByLabel("Name", { exact: true }).fill("calm sea");
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Create").click();
    await expect.poll(() => panel.page.getByRole("radio", { name: "tides · calm-sea" }).isChecked()).toBe(true);
    expect(await askedIn()).toBe(((await stage.get("/experimental/worktree")) as string[])[0]);
  });
});

describe("what works beside the server", () => {
  const row = (name: string) => panel.page.getByRole("list", { name: "MCP servers" }).locator("li", { hasText: name });
  const state = async (name: string) => ((await stage.get("/mcp")) as Record<string, { status: string }>)[name]?.status;

  async function openServices(): Promise<void> {
    await panel.button("Settings").click();
    await panel.button("Tools and services").click();
  }

  test("is told of, and MCP servers are stopped and started", async () => {
    await openServices();
    await row("harbour").getByText("Connected").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    const facts = panel.page.locator("dl").filter({ hasText: "Configuration" });
    await facts.getByText(stage.workspace.directory, { exact: true }).waitFor();
    const { version } = (await stage.get("/global/health")) as { version: string };
    await facts.getByText(version, { exact: true }).waitFor();
    await panel.page.getByText("tidy (.tide)").waitFor();
    await panel.button("Disconnect harbour").click();
    await row("harbour").getByText("Off").waitFor();
    expect(await state("harbour")).toBe("disabled");
    await panel.button("Connect harbour").click();
    await row("harbour").getByText("Connected").waitFor();
    expect(await state("harbour")).toBe("connected");
    await panel.button("Back").click();
  });

  test("finds errors in what is written: they stand under the edit, and the language server is told of", async () => {
    stage.model.setScript(({ results }) =>
      results.length === 0 ? [tool("write", { filePath: "low.tide", content: "flood\nebbb\n" })] : [text("Written.")],
    );
    // In the first project, whichever is chosen for new ones.
    const { id } = (await stage.post("/session", { title: "Tides in writing" })) as { id: string };
    await stage.prompt(id, "Write down the tides");
    await stage.finalTexts(id);
    await panel.openSession("Tides in writing");
    await panel.conversation.getByRole("button", { name: /Wrote low\.tide/ }).click();
    await panel.page.getByText("1 error in what was written").waitFor();
    await panel.page.getByRole("group", { name: "Errors" }).getByText("There is no such tide: ebbb").waitFor();
    expect(stage.model.requests.at(-1)?.results.at(-1)).toContain("There is no such tide: ebbb");
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.home();
    await openServices();
    await panel.page.getByRole("list", { name: "Language servers" }).getByText("tides").waitFor();
    expect(await stage.get("/lsp")).toContainEqual(expect.objectContaining({ name: "tides", status: "connected" }));
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Back").click();
  });

  test("can want to be signed in to, which is done with this browser", async () => {
    const locked = await startOAuthMcpServer();
    try {
      await stage.post("/mcp", { name: "locked", config: { type: "remote", url: locked.url } });
      await openServices();
      await panel.button("Sign in to locked").click();
      const opened = nexus.chromium.context.waitForEvent("page");
      await panel.button("It did not open").click();
      const page = await opened;
      await page.waitForLoadState();
      const field = panel.page.getByLabel("Address at the end");
      await field.fill(await page.title());
      await page.close();
      expect(await nexus.violations(panel)).toEqual([]);
      await field.press("Enter");
      await row("locked").getByText("Connected").waitFor();
      expect(await state("locked")).toBe("connected");
      await panel.button("Back").click();
    } finally {
      await locked.close();
    }
  });
});

test("A session's subagents are listed at any depth, each to be opened, with a way back", async () => {
  const add = async (title: string, parentID?: string) =>
    ((await stage.post("/session", { title, ...(parentID ? { parentID } : {}) })) as { id: string }).id;
  const root = await add("Chart the coast");
  const child = await add("Sound the bay", root);
  const inner = await add("Read the lead line", child);
  await panel.openSession("Chart the coast");
  await choose("Subagents…");
  const list = panel.page.getByRole("list", { name: "Subagents" });
  await expect.poll(() => list.getByRole("button").allTextContents()).toEqual(["Sound the bay", "Read the lead line"]);
  expect(await nexus.violations(panel)).toEqual([]);
  await list.getByRole("button", { name: "Read the lead line" }).click();
  await expect.poll(() => panel.sessionId()).toBe(inner);
  await panel.button("Open that session").click();
  await expect.poll(() => panel.sessionId()).toBe(root);
});
