import type { Fault, SessionKey, State, StateEvent } from "../model";
import type { ContextItem } from "../page/context";

/** The name of the port a panel opens. */
export const PANEL_PORT = "panel";

/** What a panel sends. `watching`: the session it shows; absent when it shows none. */
export type PanelMessage =
  | { type: "hello"; windowId: number; watching?: SessionKey }
  | { type: "watch"; watching?: SessionKey }
  | { type: "call"; id: number; name: string; args: unknown[] }
  /** These context items are in a draft, and stored. */
  | { type: "context.taken"; ids: string[] };

/** What the background sends. After `hello` first a snapshot, then batches, in order. */
export type BackgroundMessage =
  | { type: "snapshot"; state: State }
  | { type: "events"; events: StateEvent[] }
  | { type: "result"; id: number; value: unknown }
  | { type: "fault"; id: number; fault: Fault }
  /** From a page, for the composer of the panel in that window. */
  | { type: "context"; items: ContextItem[] };
