import { createContext, useContext } from "solid-js";
import type { PartId } from "../../lib/model";

/** What the reader has opened, or closed again: a call by its id, and what is folded around it. */
export interface Unfolded {
  calls: Map<PartId, boolean>;
  groups: Map<PartId, boolean>;
}

export const noneUnfolded = (): Unfolded => ({ calls: new Map(), groups: new Map() });

const UnfoldedContext = createContext<Unfolded>();

/** Keeps what is open inside, also of what leaves the page, or moves in it, and comes back. */
export const UnfoldedProvider = UnfoldedContext.Provider;

/** What is to be opened again; outside of a provider nothing is kept. */
export const useUnfolded = (): Unfolded => useContext(UnfoldedContext) ?? noneUnfolded();
