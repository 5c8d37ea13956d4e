import type { Accessor } from "solid-js";
import { type Mention, mentionWord, sameNamed } from "../../../lib/model";
import type { ContextItem } from "../../../lib/page/context";
import type { DraftKey } from "../../app/drafts";
import type { Attached, Unsent } from "../written";
import { itemsAfter, namedAfter } from "./named";

/** Keeps what is named along with the words that name it. */
export interface Named {
  /** A choice whose words are put into the text next. Of two with the same words it is the last. */
  expect(choice: { mention?: Mention | undefined; item?: ContextItem | undefined }): void;
  /** What changes with the text; nothing when all stays. */
  follow(now: string): Partial<Attached>;
}

/** Remembers for as long as the composer is there, so that undoing brings back what went with its words. */
export function createNamed(shown: Accessor<Unsent>, key: Accessor<DraftKey>): Named {
  let of = key();
  let known: Mention[] = [];
  let items: ContextItem[] = [];

  function expect({ mention, item }: Parameters<Named["expect"]>[0]): void {
    if (mention) known = [...known.filter((one) => !sameNamed(one, mention)), mention];
    if (item?.word !== undefined) items = [...items.filter(({ word }) => word !== item.word), item];
  }

  return {
    expect,
    follow(now) {
      if (of !== key()) [known, items] = [[], []];
      of = key();
      const { text, mentions: held = [], context } = shown();
      for (const mention of held) expect({ mention: { ...mention } });
      for (const item of context) expect({ item: { ...item } });
      const change: Partial<Attached> = {};
      const named = namedAfter(held, known, text, now);
      const isOther = named.map(mentionWord).join("\n") !== held.map(mentionWord).join("\n");
      if (isOther) change.mentions = named.length > 0 ? named : undefined;
      const there = itemsAfter(context, items, text, now);
      if (there.map(({ id }) => id).join() !== context.map(({ id }) => id).join()) change.context = there;
      return change;
    },
  };
}
