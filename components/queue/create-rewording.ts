import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { type Catalog, type OutboxEntry, type SessionKey, splitCommand } from "../../lib/model";
import type { App } from "../app/context";
import { commandIn } from "../composer/suggest/suggestions";
import { wordsOf } from "./queue-words";

/** Milliseconds after which the background is told again that a message is being changed. */
const AGAIN = 2_000;

export interface Rewordings {
  /** The words so far of the message that is being changed. */
  wordsOf(entry: OutboxEntry): string | undefined;
  begin(entry: OutboxEntry): void;
  change(words: string): void;
  cancel(): void;
  /** Rejects with a `FaultError`: what is written stays. */
  save(entry: OutboxEntry): Promise<void>;
  /** What was written for a message that went before it was saved has been put into the composer. */
  isLate: Accessor<boolean>;
}

/**
 * Changing the words of a message that waits: in the draft, so that it survives the panel. It and those behind it wait for that;
 * what was written for one that went all the same, hurried from elsewhere, goes to the composer.
 */
export function createRewording(
  app: Pick<App, "background" | "drafts">,
  key: SessionKey,
  entries: Accessor<readonly OutboxEntry[]>,
  catalog: Accessor<Catalog | undefined>,
): Rewordings {
  const held = () => app.drafts.get(key).rewording;
  const heldId = createMemo(() => held()?.id);
  const isWaiting = createMemo(() => entries().some(({ prompt }) => prompt.messageId === heldId()));
  const [saving, setSaving] = createSignal(false);
  const [isLate, setLate] = createSignal(false);
  const end = (): void => app.drafts.change(key, { rewording: undefined });

  createEffect(
    on([heldId, isWaiting], ([id, waits]) => {
      if (id === undefined || !waits) return;
      const warn = (error: unknown) => console.warn("Whether a message is being changed could not be told", error);
      const tell = (): void => void app.background.awaitQueued(id).catch(warn);
      tell();
      const timer = setInterval(tell, AGAIN);
      onCleanup(() => {
        clearInterval(timer);
        app.background.unawaitQueued(id).catch(warn);
      });
    }),
  );
  createEffect(() => {
    const late = held();
    if (!late || isWaiting() || saving()) return;
    const { text } = app.drafts.get(key);
    const texts = [text, late.words].filter((words) => words.trim() !== "");
    app.drafts.change(key, { text: texts.join("\n\n"), rewording: undefined });
    setLate(true);
  });

  /** Whether a command is made of it; before anybody knows the commands, one stays one. */
  function kindOf({ prompt: { run } }: OutboxEntry, words: string): "command" | undefined {
    const isSame = run?.type === "command" && run.name === splitCommand(words)?.name;
    return (catalog() ? commandIn(catalog(), words) !== undefined : isSame) ? "command" : undefined;
  }

  return {
    wordsOf: (entry) => (entry.prompt.messageId === heldId() ? held()?.words : undefined),
    begin(entry) {
      setLate(false);
      app.drafts.change(key, { rewording: { id: entry.prompt.messageId, words: wordsOf(entry) } });
    },
    change(words) {
      const id = heldId();
      if (id !== undefined) app.drafts.change(key, { rewording: { id, words } });
    },
    cancel: end,
    async save(entry) {
      const words = held()?.words ?? "";
      const kind = kindOf(entry, words);
      setSaving(true);
      try {
        await app.background.rewordQueued(entry.prompt.messageId, words, ...(kind ? ([kind] as const) : []));
        end();
      } finally {
        setSaving(false);
      }
    },
    isLate,
  };
}
