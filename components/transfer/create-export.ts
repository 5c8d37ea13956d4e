import { type Accessor, createSignal, onCleanup } from "solid-js";
import { unwrap } from "solid-js/store";
import { type Fault, type MessageWithParts, type Session, type SessionKey, toFault } from "../../lib/model";
import { fileNameOf } from "../../lib/transfer/file-name";
import { markdownOf } from "../../lib/transfer/markdown";
import type { App } from "../app/context";
import { saveFile } from "./save-file";

export type Format = "markdown" | "json";

export interface Export {
  /** What is being fetched. */
  format: Accessor<Format | undefined>;
  /** Messages fetched so far. How many there are, a server does not tell. */
  count: Accessor<number>;
  fault: Accessor<Fault | undefined>;
  /** Resolves to whether the browser has the file. Another export ends the one under way. */
  run(format: Format): Promise<boolean>;
  cancel(): void;
}

interface Page<Entry> {
  messages: Entry[];
  olderCursor?: string;
}

/** Puts a whole session into a file: its pages one after the other, from new to old. */
export function createExport(
  background: Pick<App["background"], "wireSession" | "wirePage" | "messagePage">,
  key: SessionKey,
  session: Accessor<Session>,
): Export {
  const [format, setFormat] = createSignal<Format>();
  const [count, setCount] = createSignal(0);
  const [fault, setFault] = createSignal<Fault>();
  /** The export under way; another one, or none, ends it. */
  let own: symbol | undefined;
  onCleanup(() => {
    own = undefined;
  });

  /** All messages in order; `undefined` when it was cancelled. */
  async function collect<Entry>(
    isCurrent: () => boolean,
    fetchPage: (key: SessionKey, olderCursor?: string) => Promise<Page<Entry>>,
  ): Promise<Entry[] | undefined> {
    const pages: Entry[][] = [];
    let cursor: string | undefined;
    do {
      const page = await fetchPage(key, ...(cursor === undefined ? [] : [cursor]));
      if (!isCurrent()) return undefined;
      pages.push(page.messages);
      setCount((known) => known + page.messages.length);
      cursor = page.olderCursor;
    } while (cursor !== undefined);
    return pages.reverse().flat();
  }

  async function asMarkdown(isCurrent: () => boolean): Promise<boolean> {
    const messages = await collect<MessageWithParts>(isCurrent, background.messagePage);
    if (!messages) return false;
    const about = unwrap(session());
    saveFile(fileNameOf(about, "md"), "text/markdown", [...markdownOf(about, messages)]);
    return true;
  }

  async function asJson(isCurrent: () => boolean): Promise<boolean> {
    const info = await background.wireSession(key);
    const messages = isCurrent() ? await collect<unknown>(isCurrent, background.wirePage) : undefined;
    if (!messages) return false;
    // A message a piece: all of them as one text would be there twice.
    const pieces = messages.map((message, index) => `${index === 0 ? "" : ","}\n${JSON.stringify(message)}`);
    const whole = [`{"info":${JSON.stringify(info)},"messages":[`, ...pieces, "\n]}\n"];
    saveFile(fileNameOf(session(), "json"), "application/json", whole);
    return true;
  }

  return {
    format,
    count,
    fault,
    async run(wanted) {
      const mine = Symbol();
      own = mine;
      const isCurrent = () => own === mine;
      setFormat(wanted);
      setCount(0);
      setFault(undefined);
      try {
        return await (wanted === "markdown" ? asMarkdown(isCurrent) : asJson(isCurrent));
      } catch (error) {
        if (isCurrent()) setFault(toFault(error));
        return false;
      } finally {
        if (isCurrent()) setFormat(undefined);
      }
    },
    cancel() {
      own = undefined;
      setFormat(undefined);
    },
  };
}
