import { createSearch, type FoundPage, type Hit } from "../find/find";
import type { Transcript } from "../model";
import type { OpenCodeClient, SessionRef } from "../opencode/client";
import { type Surroundings, sleep } from "../sync/surroundings";

/** Messages fetched at once to look through them: 200 of common size are some 200 kB. */
const PAGE = 200;
/** Messages looked through in one go: some 20 ms when each of them has what is looked for. */
const STRIDE = 100;

/** Looks through the messages that are held, in strides, so that others get their turn. */
export async function findHeld(
  transcript: Transcript | undefined,
  query: string,
  surroundings: Surroundings,
): Promise<FoundPage> {
  if (!transcript) return { hits: [], searched: 0 };
  const search = createSearch(query);
  const { olderCursor } = transcript;
  const ids = [...transcript.messageIds];
  const hits: Hit[] = [];
  for (const [index, id] of ids.entries()) {
    if (index > 0 && index % STRIDE === 0) await sleep(surroundings, 0);
    const message = transcript.messages[id];
    if (!message) continue;
    const parts = (transcript.partIds[id] ?? []).flatMap((partId) => transcript.parts[partId] ?? []);
    hits.push(...search({ message, parts }));
  }
  return { hits, searched: ids.length, ...(olderCursor === undefined ? {} : { olderCursor }) };
}

/**
 * Looks through the page before a cursor. Nothing of it is kept: a search costs no more memory than one page.
 *
 * @throws FaultError when the server cannot be asked
 */
export async function findOlder(
  client: OpenCodeClient,
  ref: SessionRef,
  query: string,
  before: string,
): Promise<FoundPage> {
  const { messages, olderCursor } = await client.messages(ref, { limit: PAGE, before });
  const hits = messages.flatMap(createSearch(query));
  return { hits, searched: messages.length, ...(olderCursor === undefined ? {} : { olderCursor }) };
}
