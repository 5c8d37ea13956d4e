import type { Accessor } from "solid-js";
import type { MessageId, Transcript } from "../../../lib/model";
import { contentOf, isNothing } from "../message/content";
import type { Jump } from "./create-jump";
import type { Reach } from "./create-reach";
import { articleOf, placeIn } from "./place";

export interface StepsOptions {
  ids: Accessor<readonly MessageId[]>;
  transcript: Accessor<Transcript>;
  scroller: Accessor<HTMLElement>;
  content: Accessor<HTMLElement>;
  reach: Reach;
  jump: Jump;
  toEnd(): void;
}

/** Pixels from the top of the box within which a message counts as standing there. */
const NEAR = 12;

/** Whether a message is what the user said, and not what stands for a compaction or was added by the program alone. */
export function isPromptOf({ messages, partIds, parts }: Transcript, id: MessageId): boolean {
  return (
    messages[id]?.role === "user" && !isNothing(contentOf((partIds[id] ?? []).flatMap((part) => parts[part] ?? [])))
  );
}

/** From one prompt of the user to the one before or after it. */
export function createSteps(options: StepsOptions): { up(): Promise<void>; down(): Promise<void> } {
  const { ids, content, scroller } = options;
  const isPrompt = (id: MessageId) => isPromptOf(options.transcript(), id);
  /** Index of the first message that can be seen. */
  const here = () => ids().indexOf(placeIn(scroller(), content())?.messageId ?? "");
  /** How far a message stands below the top of the box; far, when it is not on the page. */
  const below = (id: MessageId) => {
    const article = articleOf(content(), id);
    return article ? article.getBoundingClientRect().top - scroller().getBoundingClientRect().top : Infinity;
  };

  return {
    async up() {
      const start = ids()[here()];
      if (start === undefined) return;
      const before = () => {
        const at = ids().indexOf(start);
        return ids().findLast((id, index) => isPrompt(id) && (index < at || (index === at && below(id) < 0)));
      };
      // Without one before it there is nowhere to go.
      if ((await options.reach.until(() => before() !== undefined)) !== "held") return;
      const id = before();
      if (id !== undefined) await options.jump(id);
    },
    async down() {
      const at = Math.max(0, here());
      const id = ids().find((one, index) => index >= at && isPrompt(one) && below(one) > NEAR);
      if (id === undefined) options.toEnd();
      else await options.jump(id);
    },
  };
}
