// @vitest-environment jsdom
import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import type { CommandOffer } from "../../../components/commands/command";
import { Deletions } from "../../../components/home/Deletions";
import { AcceptAllNote } from "../../../components/requests/AcceptAll";
import { emptyServer, emptyState, type Server, type Session } from "../../../lib/model";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());

const profile = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  title: id,
  directory: "/x",
  projectId: "p",
  createdAt: 0,
  updatedAt: 0,
  ...more,
});
function serverOf(...sessions: Session[]): Server {
  return { ...emptyServer(profile), sessions: Object.fromEntries(sessions.map((one) => [one.id, one])) };
}

/** Shows a part of the panel; what it offers is read where nothing has the focus. */
function show(part: () => JSX.Element, state: Partial<App["state"]>, background: object) {
  const sources: ((at: Element | null) => readonly CommandOffer[])[] = [];
  const app = {
    state: { ...emptyState(), ...state },
    background,
    now: () => 0,
    view: () => ({ screen: "home" }),
    columns: () => 1,
    commands: {
      offer: (source: (typeof sources)[number]) => sources.push(source),
      shown: () => undefined,
      aria: () => undefined,
    },
  };
  const host = document.body.appendChild(document.createElement("div"));
  onTestFinished(render(() => <AppProvider value={app as unknown as App}>{part()}</AppProvider>, host));
  const press = (name: string) =>
    [...host.querySelectorAll("button")].find((button) => button.textContent === name)?.click();
  return { press, offered: () => sources.flatMap((source) => source(null)) };
}

beforeEach(() => {
  // Of which this DOM has nothing.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  document.body.innerHTML = "";
});

describe("a session that is about to be deleted", () => {
  const deletion = (id: string) => ({ key: `s/${id}` as const, title: id, dueAt: 1 });

  test("can be had back by a command and by its button, the last one first", async () => {
    const undoDelete = vi.fn(async () => undefined);
    const { press, offered } = show(() => <Deletions />, { deletions: [deletion("1"), deletion("2")] }, { undoDelete });
    expect(offered().map(({ command, note }) => [command.id, note])).toEqual([
      ["deletion.undo", "2"],
      ["deletion.undo", "1"],
    ]);
    offered()[0]?.run();
    await vi.waitFor(() => expect(undoDelete).toHaveBeenCalledWith("s/2"));
    await Promise.resolve();
    press("Undo");
    await vi.waitFor(() => expect(undoDelete).toHaveBeenCalledWith("s/1"));
  });
});

describe("where everything is accepted", () => {
  const root = session("root");
  const child = session("child", { parentId: "root" });
  const server = { ...serverOf(root, child), autoAccept: ["root"] };
  const note = (of: Session) => {
    const setAutoAccept = vi.fn(async () => undefined);
    return { setAutoAccept, ...show(() => <AcceptAllNote server={server} session={of} />, {}, { setAutoAccept }) };
  };

  test("a button asks for permissions again", async () => {
    const { press, setAutoAccept } = note(root);
    press("Ask again");
    await vi.waitFor(() => expect(setAutoAccept).toHaveBeenCalledWith("s/root", false));
  });

  test("a subagent’s session offers that of the one it works for, whose own menu is not there", async () => {
    expect(note(root).offered()).toEqual([]);
    const { offered, setAutoAccept } = note(child);
    expect(offered().map(({ label }) => label)).toEqual(["Ask for permissions again"]);
    offered()[0]?.run();
    await vi.waitFor(() => expect(setAutoAccept).toHaveBeenCalledWith("s/root", false));
  });
});
