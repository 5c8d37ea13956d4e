import * as v from "valibot";
import type { Fault, RequestId, SessionKey, State, StateEvent } from "../model";
import type { ContextItem } from "../page/context";
import { SessionKeySchema } from "../storage/schema";

/** The name of the port a panel opens. */
export const PANEL_PORT = "panel";

const attention = { visible: v.boolean(), watching: v.exactOptional(SessionKeySchema) };

/** Whether a panel can be seen, and the session it shows: none when it shows none or cannot be seen. */
export interface Attention {
  visible: boolean;
  watching?: SessionKey;
}

/**
 * What a panel sends. `watch`: its attention has changed. `context.taken`: these items are in a draft, and stored.
 */
export const PanelMessageSchema = v.variant("type", [
  v.object({ type: v.literal("hello"), windowId: v.number(), ...attention }),
  v.object({ type: v.literal("watch"), ...attention }),
  v.object({ type: v.literal("call"), id: v.number(), name: v.string(), args: v.array(v.unknown()) }),
  v.object({ type: v.literal("context.taken"), ids: v.array(v.string()) }),
]);
export type PanelMessage = v.InferOutput<typeof PanelMessageSchema>;

/** What a panel is led to: a session, and of it the request that one comes for. */
export interface Destination {
  key: SessionKey;
  request?: RequestId;
}

/**
 * What the background sends. After `hello` first a snapshot, then batches, in order. `more`: what follows is events that belong
 * to it and did not fit into one message, to be taken together.
 */
export type BackgroundMessage =
  | { type: "snapshot"; state: State; more?: true }
  | { type: "events"; events: StateEvent[]; more?: true }
  | { type: "result"; id: number; value: unknown }
  | { type: "fault"; id: number; fault: Fault }
  /** From a page, for the composer of the panel in that window. */
  | { type: "context"; items: ContextItem[] }
  /** The user wants to see a session: a click on a notification. */
  | ({ type: "show" } & Destination)
  /** The user wants the panel gone: the toolbar icon or its shortcut, while it is open. */
  | { type: "close" };
