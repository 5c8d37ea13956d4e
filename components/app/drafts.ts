import { createStore, reconcile, unwrap } from "solid-js/store";
import type { StorageReport } from "../../lib/bridge/calls/panel";
import type { ContextItem } from "../../lib/page/context";
import { withLock } from "../../lib/platform/lock";
import { type Draft, type DraftKey, emptyDraft, storedDraft } from "../../lib/storage/drafts";
import { StorageFullError } from "../../lib/storage/stored";
import { dropTranscripts } from "../../lib/storage/transcripts";
import { createDraftNews } from "./draft-news";

export type { Draft, DraftKey } from "../../lib/storage/drafts";

export type DraftChange = { [Name in keyof Draft]?: Draft[Name] | undefined };

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
  /** `undefined` takes a choice back. */
  change(key: DraftKey, change: DraftChange): void;
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

/** @param report tells the user that a draft could not be read, or not stored: it then lives only as long as the panel */
export function createDrafts(report: (report: StorageReport) => void): Drafts {
  const [drafts, setDrafts] = createStore<Record<string, Draft>>({});
  const loading = new Map<DraftKey, Promise<void>>();
  const touched = new Set<DraftKey>();
  /** What waits to be stored of a draft. */
  const queued = new Map<DraftKey, DraftChange>();
  /** Drafts that are being stored. */
  const underWay = new Set<DraftKey>();
  /** Drafts that are not written over, because the browser did not hand over what is stored. */
  const unread = new Set<DraftKey>();
  let hurry = (): void => {};
  // One after the other: what was typed last is what is stored in the end.
  let queue: Promise<void> = Promise.resolve();

  function load(key: DraftKey): Promise<void> {
    const held = loading.get(key);
    if (held) return held;
    const done = storedDraft(key)
      .load()
      .then(({ value, problem }) => {
        if (problem) report(problem);
        if (problem === "unavailable") unread.add(key);
        // What was typed while it loaded counts.
        if (!touched.has(key)) setDrafts(key, reconcile(value));
      });
    loading.set(key, done);
    return done;
  }

  /** Takes what another page has made of a draft: what was sent there must not stand here to be sent again. */
  async function renew(key: DraftKey): Promise<void> {
    const { value, problem } = await storedDraft(key).load();
    if (problem !== "unavailable") setDrafts(key, reconcile(changed(value, queued.get(key))));
  }
  const tell = createDraftNews((key) => {
    // Not while one is being stored: what is read has to be the last that was written.
    if (loading.has(key)) queue = queue.then(() => renew(key));
  });

  function get(key: DraftKey): Draft {
    void load(key);
    return drafts[key] ?? emptyDraft();
  }

  function put(key: DraftKey, draft: Draft): Promise<void> {
    return isEmpty(draft) ? storedDraft(key).remove() : storedDraft(key).save(draft);
  }

  /** Puts a change to what is stored: what other pages have changed of it stays. */
  async function store(key: DraftKey, change: DraftChange): Promise<void> {
    await load(key);
    // The user was told when it was read.
    if (unread.has(key)) return;
    await withLock(`draft:${key}`, async () => {
      const { value, problem } = await storedDraft(key).load();
      if (problem === "unavailable") return report("failed");
      const draft = changed(value, change);
      setDrafts(key, reconcile(changed(draft, queued.get(key))));
      const save = () => put(key, draft);
      try {
        await save();
        tell(key);
      } catch (error) {
        if (!(error instanceof StorageFullError)) return report("failed");
        // Copies of what the server has make room for what nobody else has.
        await dropTranscripts(() => true)
          .then(save)
          .then(() => tell(key))
          .catch(() => report("full"));
      }
    });
  }

  function change(key: DraftKey, fields: DraftChange): void {
    touched.add(key);
    // The store takes out what is `undefined`.
    setDrafts(key, { ...emptyDraft(), ...drafts[key], ...fields } as Draft);
    const waits = queued.has(key);
    queued.set(key, { ...queued.get(key), ...structuredClone(unwrap(fields)) });
    if (waits) return;
    queue = queue.then(async () => {
      if ((drafts[key]?.text.length ?? 0) > LONG) await pause();
      const all = queued.get(key) ?? {};
      queued.delete(key);
      underWay.add(key);
      await store(key, all).finally(() => underWay.delete(key));
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

  // A page that goes has no time to read first: what it has is handed over as it is.
  addEventListener("pagehide", () => {
    for (const key of new Set([...queued.keys(), ...underWay])) {
      if (!unread.has(key)) void put(key, changed(drafts[key] ?? emptyDraft())).catch(() => undefined);
    }
  });

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
    clear(key) {
      change(key, {
        text: "",
        context: [],
        mentions: undefined,
        attachments: undefined,
        shell: undefined,
        late: undefined,
      });
    },
  };
}

/** A draft with a change in it; what is `undefined` there goes. Both stay as they are. */
function changed(draft: Draft, change: DraftChange = {}): Draft {
  const all = Object.entries({ ...draft, ...change }).filter(([, value]) => value !== undefined);
  return structuredClone(unwrap(Object.fromEntries(all))) as unknown as Draft;
}

/** Whether there is nothing to be kept. */
function isEmpty({ text, context, mentions, attachments, shell, late: _late, ...chosen }: Draft): boolean {
  const hasContent =
    text !== "" || context.length > 0 || mentions !== undefined || attachments !== undefined || shell === true;
  return !hasContent && Object.keys(chosen).length === 0;
}
