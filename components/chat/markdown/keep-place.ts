import { createContext, useContext } from "solid-js";

/**
 * Keeps an element of a text where the reader sees it while more of the text comes, also above it.
 *
 * @returns lets it go, once all has come; a second call does nothing
 */
export type KeepPlace = (element: HTMLElement) => () => void;

const nothing = (): void => undefined;

const KeepPlaceContext = createContext<KeepPlace>(() => nothing);
export const KeepPlaceProvider = KeepPlaceContext.Provider;

/** @returns takes the next element to keep, or none: the one before is let go */
export function useKeptPlace(): (element: HTMLElement | null | undefined) => void {
  const keep = useContext(KeepPlaceContext);
  let letGo = nothing;
  return (element) => {
    letGo();
    letGo = element ? keep(element) : nothing;
  };
}
