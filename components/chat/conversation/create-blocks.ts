import { type Accessor, createMemo, mapArray } from "solid-js";
import type { MessageId, Part, ToolPart } from "../../../lib/model";
import { phaseOf } from "../../tools/phase";
import type { Chat } from "../chat-context";
import { type Block, blocksOf, explores, isVisible, type Shown } from "../parts/blocks";

const NOTHING: readonly Block[] = [];

/** What the user does not want to see counts as if it were not there. */
export interface BlocksOptions extends Pick<Chat, "transcript" | "requests" | "working" | "live"> {
  isHidden(part: Part): boolean;
}

/** What the answers on the page show, each in its blocks. @param ids of the messages on the page. */
export function createBlocks(
  ids: Accessor<readonly MessageId[]>,
  chat: BlocksOptions,
): (id: MessageId) => readonly Block[] {
  const phase = (part: ToolPart) => phaseOf(part, chat.requests(), chat.working() || !chat.live());

  function shownOf(id: MessageId): Accessor<Shown> {
    const message = () => chat.transcript().messages[id];
    const isAnswer = createMemo(() => message()?.role === "assistant");
    const held = () => (chat.transcript().partIds[id] ?? []).flatMap((part) => chat.transcript().parts[part] ?? []);
    // One memo a part: a growing text asks again on every delta, and only its first word changes the list.
    const parts = mapArray(
      () => (isAnswer() ? held() : []),
      (part: Part) => ({
        id: part.id,
        visible: createMemo(() => isVisible(part) && !chat.isHidden(part)),
        explores: createMemo(() => explores(part, phase)),
      }),
    );
    return createMemo((): Shown => {
      const pieces = parts().flatMap((part) => (part.visible() ? [{ id: part.id, explores: part.explores() }] : []));
      const opens = !isAnswer() || message()?.isSummary === true;
      return { id, pieces, opens, ends: message()?.error !== undefined };
    });
  }

  const shown = mapArray(ids, shownOf);
  const blocks = createMemo(() => blocksOf(shown().map((one) => one())));
  return (id) => blocks().get(id) ?? NOTHING;
}
