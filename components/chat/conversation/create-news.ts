import { type Accessor, createEffect, createMemo, on } from "solid-js";
import { isGrowing, type MessageId, type Transcript } from "../../../lib/model";

export interface NewsOptions {
  ids: Accessor<readonly MessageId[]>;
  transcript: Accessor<Transcript>;
  /** Prompts that wait below the messages. */
  pending: Accessor<number>;
  /** Whether what is held is what the server has now. */
  live: Accessor<boolean>;
  /** Something has come at the end. */
  onNews(): void;
}

/**
 * Notices what comes at the end of a conversation, whether it is on the page or not. A fold that the reader opens there
 * also makes the page longer, but is no news; nor is what was there when the conversation was opened.
 */
export function createNews({ ids, transcript, pending, live, onNews }: NewsOptions): void {
  const end = createMemo(() => endOf(transcript(), ids().at(-1)) + pending());
  let isKnown = false;
  createEffect(
    on(
      end,
      () => {
        if (isKnown) onNews();
      },
      { defer: true },
    ),
  );
  // After the first: what comes with the page that makes it known is what was there.
  createEffect(() => {
    isKnown ||= live();
  });
}

/** Tells two ends apart: by their last message, its last part, and how far that has grown. */
export function endOf({ partIds, parts }: Transcript, id: MessageId | undefined): string {
  const partId = id === undefined ? undefined : partIds[id]?.at(-1);
  const part = partId === undefined ? undefined : parts[partId];
  const grown = part && isGrowing(part) ? part.text.length : part?.type === "tool" ? part.state.status : "";
  return `${id} ${partId} ${grown} `;
}
