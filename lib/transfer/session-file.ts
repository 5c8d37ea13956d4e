import * as v from "valibot";

/*
 * A session as `opencode export` writes it and `opencode import` reads it: what the server has, in the server's own words.
 * Only what tells that it is one is checked; every other field stays as it is.
 */

const Part = v.looseObject({ id: v.string(), type: v.string() });
const Entry = v.looseObject({
  info: v.looseObject({ id: v.string(), role: v.string(), time: v.looseObject({ created: v.number() }) }),
  parts: v.array(Part),
});

export const SessionFileSchema = v.looseObject({
  info: v.looseObject({ id: v.string(), title: v.string() }),
  messages: v.array(Entry),
});
export type SessionFile = v.InferOutput<typeof SessionFileSchema>;

/** Characters of a file beyond which it does not fit through a port, whose messages Chromium limits to 64 MiB. */
const LONGEST = 48_000_000;

export type ReadFile = { ok: true; file: SessionFile } | { ok: false; why: string };

/** Reads what the user says is an exported session; `why` says what it is instead, and what to do. */
export function readSessionFile(text: string): ReadFile {
  if (text.length > LONGEST) return { ok: false, why: "It is larger than 48 MB, more than a browser lets through." };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, why: "It is not JSON. Choose a file that was exported here or by “opencode export”." };
  }
  const read = v.safeParse(SessionFileSchema, raw);
  if (read.success) return { ok: true, file: read.output };
  return {
    ok: false,
    why: "It is JSON, but no session. Choose a file that was exported here or by “opencode export”.",
  };
}
