// @vitest-environment jsdom
import { createRoot, createSignal } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { createBlocks } from "../../../components/chat/conversation/create-blocks";
import { Explored } from "../../../components/tools/Explored";
import { Fold } from "../../../components/tools/Fold";
import { noneUnfolded, UnfoldedProvider, useUnfolded } from "../../../components/tools/unfolded";
import { emptyTranscript, type PartId, requestsOf, type WireEvent } from "../../../lib/model";
import { loadRecording } from "../../support/recording/recording";
import { decodeRecorded, newServer, replay } from "../../support/replay";

/** The recorded steps of an agent that used one tool each, as if every one of them had been to read a file. */
async function readings(): Promise<WireEvent[]> {
  const { events } = decodeRecorded((await loadRecording("tool-kinds")).events);
  return events.map((event) =>
    event.type === "part.upserted" && event.part.type === "tool"
      ? { ...event, part: { ...event.part, tool: "read" } }
      : event,
  );
}

test("Calls of one step each are one line from the first on, whatever the server tells in between", async () => {
  const events = await readings();
  const server = newServer();
  const [id] = Object.keys(replay(events).transcripts);
  const [transcript, setTranscript] = createStore(emptyTranscript());
  const [requests, setRequests] = createSignal(requestsOf(server, id ?? ""));
  const { blocks, dispose } = createRoot((dispose) => ({
    blocks: createBlocks(() => transcript.messageIds, {
      transcript: () => transcript,
      requests,
      working: () => true,
      live: () => true,
      isHidden: () => false,
    }),
    dispose,
  }));
  onTestFinished(dispose);
  const lines = () => transcript.messageIds.flatMap((message) => blocks(message).filter((b) => b.type === "explored"));
  const calls = new Set<PartId>();
  for (const event of events) {
    replay([event], server);
    setTranscript(reconcile(structuredClone(server.transcripts[id ?? ""] ?? emptyTranscript())));
    setRequests(requestsOf(server, id ?? ""));
    if (event.type === "part.upserted" && event.part.type === "tool") calls.add(event.part.id);
    expect(lines()).toEqual(calls.size === 0 ? [] : [{ type: "explored", ids: [...calls] }]);
  }
  expect(calls.size).toBe(4);
  const messages = transcript.messageIds.filter((message) => blocks(message).length > 0);
  // The first of the steps and the last, which has the answer's words.
  expect(messages).toHaveLength(2);
});

/** A line that opens, as a call's does. */
function Call(props: { id: PartId }) {
  const unfolded = useUnfolded();
  return (
    <Fold
      head={`Read ${props.id}`}
      isOpen={unfolded.calls.get(props.id)}
      onToggle={(open) => unfolded.calls.set(props.id, open)}
    >
      Words of {props.id}
    </Fold>
  );
}

function shown() {
  const host = document.body.appendChild(document.createElement("div"));
  const [ids, setIds] = createSignal<PartId[]>(["a"]);
  const [now, setNow] = createSignal<string>();
  const dispose = render(
    () => (
      <UnfoldedProvider value={noneUnfolded()}>
        <Explored ids={ids()} words={`${ids().length} files`} now={now()}>
          {(id) => <Call id={id} />}
        </Explored>
      </UnfoldedProvider>
    ),
    host,
  );
  onTestFinished(() => {
    dispose();
    host.remove();
  });
  const head = (words: string) => [...host.querySelectorAll("button")].find((one) => one.textContent === words);
  return { host, setIds, setNow, head };
}

test("Who has opened the only call, and is at it, is at the line of both when another joins, and it stays open", () => {
  const { host, setIds, head } = shown();
  const alone = head("Read a");
  alone?.click();
  alone?.focus();
  setIds(["a", "b"]);
  expect(document.activeElement).toBe(head("Explored 2 files"));
  expect(head("Explored 2 files")?.ariaExpanded).toBe("true");
  expect(host.textContent).toContain("Words of a");
  expect(host.textContent).not.toContain("Words of b");
});

test("The line of the only call is not made anew when everything is told again", () => {
  const { setIds, head } = shown();
  const line = head("Read a");
  setIds(["a"]);
  expect(head("Read a")).toBe(line);
});

test("An opened line stays open, and what is in it, while calls join and end", () => {
  const { setIds, setNow, head } = shown();
  setIds(["a", "b"]);
  const line = head("Explored 2 files");
  line?.click();
  head("Read b")?.click();
  const opened = head("Read b");
  setIds(["a", "b", "c"]);
  setNow("c.ts");
  expect(line?.isConnected).toBe(true);
  expect(line?.textContent).toBe("Exploring 3 filesc.ts");
  expect(head("Read b")).toBe(opened);
  expect(opened?.ariaExpanded).toBe("true");
  setNow(undefined);
  expect(line?.textContent).toBe("Explored 3 files");
  expect(line?.ariaExpanded).toBe("true");
});
