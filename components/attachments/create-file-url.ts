import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { safeImage } from "../../lib/markdown/links";
import type { FileRef } from "../../lib/model";
import { attachmentFiles } from "../../lib/storage/attachments";
import { useProjectFiles } from "../files/project-files";
import { storedIdOf } from "./bytes";

type Shown = Pick<FileRef, "mime" | "url">;

/** Pictures of pixels. What else claims to be one could hold scripts, and run them in a tab of its own. */
const RASTER = /^image\/(?:png|jpeg|gif|webp|avif)$/i;

/** As what the bytes of a file are shown; `undefined` for a file that is not. */
function shownAs(mime: string): string | undefined {
  if (mime.startsWith("text/")) return "text/plain";
  return RASTER.test(mime) ? mime : undefined;
}

/**
 * Where a file can be shown from without asking anybody but its server for it: itself when it holds its bytes, else what is
 * stored of it. `undefined` until that is read, and for all other files.
 */
export function createFileUrl(file: Accessor<Shown>): Accessor<string | undefined> {
  const files = useProjectFiles();
  const [stored, setStored] = createSignal<string>();
  const [attempt, setAttempt] = createSignal(0);
  const url = createMemo(() => file().url);
  const type = createMemo(() => shownAs(file().mime));
  let isMissing = false;

  async function make(address: string, as: string): Promise<string | undefined> {
    const id = await storedIdOf(address, files?.fetch);
    const held = id === undefined ? undefined : await attachmentFiles.get(id);
    return held && URL.createObjectURL(new Blob([held.bytes], { type: as }));
  }

  createEffect(() => {
    attempt();
    const [address, as] = [url(), type()];
    if (as === undefined || address.startsWith("data:")) return;
    let made: string | undefined;
    let isLeft = false;
    onCleanup(() => {
      isLeft = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    });
    make(address, as)
      .then((result) => {
        made = result;
        if (!isLeft) setStored(result);
        else if (result !== undefined) URL.revokeObjectURL(result);
      })
      .catch((error: unknown) => {
        isMissing = true;
        console.warn("A file of a message was not read", error);
      });
  });
  // What could not be fetched without its server is tried again with it.
  createEffect(
    on(
      () => files?.isLive,
      (isLive) => {
        if (!isLive || !isMissing) return;
        isMissing = false;
        setAttempt(attempt() + 1);
      },
      { defer: true },
    ),
  );
  return () => (url().startsWith("data:") ? inlineUrl(file()) : stored());
}

function inlineUrl({ mime, url }: Shown): string | undefined {
  return mime.startsWith("text/") ? url : safeImage(url)?.url;
}
