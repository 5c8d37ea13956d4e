import { readFile } from "node:fs/promises";
import * as v from "valibot";

const Call = v.object({
  method: v.string(),
  /** With its query. */
  path: v.string(),
  body: v.optional(v.unknown()),
  status: v.number(),
  response: v.optional(v.unknown()),
  /** How many events had arrived when the request left, and when its answer was complete. */
  events: v.object({ before: v.number(), after: v.number() }),
});

/** What the server stored of one session in the end. */
export const StoredSession = v.object({
  /** `GET /session/{id}` */
  session: v.looseObject({ id: v.string() }),
  /** `GET /session/{id}/message` */
  messages: v.array(v.looseObject({ info: v.looseObject({ id: v.string() }), parts: v.array(v.unknown()) })),
});

const Recording = v.object({
  /** Of the server, from `GET /global/health`. */
  version: v.string(),
  scenario: v.string(),
  /** What happens in it. */
  about: v.string(),
  directory: v.string(),
  /**
   * The events of `GET /global/event`, in order, with their envelopes, as they arrived. The server sends most of them
   * twice, the second time as `sync`; those copies are kept only where `sse` is kept as well.
   */
  events: v.array(v.unknown()),
  /** What was asked of the server meanwhile, in the order of the answers. */
  calls: v.array(Call),
  /** The sessions of the scenario, oldest first. */
  sessions: v.array(StoredSession),
  /** Small recordings only: the bytes of the stream, as text. */
  sse: v.optional(v.string()),
});

/** What a real server sent and stored during one scenario. Made by `record.ts`; never edited by hand. */
export type Recording = v.InferOutput<typeof Recording>;
export type Call = v.InferOutput<typeof Call>;

// Apart, because Vite makes a web address of `new URL(…, import.meta.url)` where a test has a DOM.
const here = import.meta.url;
const FOLDER = new URL("../../recordings/", here);

/** Where a recording is kept. */
export const recordingFile = (scenario: string): URL => new URL(`${scenario}.json`, FOLDER);

/** Reads a recording by its scenario's name. */
export async function loadRecording(scenario: string): Promise<Recording> {
  return v.parse(Recording, JSON.parse(await readFile(recordingFile(scenario), "utf8")));
}
