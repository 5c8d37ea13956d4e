/** The files that a paste or a drop brings. */
export function filesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

/**
 * The files of a paste. Programs for tables and texts put a picture of what was copied beside its words, which have looks of
 * their own: then the words are meant. Plain words beside a file are its name.
 */
export function pastedFiles(transfer: DataTransfer | null): File[] {
  const files = filesIn(transfer);
  const areWordsMeant =
    files.every(({ type }) => type.startsWith("image/")) &&
    Boolean(transfer?.getData("text/plain")) &&
    ["text/html", "text/rtf"].some((type) => transfer?.types.includes(type));
  return areWordsMeant ? [] : files;
}
