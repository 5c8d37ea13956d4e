import { type Accessor, createMemo } from "solid-js";
import { promptWords } from "../../../lib/find/pieces";
import { isUnsent, type SessionKey } from "../../../lib/model";
import type { App } from "../../app/context";
import { joined } from "../edit-entry";
import { returnFiles } from "../edit-files";
import { takeBack } from "../take-back";

export interface LeftBehind {
  /** All of it, in the order in which it would have been sent; "" when there is none. */
  words: Accessor<string>;
  /** Puts it into the draft of a new session, before what stands there. Rejects with a `FaultError`: all of it is in one of the two. */
  takeAlong(): Promise<void>;
  /** Rejects with a `FaultError`. */
  drop(): Promise<void>;
}

/** What the user wrote for a session that is gone: messages that were not sent, and the draft. */
export function createLeftBehind(
  { state, drafts, background }: Pick<App, "state" | "drafts" | "background">,
  key: SessionKey,
): LeftBehind {
  const entries = createMemo(() => state.outbox.filter((entry) => entry.key === key && isUnsent(entry)));

  return {
    words: createMemo(() =>
      [...entries().map(({ prompt }) => promptWords(prompt)), drafts.get(key).text]
        .filter((text) => text.trim() !== "")
        .join("\n\n"),
    ),

    async takeAlong() {
      await Promise.all([drafts.load(key), drafts.load("new")]);
      drafts.change("new", { shell: undefined, ...joined(drafts.get(key), drafts.get("new")) });
      await drafts.stored();
      drafts.clear(key);
      // From the last one on: each is put before what stands there.
      for (const entry of entries().toReversed()) {
        const files = await returnFiles(entry.prompt.parts, undefined);
        await takeBack({ drafts, discard: background.discard }, "new", entry, files);
      }
    },

    async drop() {
      for (const { prompt } of entries()) await background.discard(prompt.messageId);
      drafts.clear(key);
    },
  };
}
