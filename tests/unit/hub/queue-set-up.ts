import type { SessionKey } from "../../../lib/model";
import { setUpHub } from "../../support/hub";
import type { SimulatedServer } from "../../support/simulated-server";
import { pass } from "../../support/surroundings";

export const PROMPT = "/session/ses_1/prompt_async";

/** What was handed over, in order. */
export const sent = (wire: SimulatedServer) =>
  wire.requests
    .filter(({ path }) => path === PROMPT)
    .map(({ body }) => (body as { parts: { text: string }[] }).parts[0]?.text);

export function begin(wire: SimulatedServer): void {
  wire.statuses.set("ses_1", { type: "busy" });
  wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
}

/** The run ends, with an answer that is as `info` says. */
export function end(wire: SimulatedServer, info: Record<string, unknown> = {}): void {
  const time = { created: Date.now() + 1, completed: Date.now() + 2 };
  const id = `msg_answer_${wire.requests.length}`;
  const list = wire.messages.get("ses_1") ?? [];
  wire.messages.set("ses_1", list);
  list.push({ info: { id, sessionID: "ses_1", role: "assistant", time, finish: "stop", ...info }, parts: [] });
  wire.statuses.delete("ses_1");
  wire.emit("session.status", { sessionID: "ses_1", status: { type: "idle" } });
}

export async function setUp(wire?: SimulatedServer) {
  const set = setUpHub(wire);
  const opened = await set.openSession();
  async function queue(text: string, key: SessionKey = opened.key): Promise<string> {
    const messageId = await set.hub.calls.identify(key);
    await set.hub.calls.send({ key, messageId, text, context: [], queue: true });
    await pass();
    return messageId;
  }
  const texts = () =>
    set.state.outbox.map(({ prompt, state }) => {
      const [part] = prompt.parts;
      return `${part?.type === "text" ? part.text : ""}: ${state}`;
    });
  return { ...set, ...opened, queue, texts };
}

/** With a run under way and three prompts in the queue. */
export async function withThree() {
  const set = await setUp();
  begin(set.wire);
  await pass(100);
  const ids = [await set.queue("One"), await set.queue("Two"), await set.queue("Three")] as const;
  return { ...set, ids };
}
