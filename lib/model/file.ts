/** One thing in a folder. */
export interface FolderEntry {
  name: string;
  /** Below the directory that was asked in. */
  path: string;
  isFolder: boolean;
  /** Git ignores it. */
  isIgnored: boolean;
}

/**
 * What stands at a path. `cut`: the text is only the beginning of what is there. `unreadable`: the server does not hand it
 * over, as everything outside of the project. Pictures and PDFs have their `data` in base64, unless it is too long.
 */
export type FileContent =
  | { type: "text"; text: string; cut?: true }
  | { type: "binary"; mime: string; bytes: number; data?: string }
  | { type: "folder"; entries: FolderEntry[] }
  | { type: "missing" }
  | { type: "unreadable" };

/** What has become of one file. */
export interface FileChange {
  /** Below the directory that was asked in. */
  path: string;
  status: "added" | "modified" | "deleted";
  additions: number;
  deletions: number;
  /**
   * A unified diff; several, one a turn, oldest first, where what they come to cannot be known: somebody else changed the file
   * between them. Absent: too large to be handed over unasked.
   */
  patches?: string[];
}

/**
 * Of what changes are told: of one turn, by the id of the user's message; of a session, up to a message from which on it is
 * reverted; of the working tree, against the last commit.
 */
export type ChangeScope = { type: "turn"; messageId: string } | { type: "session"; before?: string } | { type: "tree" };
