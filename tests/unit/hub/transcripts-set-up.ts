import { sizeOfTranscript, type Transcript } from "../../../lib/model";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";

export const MANY = 60;
export const NOW = 1_795_000_000_000;

export const message = (sessionID: string, id: string, role: string, created: number) => ({
  info: { id, sessionID, role, time: { created, ...(role === "user" ? {} : { completed: created }) } },
  parts: [
    {
      id: `prt_${id}`,
      sessionID,
      messageID: id,
      type: "text",
      text: `Words of ${id.slice(4)}`,
      time: { start: 1, end: 2 },
    },
  ],
});

/** A server with many sessions, of which each has a question and an answer. */
export async function setUp() {
  const set = setUpHub();
  for (let n = 0; n < MANY; n++) {
    const id = `ses_${n}`;
    set.wire.sessions.set(id, wireSession(id));
    set.wire.messages.set(id, [
      message(id, `msg_${n}a`, "user", NOW + 2 * n),
      message(id, `msg_${n}b`, "assistant", NOW + 2 * n + 1),
    ]);
  }
  const { server, leave } = await set.connect();
  const held = () => set.state.servers[server]?.transcripts ?? {};
  return {
    ...set,
    leave,
    held,
    key: (n: number) => `${server}/ses_${n}` as const,
    activity: (n: number) => set.state.servers[server]?.activities[`ses_${n}`]?.line,
    /** A panel that shows a session. */
    watch: (n: number) => set.hub.addPanel({ watching: `${server}/ses_${n}` }),
  };
}

export const assistant = (id: string) => ({
  id,
  sessionID: "ses_0",
  role: "assistant",
  time: { created: NOW + 1_000 },
});
export const growing = (id: string) => ({
  id,
  sessionID: "ses_0",
  messageID: "msg_run",
  type: "text",
  text: "",
  time: { start: 1 },
});

export const total = (held: Record<string, Transcript>) =>
  Object.values(held).reduce((sum, transcript) => sum + sizeOfTranscript(transcript), 0);

export const call = (sessionID: string, id: string, output: string) => ({
  id,
  sessionID,
  messageID: `msg_${id}`,
  type: "tool",
  callID: id,
  tool: "bash",
  state: { status: "completed", input: {}, output, title: "", metadata: {}, time: { start: 1, end: 2 } },
});
