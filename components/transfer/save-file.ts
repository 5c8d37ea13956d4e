/** Milliseconds that a file stays to be taken: a browser that asks where to put it waits for its user. */
const KEPT = 600_000;

/** Hands a file to the browser, which puts it where its downloads go. */
export function saveFile(name: string, type: string, pieces: string[]): void {
  const url = URL.createObjectURL(new Blob(pieces, { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
