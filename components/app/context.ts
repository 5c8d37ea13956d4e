import { type Accessor, createContext, useContext } from "solid-js";
import type { PanelBackground } from "../../lib/bridge/background";
import type { MessageId, RequestId, ServerId, SessionKey, State } from "../../lib/model";
import type { Place } from "../chat/conversation/place";
import type { Commands } from "../commands/create-commands";
import type { Place as ProviderPlace } from "../providers/place";
import type { Drafts } from "./drafts";
import type { Layers } from "./layers";
import type { ModelChoiceBook } from "./model-choices";
import type { Reading } from "./reading";

/** What a search of all sessions has found in one. */
export interface Sought {
  query: string;
  messageId: MessageId;
}

/** What of a server folds out in the settings. */
export interface ServerPart {
  server: ServerId;
  part: "details" | "services";
}

/** What the panel shows. */
export type View =
  | { screen: "home" }
  /** `find`: what is looked for in it at once, and the message that has it. `request`: the one that one comes for. */
  | { screen: "session"; key: SessionKey; find?: Sought; request?: RequestId }
  | { screen: "new" }
  /** `show`: what of a server one comes for. */
  | { screen: "settings"; show?: ServerPart }
  | { screen: "keys" }
  /** The form of a profile; without `id` a new one. */
  | { screen: "server"; id?: ServerId }
  /** The model providers of a server. `back`: where one came from. */
  | { screen: "providers"; place: ProviderPlace; back: View };

export interface App {
  /** A Solid store: read it reactively, never write it. */
  state: State;
  background: PanelBackground;
  /** Whether the state has arrived, and whether the background is there right now. */
  link: Accessor<"loading" | "connected" | "reconnecting">;
  /** Whether the panel can be seen. */
  visible: Accessor<boolean>;
  /** Whether it stands in a tab of its own, and not beside a page. */
  inTab: boolean;
  /** How many columns there is room for; a panel has one. */
  columns: Accessor<1 | 2 | 3>;
  view: Accessor<View>;
  go(view: View): void;
  /** Back from a screen that is nobody's place to stay, such as settings. */
  leave(): void;
  /** Shows a view in the full tab of this window. */
  toTab(view: View): void;
  /** What lies over the view; nothing any more when that is left. */
  layers: Layers;
  drafts: Drafts;
  modelChoices: ModelChoiceBook;
  reading: Reading;
  commands: Commands;
  /** Milliseconds since the epoch; moves on every second while the panel is visible. */
  now: Accessor<number>;
  /** Raised each time the composer should take the focus (context added, session opened, panel opened). */
  focusComposer: Accessor<number>;
  /** Where the reader was in a session; `undefined` at its end. */
  placeOf(key: SessionKey): Place | undefined;
  keepPlace(key: SessionKey, place: Place | undefined): void;
}

const AppContext = createContext<App>();
export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp outside of AppProvider");
  return app;
}
