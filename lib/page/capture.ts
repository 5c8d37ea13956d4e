import * as v from "valibot";
import type { MenuClick } from "../platform/menus";
import { type FrameResult, type FrameTarget, runInFrames } from "../platform/scripting";
import { type ContextItem, createItem, type RawItem } from "./context";
import { readImageText, readLinkText, readSelection } from "./in-page";
import { TEXT_LIMIT } from "./limit";
import { type PageTab, readClick, selectionOf } from "./menu";

const SelectionSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
  address: v.string(),
  focused: v.boolean(),
});

/** A selection as the page has it: not yet cleaned. `textLength` is there when `text` is only its beginning. */
export interface CapturedSelection {
  text: string;
  textLength?: number;
  /** Address of the frame that it is in. */
  frameUrl: string;
}

/** A page that stands still (a dialog, a breakpoint) must not hold up the panel, which has the browser's own word for it. */
const PATIENCE_MS = 1500;
const LABEL_LIMIT = 1000;

/**
 * The selection of one frame, or (without `frameId`) of the frame that has the focus, else of the first that has any.
 * `undefined` when nothing is selected and where the browser lets no script in: its own pages, stores, PDF, no `activeTab`.
 */
export async function captureSelection(
  tabId: number,
  frameId?: number,
  signal?: AbortSignal,
): Promise<CapturedSelection | undefined> {
  const results = await run({ tabId, frameId }, signal, (target, limited) =>
    runInFrames(target, readSelection, [TEXT_LIMIT], limited),
  );
  const selections = results.flatMap(({ result }) => {
    const checked = v.safeParse(SelectionSchema, result);
    return checked.success && checked.output.text.trim() !== "" ? [checked.output] : [];
  });
  const chosen = selections.find(({ focused }) => focused) ?? selections[0];
  if (!chosen) return undefined;
  const { text, length, address } = chosen;
  return { text, frameUrl: address, ...(length > text.length ? { textLength: length } : {}) };
}

/**
 * The item for a click in the browser's context menu. The browser's own words (which fold the line breaks of a selection and
 * know no link text in Chrome) are the fallback for what the page says. Open the panel before calling this.
 */
export async function captureClick(
  click: MenuClick,
  tab: PageTab | undefined,
  signal?: AbortSignal,
): Promise<ContextItem | undefined> {
  const raw = readClick(click, tab);
  if (!raw || tab?.id === undefined) return raw && createItem(raw);
  return createItem(await enrich(raw, { tabId: tab.id, frameId: click.frameId ?? 0 }, tab, signal));
}

/** The item for the command's key: the selection of the tab, wherever it is in it. `undefined` when nothing is selected. */
export async function captureCommand(tab: PageTab, signal?: AbortSignal): Promise<ContextItem | undefined> {
  if (tab.id === undefined) return undefined;
  const selection = await captureSelection(tab.id, undefined, signal);
  return selection && createItem(fromSelection(selection, tab));
}

async function enrich(
  raw: RawItem,
  target: FrameTarget,
  tab: PageTab,
  signal: AbortSignal | undefined,
): Promise<RawItem> {
  switch (raw.kind) {
    case "page":
      return raw;
    case "selection": {
      const selection = await captureSelection(target.tabId, target.frameId, signal);
      return selection ? fromSelection(selection, { ...tab, url: tab.url ?? raw.url }) : raw;
    }
    case "link":
    case "image": {
      const read = raw.kind === "link" ? readLinkText : readImageText;
      const [first] = await run(target, signal, (frames, limited) =>
        runInFrames(frames, read, [raw.url, LABEL_LIMIT], limited),
      );
      return typeof first?.result === "string" && first.result !== "" ? { ...raw, title: first.result } : raw;
    }
  }
}

function fromSelection({ text, textLength, frameUrl }: CapturedSelection, tab: PageTab): RawItem {
  return { ...selectionOf({ title: tab.title ?? "", url: tab.url ?? "" }, text, frameUrl), textLength };
}

/** No result where scripts are not allowed or the page does not answer in time; the caller's own abort is passed on. */
async function run(
  target: FrameTarget,
  signal: AbortSignal | undefined,
  start: (target: FrameTarget, limited: AbortSignal) => Promise<FrameResult[]>,
): Promise<FrameResult[]> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await start(target, signal ? AbortSignal.any([signal, patience]) : patience);
  } catch {
    // Browsers word their refusals each in their own way, and every one has the same remedy: the browser's own word.
    signal?.throwIfAborted();
    return [];
  }
}
