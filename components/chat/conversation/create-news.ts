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
 * also makes the page longer, but is no news; nor is what goes, or what was there when the conversation was opened.
 */
export function createNews({ ids, transcript, pending, live, onNews }: NewsOptions): void {
  const end = createMemo(() => endOf(transcript(), ids().at(-1), pending()), undefined, {
    equals: isSameEnd,
  });
  let isKnown = false;
  createEffect(
    on(end, (now, before) => {
      if (isKnown && before && isLater(now, before)) onNews();
    }),
  );
  // After the first: what comes with the page that makes it known is what was there.
  createEffect(() => {
    isKnown ||= live();
  });
}

/** How far a conversation has come: its last message and part by their order, what is in that part, and prompts that wait. */
interface End {
  message: string;
  part: string;
  /** Characters of a text; of a tool the steps it has taken. */
  grown: number;
  pending: number;
}

const STEPS = ["pending", "running", "completed", "error"];

function endOf({ messages, partIds, parts }: Transcript, id: MessageId | undefined, pending: number): End {
  const partId = id === undefined ? undefined : partIds[id]?.at(-1);
  const part = partId === undefined ? undefined : parts[partId];
  const step = part?.type === "tool" ? STEPS.indexOf(part.state.status) : 0;
  return {
    message: (id === undefined ? undefined : messages[id]?.order) ?? "",
    part: part?.order ?? "",
    grown: part && isGrowing(part) ? part.text.length : step,
    pending,
  };
}

function isSameEnd(a: End | undefined, b: End | undefined): boolean {
  return a?.message === b?.message && a?.part === b?.part && a?.grown === b?.grown && a?.pending === b?.pending;
}

function isLater(now: End, before: End): boolean {
  if (now.pending > before.pending) return true;
  if (now.message !== before.message) return now.message > before.message;
  return now.part === before.part ? now.grown > before.grown : now.part > before.part;
}
