import { type ServerId, type SessionKey, splitSessionKey } from "../model";

/** A panel as the hub sees it: one a browser window. */
export interface PanelPresence {
  /** The session it shows. */
  watching?: SessionKey;
  /** The session it would show, while it cannot be seen. */
  covered?: SessionKey;
  /** Events that wait to be handed to it. */
  waiting?(): number;
}

/** The panels that are open, and what they show. */
export function createPanels() {
  const panels = new Set<PanelPresence>();

  return {
    /** A panel is there until the returned function is called. */
    add(panel: PanelPresence): () => void {
      panels.add(panel);
      return () => void panels.delete(panel);
    },
    isAny: () => panels.size > 0,
    count: () => panels.size,
    /** Events that wait to be handed to any of them. */
    waiting: () => [...panels].reduce((sum, panel) => sum + (panel.waiting?.() ?? 0), 0),
    isWatched: (key: SessionKey) => [...panels].some((panel) => panel.watching === key),
    isCovered: (key: SessionKey) => [...panels].some((panel) => panel.covered === key),
    /** The sessions of a server that are on show, each once. */
    watchedOn(server: ServerId): string[] {
      const keys = [...panels].flatMap((panel) => (panel.watching ? [splitSessionKey(panel.watching)] : []));
      return [...new Set(keys.filter((id) => id.server === server).map((id) => id.session))];
    },
  };
}
