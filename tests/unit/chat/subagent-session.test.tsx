// @vitest-environment jsdom
import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { type Chat, ChatProvider } from "../../../components/chat/chat-context";
import { createTurning } from "../../../components/chat/message/create-turning";
import { UsageWarning } from "../../../components/chat/usage/UsageWarning";
import { emptyTranscript, type Session, type Transcript } from "../../../lib/model";
import { upsertMessage } from "../../../lib/model/transcript-reducer";
import { V1_CAPABILITIES } from "../../../lib/opencode/capabilities";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

/** A conversation that takes nine tenths of its model's context. */
function nearlyFull(): Transcript {
  const transcript = emptyTranscript();
  upsertMessage(transcript, {
    id: "a",
    sessionId: "1",
    role: "assistant",
    order: "a",
    createdAt: 1,
    model: { providerId: "p", modelId: "m" },
    tokens: { input: 900, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
  });
  return transcript;
}

const MODEL = { id: "m", providerId: "p", name: "M", contextLimit: 1000, reasoning: false, tools: true, variants: [] };
const catalog = { agents: [], commands: [], providers: [{ id: "p", name: "P", models: [MODEL] }] };
const app = {
  state: {
    servers: {
      s: { info: { version: "1.18.33", protocol: "v1", capabilities: V1_CAPABILITIES }, catalogs: { "/x": catalog } },
    },
  },
  background: {},
  commands: { aria: () => undefined, shown: () => undefined },
} as unknown as App;

/** What is inside of a session's conversation; `parentId`: it is a subagent's. */
function inside(fields: Partial<Session>, View: () => JSX.Element): HTMLElement {
  const session = { id: "1", title: "T", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0, ...fields };
  const transcript = nearlyFull();
  const chat = { key: "s/1", session: () => session, transcript: () => transcript, working: () => false };
  const host = document.createElement("div");
  const dispose = render(
    () => (
      <AppProvider value={app}>
        <ChatProvider value={chat as unknown as Chat}>
          <View />
        </ChatProvider>
      </AppProvider>
    ),
    host,
  );
  onTestFinished(dispose);
  return host;
}

test.each([
  { whose: "the user's", fields: {}, offers: ["Compact", "Dismiss"] },
  { whose: "a subagent's", fields: { parentId: "0" }, offers: ["Dismiss"] },
])("A full context can be compacted in a session of one's own alone: $whose", async ({ fields, offers }) => {
  const host = inside(fields, UsageWarning);
  await vi.waitFor(() => expect(host.textContent).toContain("The context is 90% full"));
  const named = [...host.querySelectorAll("button")].map((button) => button.ariaLabel ?? button.textContent);
  expect(named).toEqual(offers);
});

test("A session of one's own can be reverted, a subagent's not, and both can be forked", () => {
  const can: unknown[] = [];
  const View = () => {
    const turning = createTurning();
    can.push([turning.canRevert(), turning.can()?.fork]);
    return "";
  };
  inside({}, View);
  inside({ parentId: "0" }, View);
  expect(can).toEqual([
    [true, true],
    [false, true],
  ]);
});
