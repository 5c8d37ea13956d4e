import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { promptWords } from "../../lib/find/pieces";
import { type Catalog, type MessageId, type OutboxEntry, type SessionKey, splitCommand } from "../../lib/model";
import type { Rewording } from "../../lib/storage/drafts";
import type { App } from "../app/context";
import { commandIn } from "../composer/suggest/suggestions";

/** Milliseconds after which the background is told again that a message is being changed. */
const AGAIN = 2_000;

export interface Rewordings {
  /** The words so far of a message that is being changed. */
  wordsOf(entry: OutboxEntry): string | undefined;
  /** What it says by now, when another window has changed it since. */
  otherOf(entry: OutboxEntry): string | undefined;
  /** Whether that was begun here, and not in another window. */
  isOwn(entry: OutboxEntry): boolean;
  begin(entry: OutboxEntry): void;
  change(entry: OutboxEntry, words: string): void;
  cancel(entry: OutboxEntry): void;
  /** Rejects with a `FaultError`: what is written stays. */
  save(entry: OutboxEntry): Promise<void>;
  /** What was written for a message that went before it was saved has been put into the composer. */
  isLate: Accessor<boolean>;
}

const idOf = ({ prompt }: OutboxEntry): MessageId => prompt.messageId;

/**
 * Changing the words of messages that wait: in the draft, so that it survives the panel and other windows go on with it. They and
 * those behind them wait for that; what was written for one that went all the same, hurried from elsewhere, goes to the composer.
 */
export function createRewording(
  app: Pick<App, "background" | "drafts">,
  key: SessionKey,
  entries: Accessor<readonly OutboxEntry[]>,
  catalog: Accessor<Catalog | undefined>,
): Rewordings {
  const held = (): Record<MessageId, Rewording> => app.drafts.get(key).rewordings ?? {};
  const heldOf = (entry: OutboxEntry) => held()[idOf(entry)];
  /** Those that wait, as one text, so that it is the same while they are. */
  const changing = createMemo(() => JSON.stringify(entries().filter(heldOf).map(idOf)));
  const [saving, setSaving] = createSignal<ReadonlySet<MessageId>>(new Set());
  const own = new Set<MessageId>();

  function put(id: MessageId, rewording: Rewording | undefined): void {
    const { [id]: _, ...others } = held();
    const next = rewording ? { ...others, [id]: rewording } : others;
    app.drafts.change(key, { rewordings: Object.keys(next).length > 0 ? next : undefined });
  }

  createEffect(
    on(changing, (list) => {
      const ids = JSON.parse(list) as MessageId[];
      if (ids.length === 0) return;
      const warn = (error: unknown) => console.warn("Whether a message is being changed could not be told", error);
      const tell = (): void => {
        for (const id of ids) app.background.awaitQueued(id).catch(warn);
      };
      tell();
      const timer = setInterval(tell, AGAIN);
      onCleanup(() => {
        clearInterval(timer);
        // What is only left here may be changed on in another window: that is over when nobody tells of it any more.
        for (const id of ids) if (!held()[id]) app.background.unawaitQueued(id).catch(warn);
      });
    }),
  );
  createEffect(() => {
    const waiting = new Set(entries().map(idOf));
    const late = Object.entries(held()).filter(([id]) => !waiting.has(id) && !saving().has(id));
    if (late.length === 0) return;
    const { text, rewordings } = app.drafts.get(key);
    const texts = [text, ...late.map(([, { words }]) => words)].filter((words) => words.trim() !== "");
    const gone = new Set(late.map(([id]) => id));
    const rest = Object.entries(rewordings ?? {}).filter(([id]) => !gone.has(id));
    app.drafts.change(key, {
      text: texts.join("\n\n"),
      rewordings: rest.length > 0 ? Object.fromEntries(rest) : undefined,
      late: true,
    });
  });

  createEffect(() => {
    const { late, text } = app.drafts.get(key);
    if (late && text === "") app.drafts.change(key, { late: undefined });
  });

  /** Whether a command is made of it; before anybody knows the commands, one stays one. */
  function kindOf({ prompt: { run } }: OutboxEntry, words: string): "command" | undefined {
    const isSame = run?.type === "command" && run.name === splitCommand(words)?.name;
    return (catalog() ? commandIn(catalog(), words) !== undefined : isSame) ? "command" : undefined;
  }

  return {
    wordsOf: (entry) => heldOf(entry)?.words,
    otherOf(entry) {
      const { words, from } = heldOf(entry) ?? {};
      const now = promptWords(entry.prompt);
      const isSame = from === undefined || from === now || words?.trim() === now;
      return isSame || saving().has(idOf(entry)) ? undefined : now;
    },
    isOwn: (entry) => own.has(idOf(entry)),
    begin(entry) {
      app.drafts.change(key, { late: undefined });
      if (heldOf(entry)) return;
      own.add(idOf(entry));
      const words = promptWords(entry.prompt);
      put(idOf(entry), { words, from: words });
    },
    change(entry, words) {
      const { from } = heldOf(entry) ?? {};
      put(idOf(entry), { words, ...(from === undefined ? {} : { from }) });
    },
    cancel: (entry) => put(idOf(entry), undefined),
    async save(entry) {
      const id = idOf(entry);
      const words = heldOf(entry)?.words ?? "";
      const kind = kindOf(entry, words);
      setSaving((ids) => new Set([...ids, id]));
      try {
        const was = promptWords(entry.prompt);
        await app.background.rewordQueued(id, words, was, ...(kind ? ([kind] as const) : []));
        put(id, undefined);
      } finally {
        setSaving((ids) => new Set([...ids].filter((one) => one !== id)));
      }
    },
    isLate: () => app.drafts.get(key).late === true,
  };
}
