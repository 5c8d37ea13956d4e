import { FaultError } from "../../model";
import type { SessionRef } from "../client";
import { compact } from "../compact";
import type { Http } from "../http";
import { shallow } from "../shallow";
import type { SessionTransfer } from "../transfer";
import { check, decodeSession } from "./decode";
import { type ReplayEvent, replayOf } from "./replay";
import { CurrentProject } from "./schema";

/** Characters of events sent at once: what a server takes up within a second. */
const BATCH = 500_000;

/** Export and import: the part of the client for servers of version 1.x that deals with sessions in the server's own words. */
export function createSessionTransfer(http: Http): SessionTransfer {
  const at = (ref: SessionRef, rest = "") => `/session/${encodeURIComponent(ref.id)}${rest}`;

  return {
    async wireSession(ref, signal) {
      return shallow((await http.get(at(ref), { query: { directory: ref.directory }, signal })).body);
    },

    async wireMessages(ref, { limit, before }, signal) {
      const query = { directory: ref.directory, limit, before };
      const { body, headers } = await http.get(at(ref, "/message"), { query, signal });
      if (!Array.isArray(body)) throw new FaultError({ kind: "server-fault", detail: "the list of messages is none" });
      return compact({ messages: body.map(shallow), olderCursor: headers.get("x-next-cursor") ?? undefined });
    },

    async wireMessage(ref, id, signal) {
      const query = { directory: ref.directory };
      return shallow((await http.get(at(ref, `/message/${encodeURIComponent(id)}`), { query, signal })).body);
    },

    async importSession(directory, file, identify, signal) {
      const query = { directory };
      const project = check(CurrentProject, (await http.get("/project/current", { query, signal })).body);
      if (!project) throw new FaultError({ kind: "server-fault", detail: "the project is not as expected" });
      const events = replayOf(file, { directory, projectID: project.id }, identify);
      const ref = { id: events[0]?.aggregateID ?? "", directory };
      try {
        for (const batch of batches(events)) {
          await http.post("/sync/replay", { query, json: { directory, events: batch }, signal });
        }
        const session = decodeSession((await http.get(at(ref), { query, signal })).body);
        if (!session) throw new FaultError({ kind: "server-fault", detail: "the imported session is not as expected" });
        return session;
      } catch (error) {
        // Half a session is none. Without it nothing is left to be deleted, or nobody to be asked.
        await http.delete(at(ref), { query }).catch(() => undefined);
        throw error;
      }
    },
  };
}

function* batches(events: readonly ReplayEvent[]): Generator<ReplayEvent[]> {
  let batch: ReplayEvent[] = [];
  let size = 0;
  for (const event of events) {
    const length = JSON.stringify(event).length;
    if (batch.length > 0 && size + length > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(event);
    size += length;
  }
  if (batch.length > 0) yield batch;
}
