import { createStore, reconcile, unwrap } from "solid-js/store";
import type { ContextItem } from "../../lib/page/context";
import { type Draft, type DraftKey, emptyDraft, storedDraft } from "../../lib/storage/drafts";
import { StorageFullError } from "../../lib/storage/stored";
import { dropTranscripts } from "../../lib/storage/transcripts";

export type { Draft, DraftKey } from "../../lib/storage/drafts";

/** Characters past which a text is stored with a pause: writing a megabyte for each key takes longer than typing it. */
const LONG = 100_000;
/** Milliseconds of that pause. It ends at once when the panel is left, hidden or closed. */
const PAUSE = 500;

/**
 * Drafts of all sessions; every change is stored at once, a very long text at most twice a second. Changes made while
 * one is being stored are stored together. Reading is reactive.
 */
export interface Drafts {
  get(key: DraftKey): Draft;
  change(key: DraftKey, change: Partial<Draft>): void;
  addContext(key: DraftKey, item: ContextItem): void;
  changeContext(key: DraftKey, id: string, text: string): void;
  removeContext(key: DraftKey, id: string): void;
  /** What has been sent goes; the choice of agent, model and place stays. */
  clear(key: DraftKey): void;
  /** Resolves when the stored draft is there. */
  load(key: DraftKey): Promise<void>;
  /** Resolves when every change so far is stored. */
  stored(): Promise<void>;
}

/** Events, on their way down, after which the panel may be gone. */
const LEAVING = ["blur", "visibilitychange", "pagehide"];

/** @param onLost a draft could not be stored, and lives only as long as the panel */
export function createDrafts(onLost: () => void): Drafts {
  const [drafts, setDrafts] = createStore<Record<string, Draft>>({});
  const loading = new Map<DraftKey, Promise<void>>();
  const touched = new Set<DraftKey>();
  /** Drafts with a change that waits to be stored. */
  const queued = new Set<DraftKey>();
  let hurry = (): void => {};
  // One after the other: what was typed last is what is stored in the end.
  let queue: Promise<void> = Promise.resolve();

  function load(key: DraftKey): Promise<void> {
    const held = loading.get(key);
    if (held) return held;
    const done = storedDraft(key)
      .load()
      .then(({ value }) => {
        // What was typed while it loaded counts.
        if (!touched.has(key)) setDrafts(key, reconcile(value));
      }, onLost);
    loading.set(key, done);
    return done;
  }

  function get(key: DraftKey): Draft {
    void load(key);
    return drafts[key] ?? emptyDraft();
  }

  async function store(key: DraftKey, draft: Draft): Promise<void> {
    const isEmpty = draft.text === "" && draft.context.length === 0 && !draft.agent && !draft.model && !draft.target;
    const save = () => (isEmpty ? storedDraft(key).remove() : storedDraft(key).save(draft));
    try {
      await save();
    } catch (error) {
      if (!(error instanceof StorageFullError)) return onLost();
      // Copies of what the server has make room for what nobody else has.
      await dropTranscripts(() => true)
        .then(save)
        .catch(onLost);
    }
  }

  function change(key: DraftKey, fields: Partial<Draft>): void {
    touched.add(key);
    setDrafts(key, { ...emptyDraft(), ...drafts[key], ...fields });
    if (queued.has(key)) return;
    queued.add(key);
    queue = queue.then(async () => {
      if ((drafts[key]?.text.length ?? 0) > LONG) await pause();
      queued.delete(key);
      await store(key, structuredClone(unwrap(drafts[key] ?? emptyDraft())));
    });
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        for (const type of LEAVING) removeEventListener(type, end, true);
        hurry = () => {};
        resolve();
      };
      const timer = setTimeout(end, PAUSE);
      for (const type of LEAVING) addEventListener(type, end, true);
      hurry = end;
    });
  }

  return {
    get,
    change,
    load,
    stored: () => {
      hurry();
      return queue;
    },
    addContext(key, item) {
      const { context } = get(key);
      if (!context.some((one) => one.id === item.id)) change(key, { context: [...context, item] });
    },
    changeContext(key, id, text) {
      change(key, { context: get(key).context.map((item) => (item.id === id ? { ...item, text } : item)) });
    },
    removeContext(key, id) {
      change(key, { context: get(key).context.filter((item) => item.id !== id) });
    },
    clear: (key) => change(key, { text: "", context: [] }),
  };
}
