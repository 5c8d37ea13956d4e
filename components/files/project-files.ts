import { type Accessor, createContext, useContext } from "solid-js";
import { type SessionKey, splitSessionKey } from "../../lib/model";
import type { App } from "../app/context";
import type { Layer } from "../app/layers";

/** The files of the session on show. */
export interface ProjectFiles {
  /** Where the session works; relative paths begin there. */
  readonly directory: string;
  /** Opens a file or folder, at a line counted from 1. */
  open(path: string, line?: number): void;
  /** Stores the bytes that a message leaves at its server (`held:`), and resolves to their id. */
  fetch(url: string): Promise<string>;
  /** Whether the server can be asked now. */
  readonly isLive: boolean;
}

const ProjectFilesContext = createContext<ProjectFiles>();
export const ProjectFilesProvider = ProjectFilesContext.Provider;

/** Undefined where no session is open: paths are only words there. */
export const useProjectFiles = (): ProjectFiles | undefined => useContext(ProjectFilesContext);

/** The files of a session; `show` puts what is opened over what is there, or in its place. */
export const projectFiles = (
  app: App,
  key: SessionKey,
  directory: Accessor<string>,
  show: (layer: Layer) => void,
): ProjectFiles => ({
  get directory() {
    return directory();
  },
  open: (path, line) => show({ type: "file", key, path, ...(line === undefined ? {} : { line }) }),
  fetch: (url) => app.background.fetchFile(key, url),
  get isLive() {
    return app.state.servers[splitSessionKey(key).server]?.connection.status === "connected";
  },
});
