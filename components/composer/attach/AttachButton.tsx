import { IconButton } from "../../ui/IconButton";
import { Paperclip } from "../../ui/icons";

/** Picks files from the disk. */
export function AttachButton(props: { onFiles(files: File[]): void }) {
  let input: HTMLInputElement | undefined;
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
      <IconButton label="Attach files" onClick={() => input?.click()}>
        <Paperclip />
      </IconButton>
    </>
  );
}
