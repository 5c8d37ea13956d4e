import { type Component, createContext, useContext } from "solid-js";
import { DiffRows, type DiffRowsProps } from "./DiffRows";

const DiffRowsContext = createContext<Component<DiffRowsProps>>(DiffRows);

/** Draws the lines of all diffs inside in its own way. */
export const DiffRowsProvider = DiffRowsContext.Provider;

export const useDiffRows = (): Component<DiffRowsProps> => useContext(DiffRowsContext);
