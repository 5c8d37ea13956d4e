import { useApp } from "../../app/context";
import { CommandIcon } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { attaching } from "../../commands/list/composer";

/** Picks files from the disk. */
export function AttachButton(props: { onFiles(files: File[]): void }) {
  const { commands } = useApp();
  let input: HTMLInputElement | undefined;
  const offers = offersOf(attaching, { choose: () => input?.click() });
  commands.offer(() => offers);
  return (
    <>
      <input
        ref={(element) => {
          input = element;
        }}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be picked again.
          event.currentTarget.value = "";
          if (files.length > 0) props.onFiles(files);
        }}
      />
      <CommandIcon offer={offers[0]} />
    </>
  );
}
