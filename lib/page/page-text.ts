import * as v from "valibot";
import { hasHost } from "../platform/hosts";
import { runInFrames } from "../platform/scripting";
import { tabsAt } from "../platform/tabs";
import { cleanText } from "./clean";
import { cleanAddress } from "./context";
import { readPage } from "./in-page";
import { limitText, TEXT_LIMIT } from "./limit";

/**
 * What came of reading a page. `ask`: the browser wants to be asked first; `gone`: no tab shows it; `refused`: it is one that the
 * browser lets no extension read; `silent`: it does not answer, as one does that the browser has put to sleep.
 */
export type PageText = { status: "read"; text: string } | { status: "ask" | "gone" | "refused" | "silent" | "empty" };

const Read = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
  address: v.string(),
});
const PATIENCE_MS = 3000;

/** Reads the text of a page that is open in a tab, by the address that its item has: cleaned, cut to the limit. Asks nobody. */
export async function readPageText(address: string): Promise<PageText> {
  const [tabId] = await tabsAt((url) => cleanAddress(url) === address);
  if (tabId === undefined) return { status: (await mayAsk(address)) ? "ask" : "gone" };
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let result: unknown;
  try {
    const frames = await runInFrames({ tabId, frameId: 0 }, readPage, [TEXT_LIMIT], patience);
    result = frames[0]?.result;
  } catch {
    // Browsers word their refusals each in their own way.
    if (patience.aborted) return { status: "silent" };
    return { status: (await mayAsk(address)) ? "ask" : "refused" };
  }
  const read = v.safeParse(Read, result);
  if (!read.success) return { status: "refused" };
  const { text, length, address: now } = read.output;
  // It has gone on to another page meanwhile.
  if (cleanAddress(now) !== address) return { status: "gone" };
  const cleaned = cleanText(text).trim();
  if (cleaned === "") return { status: "empty" };
  return { status: "read", text: limitText(cleaned, length > text.length ? length : undefined) };
}

/** Whether the user could let the page be read, and has not. */
async function mayAsk(address: string): Promise<boolean> {
  return /^https?:/i.test(address) && URL.canParse(address) && !(await hasHost(address));
}
