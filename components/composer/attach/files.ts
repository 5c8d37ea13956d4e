/** The files that a paste or a drop brings. */
export function filesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

/**
 * The files of a paste. Programs for tables and texts put a picture of what was copied beside its words: then the words are
 * meant.
 */
export function pastedFiles(transfer: DataTransfer | null): File[] {
  return transfer?.getData("text/plain") ? [] : filesIn(transfer);
}
