import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { safeImage } from "../../lib/markdown/links";
import { attachmentIdIn, type FileRef } from "../../lib/model";
import { attachmentFiles } from "../../lib/storage/attachments";

type Shown = Pick<FileRef, "mime" | "url">;

/**
 * Where a file can be shown from without asking anybody for it: itself when it holds its bytes, else what is stored of it.
 * `undefined` until that is read, and for all other files.
 */
export function createFileUrl(file: Accessor<Shown>): Accessor<string | undefined> {
  const [stored, setStored] = createSignal<string>();
  const id = createMemo(() => attachmentIdIn(file().url));
  createEffect(() => {
    const wanted = id();
    if (wanted === undefined) return;
    let made: string | undefined;
    let isLeft = false;
    onCleanup(() => {
      isLeft = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    });
    attachmentFiles
      .get(wanted)
      .then((held) => {
        if (!held || isLeft) return;
        made = URL.createObjectURL(new Blob([held.bytes], { type: file().mime }));
        setStored(made);
      })
      .catch((error: unknown) => console.warn("An attached file was not read", error));
  });
  return () => (id() === undefined ? inlineUrl(file()) : stored());
}

function inlineUrl({ mime, url }: Shown): string | undefined {
  if (!url.startsWith("data:")) return undefined;
  return mime.startsWith("text/") ? url : safeImage(url)?.url;
}
