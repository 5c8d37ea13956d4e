import { createContext, useContext } from "solid-js";

/** Opens a file or folder of the session on show, at a line counted from 1. */
export type OpenFile = (path: string, line?: number) => void;

const OpenFileContext = createContext<OpenFile>();
export const OpenFileProvider = OpenFileContext.Provider;

/** Undefined where no session is open: paths are only words there. */
export const useOpenFile = (): OpenFile | undefined => useContext(OpenFileContext);
