import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { filesIn } from "./files";

/**
 * Takes the files that are dropped anywhere on the panel: beside the composer the browser would leave the panel for them.
 * Tells whether files are over it.
 */
export function createDrop(onFiles: (files: File[]) => void): Accessor<boolean> {
  const [over, setOver] = createSignal(false);

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setOver(true);
  }

  function onLeave(event: DragEvent): void {
    // Between two elements of the panel there is always a next one.
    if (event.relatedTarget === null) setOver(false);
  }

  function onDrop(event: DragEvent): void {
    setOver(false);
    const files = filesIn(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  }

  onMount(() => {
    const left = new AbortController();
    const options = { signal: left.signal };
    document.addEventListener("dragenter", onDrag, options);
    document.addEventListener("dragover", onDrag, options);
    document.addEventListener("dragleave", onLeave, options);
    document.addEventListener("drop", onDrop, options);
    onCleanup(() => left.abort());
  });
  return over;
}
