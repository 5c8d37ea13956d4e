import { type Accessor, createContext, useContext } from "solid-js";
import type { PanelBackground } from "../../lib/bridge/background";
import type { ServerId, SessionKey, State } from "../../lib/model";
import type { Place } from "../chat/conversation/place";
import type { Place as ProviderPlace } from "../providers/place";
import type { Drafts } from "./drafts";
import type { ModelChoiceBook } from "./model-choices";

/** What the panel shows. */
export type View =
  | { screen: "home" }
  | { screen: "session"; key: SessionKey }
  | { screen: "new" }
  | { screen: "settings" }
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
  view: Accessor<View>;
  go(view: View): void;
  drafts: Drafts;
  modelChoices: ModelChoiceBook;
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
