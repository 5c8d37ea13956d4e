// @vitest-environment jsdom
import { createStore, produce } from "solid-js/store";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { createDrafts } from "../../../components/app/drafts";
import { CardList } from "../../../components/cards/CardList";
import { createCommandKeys } from "../../../components/commands/create-command-keys";
import { createCommands } from "../../../components/commands/create-commands";
import { Requests } from "../../../components/requests/Requests";
import {
  cardViews,
  emptyServer,
  emptyState,
  type PermissionReply,
  type PermissionRequest,
  type Session,
} from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
// The DOM of these tests has no layout.
Element.prototype.scrollIntoView = () => undefined;

const PROFILE = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
const session = (id: string): Session => ({
  id,
  directory: "/work",
  projectId: "p",
  title: id,
  createdAt: 1,
  updatedAt: 1,
});
const request = (id: string, sessionId: string): PermissionRequest => ({
  type: "permission",
  id,
  sessionId,
  permission: "bash",
  patterns: [`echo ${id}`],
  always: [],
  metadata: {},
});

const cleanups: (() => void)[] = [];
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  vi.useRealTimers();
});

/** What waits in two sessions, in the chat of the first or on cards. What is answered is gone at once. */
function setUp(where: "chat" | "cards", requests: readonly PermissionRequest[]) {
  const server = { ...emptyServer(PROFILE), sessions: { a: session("a"), b: session("b") } };
  const [state, change] = createStore({ ...emptyState(), servers: { s: server } });
  const set = (act: (held: typeof server) => void) => change("servers", "s", produce(act));
  const ask = (asked: PermissionRequest) => set((held) => Object.assign(held.requests, { [asked.id]: asked }));
  const settle = (id: string) => set((held) => void delete (held.requests as Record<string, unknown>)[id]);
  for (const asked of requests) ask(asked);
  const answered: string[] = [];
  const background = {
    async replyPermission(_: string, id: string, reply: PermissionReply) {
      answered.push(`${id} ${reply}`);
      settle(id);
    },
  };
  const host = document.createElement("div");
  document.body.append(host);
  const dispose = render(() => {
    const commands = createCommands(() => true);
    createCommandKeys(commands);
    const app = {
      state,
      background,
      commands,
      drafts: createDrafts(() => undefined),
      view: () => ({ screen: "home" }),
      now: () => 1,
      go: () => undefined,
    };
    return (
      <AppProvider value={app as unknown as App}>
        {where === "chat" ? (
          <Requests server={state.servers.s} sessionId="a" onWrite={() => undefined} />
        ) : (
          <CardList views={cardViews(state)} severalServers={false} stale={false} />
        )}
      </AppProvider>
    );
  }, host);
  cleanups.push(() => {
    dispose();
    host.remove();
  });
  const button = (name: string) =>
    [...host.querySelectorAll("button")].find((one) => (one.textContent || one.ariaLabel) === name);
  return {
    ask,
    settle,
    answered,
    text: () => host.textContent,
    click: (name: string) => button(name)?.click(),
    allowByKey: (at: Element = document.body) =>
      at.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true })),
    card: (id: string) => host.querySelector(`[data-session-id=${id}] [data-card-open]`) ?? document.body,
  };
}
/** What was answered is gone, what comes next stands there. */
const soon = () => vi.advanceTimersByTimeAsync(10);
const later = () => vi.advanceTimersByTimeAsync(500);

test("a second click or key in a row is not for the request that takes the place of the one it answered", async () => {
  const set = setUp("chat", [request("per_1", "a"), request("per_2", "a"), request("per_3", "a")]);
  await later();
  set.click("Allow once");
  await soon();
  expect(set.text()).toContain("echo per_2");
  set.click("Allow once");
  set.allowByKey();
  await soon();
  expect(set.answered).toEqual(["per_1 once"]);
  await later();
  set.allowByKey();
  await soon();
  set.allowByKey();
  set.click("Reject");
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once"]);
});

test("nor is a click for one that slides in because the other was answered elsewhere", async () => {
  const set = setUp("chat", [request("per_1", "a"), request("per_2", "a")]);
  await later();
  set.settle("per_1");
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual([]);
});

test("one that the user steps to themselves is answered at once", async () => {
  const set = setUp("chat", [request("per_1", "a"), request("per_2", "a")]);
  await later();
  set.click("Next request");
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual(["per_2 once"]);
});

test("on cards a click is not for the card that moves to where another was, nor for what is asked next", async () => {
  const set = setUp("cards", [request("per_1", "a"), request("per_2", "b")]);
  await later();
  set.click("Allow once");
  await soon();
  set.click("Allow once");
  await soon();
  expect(set.answered).toHaveLength(1);
  await later();
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once"]);
  set.ask(request("per_3", "b"));
  set.allowByKey(set.card("b"));
  await soon();
  expect(set.answered).toHaveLength(2);
  await later();
  set.allowByKey(set.card("b"));
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once", "per_3 once"]);
});
