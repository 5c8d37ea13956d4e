import { createStore, produce } from "solid-js/store";
import { render } from "solid-js/web";
import { onTestFinished, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { createDrafts } from "../../../components/app/drafts";
import { CardList } from "../../../components/cards/CardList";
import { createCommandKeys } from "../../../components/commands/create-command-keys";
import { type Commands, createCommands } from "../../../components/commands/create-commands";
import { Requests } from "../../../components/requests/Requests";
import {
  cardViews,
  emptyServer,
  emptyState,
  type PermissionReply,
  type PermissionRequest,
  type Request,
  type Session,
} from "../../../lib/model";
import "../../support/without-layout";

const PROFILE = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
const session = (id: string): Session => ({
  id,
  directory: "/work",
  projectId: "p",
  title: id,
  createdAt: 1,
  updatedAt: 1,
});
export const permission = (id: string, sessionId: string): PermissionRequest => ({
  type: "permission",
  id,
  sessionId,
  permission: "bash",
  patterns: [`echo ${id}`],
  always: [],
  metadata: {},
});

/** What waits in two sessions, in the chat of the first or on cards. What is answered is gone at once. */
export function showRequests(where: "chat" | "cards", requests: readonly Request[]) {
  const server = { ...emptyServer(PROFILE), fresh: true, sessions: { a: session("a"), b: session("b") } };
  const [state, change] = createStore({ ...emptyState(), servers: { s: server } });
  const set = (act: (held: typeof server) => void) => change("servers", "s", produce(act));
  const ask = (asked: Request) => set((held) => Object.assign(held.requests, { [asked.id]: asked }));
  const settle = (id: string) => set((held) => void delete (held.requests as Record<string, unknown>)[id]);
  for (const asked of requests) ask(asked);
  const answered: string[] = [];
  const background = {
    async replyPermission(_: string, id: string, reply: PermissionReply) {
      answered.push(`${id} ${reply}`);
      settle(id);
    },
    async answerQuestion(_: string, id: string, answers: string[][]) {
      answered.push(`${id} ${JSON.stringify(answers)}`);
      settle(id);
    },
    async dismissQuestion(_: string, id: string) {
      answered.push(`${id} dismissed`);
      settle(id);
    },
  };
  const drafts = createDrafts(() => undefined);
  const onWrite = vi.fn();
  const host = document.createElement("div");
  document.body.append(host);
  let commands = {} as Commands;
  const dispose = render(() => {
    commands = createCommands(() => true);
    createCommandKeys(commands);
    const app = {
      state,
      background,
      commands,
      drafts,
      view: () => ({ screen: "home" }),
      now: () => 1,
      go: () => undefined,
    };
    return (
      <AppProvider value={app as unknown as App}>
        {where === "chat" ? (
          <Requests server={state.servers.s} sessionId="a" onWrite={onWrite} />
        ) : (
          <CardList views={cardViews(state)} severalServers={false} stale={false} />
        )}
      </AppProvider>
    );
  }, host);
  onTestFinished(() => {
    dispose();
    host.remove();
  });
  const button = (name: string) =>
    [...host.querySelectorAll("button")].find((one) => (one.textContent || one.ariaLabel) === name);
  return {
    host,
    drafts,
    onWrite,
    commands,
    ask,
    settle,
    answered,
    text: () => host.textContent,
    click: (name: string) => button(name)?.click(),
    allowByKey: (at: Element = document.body) =>
      at.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true })),
    press: (key: string, at: Element | null = host.querySelector("[role=group]"), init: KeyboardEventInit = {}) =>
      at?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init })),
    card: (id: string) => host.querySelector(`[data-session-id=${id}] [data-card-open]`) ?? document.body,
  };
}
