import { type Accessor, createContext, useContext } from "solid-js";

const RevealContext = createContext<Accessor<boolean>>(() => false);

/** Tells everything inside whether it has to show itself whole. */
export const RevealProvider = RevealContext.Provider;

/** Whether what is folded or cut here has to be shown: somebody was led to it. */
export const useRevealed = (): Accessor<boolean> => useContext(RevealContext);
