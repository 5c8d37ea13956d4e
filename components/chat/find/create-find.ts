import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { FoundPage, Hit } from "../../../lib/find/find";
import { type Fault, type MessageId, type Transcript, toFault } from "../../../lib/model";
import { lastUpTo, merged, numberOf, type Spot, stepped, totalOf } from "./hits";

/** Milliseconds that typing rests before it is searched. */
const REST = 150;
/** Milliseconds after a change at the end of the session before it is searched again. */
const SETTLE = 1_000;

/** `older`: messages that are not held are being searched; `stopped`: they were, until the user or a fault ended it. */
export type Progress = "none" | "held" | "older" | "stopped" | "done";

export interface FindOptions {
  /** Rejects with a `FaultError`. */
  search(query: string, olderCursor?: string): Promise<FoundPage>;
  transcript: Accessor<Transcript>;
  revertedFrom: Accessor<MessageId | undefined>;
  /** Changes when what is held has changed enough to be searched again. */
  version: Accessor<unknown>;
  /** The last message the reader sees. */
  lastSeen(): MessageId | undefined;
  /** Brings the reader there. */
  show(spot: Spot): void;
}

export interface Find {
  query: Accessor<string>;
  setQuery(query: string): void;
  total: Accessor<number>;
  /** The number of the current spot, from 1 on; 0 when there is none. */
  number: Accessor<number>;
  spot: Accessor<Spot | undefined>;
  /** How often a piece has it. */
  totalIn(pieceId: string): number;
  progress: Accessor<Progress>;
  /** Messages looked through so far. */
  searched: Accessor<number>;
  fault: Accessor<Fault | undefined>;
  step(by: 1 | -1): void;
  stop(): void;
  goOn(): void;
}

/** A search through a whole session: what is held first, then what is not, from new to old. */
export function createFind(options: FindOptions): Find {
  const [query, setQuery] = createSignal("");
  const [found, setFound] = createSignal<readonly Hit[]>([]);
  const [spot, setSpot] = createSignal<Spot>();
  const [progress, setProgress] = createSignal<Progress>("none");
  const [searched, setSearched] = createSignal(0);
  const [fault, setFault] = createSignal<Fault>();
  /** The search under way; another one, or none, ends it. */
  let own: symbol | undefined;
  let cursor: string | undefined;
  onCleanup(() => {
    own = undefined;
  });

  /** Nothing that is reverted counts. */
  const hits = createMemo(() => {
    const end = options.transcript().messages[options.revertedFrom() ?? ""]?.order;
    return end === undefined ? found() : found().filter((hit) => hit.order < end);
  });

  function go(to: Spot | undefined): void {
    setSpot(to);
    if (to) options.show(to);
  }

  async function run(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const mine = Symbol();
    own = mine;
    const isCurrent = () => own === mine;
    setFault(undefined);
    try {
      await work(isCurrent);
    } catch (error) {
      if (!isCurrent()) return;
      setFault(toFault(error));
      setProgress("stopped");
    } finally {
      if (isCurrent()) own = undefined;
    }
  }

  async function searchOlder(words: string, isCurrent: () => boolean): Promise<void> {
    while (cursor !== undefined) {
      setProgress("older");
      const page = await options.search(words, cursor);
      if (!isCurrent()) return;
      cursor = page.olderCursor;
      setFound((known) => merged(known, page.hits, () => false));
      setSearched((count) => count + page.searched);
    }
    setProgress("done");
  }

  const begin = (words: string) =>
    run(async (isCurrent) => {
      setProgress("held");
      cursor = undefined;
      const page = await options.search(words);
      if (!isCurrent()) return;
      cursor = page.olderCursor;
      setFound(page.hits);
      setSearched(page.searched);
      const { messages } = options.transcript();
      const from = messages[spot()?.messageId ?? options.lastSeen() ?? ""]?.order ?? "";
      go(lastUpTo(hits(), from) ?? stepped(hits(), undefined, 1));
      await searchOlder(words, isCurrent);
    });

  createEffect(
    on(
      () => query().trim(),
      (words) => {
        own = undefined;
        if (words === "") {
          setFound([]);
          setSpot(undefined);
          setProgress("none");
          return;
        }
        const timer = setTimeout(() => void begin(words), REST);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );

  createEffect(
    on(
      options.version,
      () => {
        const words = query().trim();
        if (words === "") return;
        const timer = setTimeout(async () => {
          if (query().trim() !== words || progress() === "held") return;
          // The messages had not come yet.
          if (searched() === 0) return void begin(words);
          // Without an answer what was found stays; the connection's state tells why.
          const page = await options.search(words).catch(() => undefined);
          if (!page || query().trim() !== words) return;
          const { messages } = options.transcript();
          setFound((known) => merged(known, page.hits, (id) => id in messages));
        }, SETTLE);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );

  return {
    query,
    setQuery,
    total: createMemo(() => totalOf(hits())),
    number: createMemo(() => numberOf(hits(), spot())),
    spot,
    totalIn: (pieceId) => totalOf(hits().filter((hit) => hit.pieceId === pieceId)),
    progress,
    searched,
    fault,
    step: (by) => go(stepped(hits(), spot(), by)),
    stop() {
      own = undefined;
      setProgress("stopped");
    },
    goOn() {
      const words = query().trim();
      void (cursor === undefined ? begin(words) : run((isCurrent) => searchOlder(words, isCurrent)));
    },
  };
}
