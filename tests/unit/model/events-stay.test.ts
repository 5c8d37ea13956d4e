import { expect, test } from "vitest";
import { emptyServer, type Part, reduce, type ServerEvent } from "../../../lib/model";

const PART: Part = { id: "prt_1", messageId: "msg_1", sessionId: "ses_1", order: "prt_1", type: "text", text: "" };
const DELTA: ServerEvent = {
  type: "part.delta",
  sessionId: "ses_1",
  messageId: "msg_1",
  partId: "prt_1",
  delta: "High water",
};
const server = () =>
  emptyServer({
    id: "s",
    name: "Local",
    url: "http://127.0.0.1:4096",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });

test.each<{ from: string; event: ServerEvent }>([
  { from: "the stream", event: { type: "part.upserted", part: PART } },
  {
    from: "a page",
    event: {
      type: "transcript.page",
      sessionId: "ses_1",
      page: "newest",
      messages: [
        {
          message: { id: "msg_1", sessionId: "ses_1", order: "msg_1", role: "assistant", createdAt: 1 },
          parts: [PART],
        },
      ],
    },
  },
])("an event from $from that waits to be sent does not grow with the text after it", ({ event }) => {
  const waiting = structuredClone(event);
  const held = server();
  reduce(held, { type: "session.status", sessionId: "ses_1", status: { type: "busy" } });
  reduce(held, event);
  reduce(held, DELTA);
  expect(event).toEqual(waiting);
});
