import { createRoot, createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { expect, test, vi } from "vitest";
import { createNews } from "../../../components/chat/conversation/create-news";
import { emptyTranscript, type TextPart, type Transcript } from "../../../lib/model";

const part = (text: string): TextPart => ({
  id: "p1",
  sessionId: "1",
  messageId: "m1",
  order: "p1",
  type: "text",
  text,
});

function setUp() {
  const onNews = vi.fn();
  const [transcript, setTranscript] = createStore<Transcript>(emptyTranscript());
  const [live, setLive] = createSignal(false);
  const [pending, setPending] = createSignal(0);
  createRoot(() =>
    createNews({ ids: () => transcript.messageIds, transcript: () => transcript, pending, live, onNews }),
  );
  const show = (text: string) =>
    setTranscript({ messageIds: ["m1"], partIds: { m1: ["p1"] }, parts: { p1: part(text) } });
  return { onNews, show, setLive, setPending };
}

test("what a conversation opens with is no news, from storage or from the server", () => {
  const { onNews, show, setLive } = setUp();
  show("From storage");
  show("From the server");
  setLive(true);
  expect(onNews).not.toHaveBeenCalled();
});

test("words, messages and prompts that come at its end are", () => {
  const { onNews, show, setLive, setPending } = setUp();
  show("The");
  setLive(true);
  show("The tide");
  expect(onNews).toHaveBeenCalledTimes(1);
  setPending(1);
  expect(onNews).toHaveBeenCalledTimes(2);
  setLive(false);
  show("The tide, heard of after a gap");
  expect(onNews).toHaveBeenCalledTimes(3);
});

test("what goes is none: words taken back, a prompt that is sent or discarded", () => {
  const { onNews, show, setLive, setPending } = setUp();
  show("The tide");
  setPending(1);
  setLive(true);
  setPending(0);
  show("");
  expect(onNews).not.toHaveBeenCalled();
});
