import { beforeEach, describe, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { type Hold, hold, text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, open, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

const bash = (command: string) => tool("bash", { command, description: "Looks around" });
/** One command after the other, then says that it is done. */
const runs =
  (...commands: string[]): Script =>
  ({ results }) => {
    const command = commands[results.length];
    return command === undefined ? [text("Done with that.")] : [bash(command)];
  };

const request = () => panel.request("Permission: bash");
const note = () => panel.page.getByText("Accepts everything", { exact: true });
const badge = () => nexus.chromium.evaluateInWorker("chrome.action.getBadgeText({})");

/** Turns it on from a permission that waits. */
async function acceptAll(): Promise<void> {
  await request().getByRole("button", { name: "More answers" }).click();
  await panel.page.getByRole("menuitem", { name: "Accept everything in this session…" }).click();
  await panel.page.getByRole("dialog").getByRole("button", { name: "Accept everything" }).click();
}

/** A session that asked for a permission, and in which everything is accepted since. */
async function accepting(question: string): Promise<string> {
  stage.model.setScript(runs("pwd", "date"));
  await panel.ask(question);
  await request().waitFor();
  await acceptAll();
  await panel.answers.getByText("Done with that.").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  return panel.sessionId();
}

/** The next run stops at its beginning until it is told to go on, and then asks for permissions. */
function pausesFirst(): Hold {
  const pause = hold();
  let isFirst = true;
  stage.model.setScript((asked) => {
    if (!isFirst) return runs("pwd", "ls")(asked);
    isFirst = false;
    return [text("A moment."), pause.step, bash("pwd")];
  });
  return pause;
}

describe("a session in which everything is accepted", () => {
  test("says what that means first, runs on, shows that it does, and asks again when it is turned off", async () => {
    stage.model.setScript(runs("pwd", "ls", "date"));
    await panel.ask("Look around");
    await request().getByRole("button", { name: "More answers" }).click();
    await panel.page.getByRole("menuitem", { name: "Accept everything in this session…" }).click();
    const dialog = panel.page.getByRole("dialog", { name: "Accept everything in this session?" });
    await dialog.getByText(/without asking you/).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await request().waitFor();
    await acceptAll();
    await panel.answers.getByText("Done with that.").waitFor();
    await note().waitFor();
    expect(await nexus.violations(panel)).toEqual([]);

    const id = await panel.sessionId();
    await panel.home();
    await panel.card(id).getByText("Accepts all").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.card(id).hover();
    await panel.card(id).getByRole("button", { name: "Card actions" }).click();
    await panel.page.getByRole("menuitem", { name: "Ask for permissions again" }).click();
    await panel.card(id).getByText("Accepts all").waitFor({ state: "detached" });
    await panel.card(id).getByRole("button").first().click();
    await panel.ask("Look once more");
    await request().getByRole("button", { name: "Reject" }).click();
    await panel.stop.waitFor({ state: "detached" });
  });

  test("goes on with the panel closed, and after the background's death", async () => {
    const id = await accepting("Look around while I am away");
    const pause = pausesFirst();
    await panel.ask("And now alone");
    await pause.reached;
    await panel.reconnected(() => nexus.chromium.killWorker());
    await note().waitFor();
    await nexus.close(panel);
    pause.release();
    const stored = await stage.finalTexts(id);
    expect(stored.at(-1)?.text).toBe("Done with that.");
    await open();
    await note().waitFor();
  });

  test("goes on with the next panel, when the background died while none was open", async () => {
    const id = await accepting("Look around while all are away");
    const pause = pausesFirst();
    await panel.ask("And now without anybody");
    await pause.reached;
    await nexus.close(panel);
    await nexus.chromium.killWorker();
    pause.release();
    await open();
    expect((await stage.finalTexts(id)).at(-1)?.text).toBe("Done with that.");
    await note().waitFor();
  });

  test("still brings its questions, and leaves other sessions to the user", async () => {
    await accepting("Look around and ask me");
    const options = [{ label: "Brest", description: "" }];
    stage.model.setScript(({ results }) =>
      results.length > 0
        ? [text("Thank you.")]
        : [tool("question", { questions: [{ header: "Harbour", question: "Which?", options }] })],
    );
    await panel.ask("Ask me");
    await panel.request("Question: Harbour").getByRole("button", { name: "Dismiss" }).click();
    await panel.stop.waitFor({ state: "detached" });
    await panel.home();
    stage.model.setScript(runs("uptime"));
    await panel.ask("Somebody else");
    await request().getByRole("button", { name: "Reject" }).click();
    expect(await note().count()).toBe(0);
    await panel.stop.waitFor({ state: "detached" });
  });
});

describe("a subagent's subagent's subagent", () => {
  const sends = (to: string) => tool("task", { description: to, prompt: `${to}.`, subagent_type: "general" });
  const deep: Script = ({ prompt, results }) => {
    if (results.length > 0) return [text("It is late.")];
    if (prompt.includes("Third")) return [bash("date -u")];
    if (prompt.includes("Second")) return [sends("Third")];
    return [sends(prompt.includes("First") ? "Second" : "First")];
  };

  test("asks in the chat and on the card of the first session; the icon counts it, also after the background's death", async () => {
    stage.model.setScript(deep);
    await panel.ask("Send them all");
    await request().getByText("From the subagent").waitFor();
    const id = await panel.sessionId();
    const [waiting] = (await stage.get("/permission")) as { sessionID: string }[];
    const parents: string[] = [];
    for (let at = waiting?.sessionID; at !== undefined; ) {
      parents.push(at);
      at = ((await stage.get(`/session/${at}`)) as { parentID?: string }).parentID;
    }
    expect([parents.length, parents.at(-1)]).toEqual([4, id]);
    await expect.poll(badge).toBe("1");

    await panel.home();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("waiting");
    const other = await stage.createSession();
    stage.model.setScript(runs("uptime"));
    await stage.prompt(other, "How long?");
    await expect.poll(badge).toBe("2");
    await panel.reconnected(() => nexus.chromium.killWorker());
    expect(await badge()).toBe("2");
    await panel.card(other).getByRole("button", { name: "Reject" }).click();
    await expect.poll(badge).toBe("1");
    stage.model.setScript(deep);
    await panel.card(id).getByRole("button", { name: "Allow once" }).click();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("idle");
    await expect.poll(badge).toBe("");
  });

  test("is granted by its first session's choice", async () => {
    stage.model.setScript(deep);
    await panel.ask("Send them all again");
    await request().waitFor();
    await acceptAll();
    // Said below the task as well, as what its subagent did last.
    await panel.answers.getByText("It is late.").last().waitFor();
    await panel.stop.waitFor({ state: "detached" });
    expect(await stage.get("/permission")).toEqual([]);
  });
});
