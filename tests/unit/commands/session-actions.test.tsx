// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { createSessionActions, type SessionActions } from "../../../components/cards/create-session-actions";
import { emptyState, emptyTranscript, viewOf } from "../../../lib/model";
import { V1_CAPABILITIES } from "../../../lib/opencode/capabilities";
import { newServer } from "../../support/replay";

test("what is chosen while the last choice is on its way is done after it", async () => {
  const server = {
    ...newServer(),
    info: { version: "1.18.33", protocol: "v1" as const, capabilities: V1_CAPABILITIES },
  };
  const session = { id: "1", title: "T", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
  server.transcripts["1"] = emptyTranscript();
  const done: string[] = [];
  let arrive: (() => void) | undefined;
  const background = {
    archiveSession: () =>
      new Promise<void>((resolve) => {
        arrive = () => {
          done.push("archived");
          resolve();
        };
      }),
    deleteSession: async () => void done.push("deleted"),
  };
  const app = {
    state: emptyState(),
    background,
    view: () => ({ screen: "home" }),
    commands: { offer: () => undefined },
    columns: () => 1,
  } as unknown as App;
  let actions: SessionActions | undefined;
  function Row() {
    actions = createSessionActions(
      () => viewOf(emptyState(), { server, session }),
      () => true,
    );
    return null;
  }
  onTestFinished(
    render(
      () => (
        <AppProvider value={app}>
          <Row />
        </AppProvider>
      ),
      document.createElement("div"),
    ),
  );
  const choose = (label: string) =>
    actions
      ?.offers()
      .find((offer) => offer.label === label)
      ?.run();
  choose("Archive");
  await vi.waitFor(() => expect(arrive).toBeDefined());
  choose("Delete");
  await Promise.resolve();
  expect(done).toEqual([]);
  arrive?.();
  await vi.waitFor(() => expect(done).toEqual(["archived", "deleted"]));
});
