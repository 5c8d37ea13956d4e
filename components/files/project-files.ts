import { type Accessor, createContext, useContext } from "solid-js";
import type { SessionKey } from "../../lib/model";
import type { Layers } from "../app/layers";

/** The files of the session on show. */
export interface ProjectFiles {
  /** Where the session works; relative paths begin there. */
  readonly directory: string;
  /** Opens a file or folder, at a line counted from 1. */
  open(path: string, line?: number): void;
}

const ProjectFilesContext = createContext<ProjectFiles>();
export const ProjectFilesProvider = ProjectFilesContext.Provider;

/** Undefined where no session is open: paths are only words there. */
export const useProjectFiles = (): ProjectFiles | undefined => useContext(ProjectFilesContext);

/** Files that open over the screen. */
export const projectFiles = (layers: Layers, key: SessionKey, directory: Accessor<string>): ProjectFiles => ({
  get directory() {
    return directory();
  },
  open: (path, line) => layers.open({ type: "file", key, path, ...(line === undefined ? {} : { line }) }),
});
