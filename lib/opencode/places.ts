/** A folder on the machine of a server. */
export interface Folder {
  name: string;
  /** Absolute, as that machine writes it. */
  path: string;
}

/** Where sessions can work on a server's machine. */
export interface Places {
  /** The home folder of the user that the server runs as. */
  homeFolder(signal?: AbortSignal): Promise<string>;
  /**
   * The folders in a folder, hidden ones too, by name. Links to folders are not among them.
   *
   * @param path absolute
   * @throws FaultError `server-fault` when it is not there, or may not be read
   */
  folders(path: string, signal?: AbortSignal): Promise<Folder[]>;
  /**
   * Makes a worktree of a directory's git project, on a branch of its own, and gives its path.
   *
   * @param name a suggestion; without one the server finds a name
   * @throws FaultError `rejected-input` when that is no git project
   */
  createWorktree(directory: string, name: string | undefined, signal?: AbortSignal): Promise<string>;
}
