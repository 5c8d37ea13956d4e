import { createUniqueId, type JSX, Match, Show, Switch } from "solid-js";
import { type Attachment, attachmentUrl } from "../../../lib/model";
import { createFileUrl } from "../../attachments/create-file-url";
import { Enlarging } from "../../attachments/Enlarging";
import { OpenPdf } from "../../attachments/OpenPdf";
import { IconButton } from "../../ui/IconButton";
import { File, FileText, X } from "../../ui/icons";
import { bytes } from "../../ui/numbers";
import { StateMark } from "../../ui/StateMark";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import chip from "../context/ContextChips.module.css";
import label from "../context/ContextLabel.module.css";
import styles from "./AttachmentChip.module.css";

export interface AttachmentChipProps {
  file: Attachment;
  /** What the chosen model would have to read for it and does not, in words. */
  unread: string | undefined;
  onRemove(): void;
}

/** A file that goes along with the prompt; it opens to what is sent, a PDF in a tab. */
export function AttachmentChip(props: AttachmentChipProps) {
  const reasonId = createUniqueId();
  const url = createFileUrl(() => ({ mime: props.file.mime, url: attachmentUrl(props.file.id) }));
  const isPicture = () => props.file.mime.startsWith("image/");
  const size = () => bytes(props.file.size) + (props.file.scaledFrom ? ", scaled" : "");
  const note = () => {
    const { scaledFrom: from, size } = props.file;
    if (!from) return bytes(size);
    return `${bytes(size)}, scaled down from ${from.width} × ${from.height} pixels to what models take`;
  };
  const content = (): JSX.Element => (
    <>
      <Switch
        fallback={
          <span class={label.icon}>
            <File />
          </span>
        }
      >
        <Match when={isPicture()}>
          <span class={styles.thumbnail}>
            <Show when={url()}>{(src) => <img src={src()} alt="" decoding="async" />}</Show>
          </span>
        </Match>
        <Match when={props.file.mime === "text/plain"}>
          <span class={label.icon}>
            <FileText />
          </span>
        </Match>
      </Switch>
      <bdi class={label.title}>{props.file.name}</bdi>
      <Show when={props.unread} fallback={<span class={styles.size}>{size()}</span>}>
        {(what) => (
          <span id={reasonId} class={styles.unread}>
            <StateMark mark="away" />
            <VisuallyHidden>The model reads</VisuallyHidden>
            {`no ${what()}`}
          </span>
        )}
      </Show>
    </>
  );
  return (
    <li class={chip.chip} data-unread={props.unread === undefined ? undefined : ""}>
      <Show
        when={props.file.mime !== "application/pdf"}
        fallback={
          <OpenPdf file={{ url: attachmentUrl(props.file.id) }} name={props.file.name} class={chip.label}>
            {content()}
          </OpenPdf>
        }
      >
        <Enlarging
          name={props.file.name}
          mime={props.file.mime}
          url={url()}
          note={note()}
          class={chip.label}
          title={props.file.name}
        >
          {content()}
        </Enlarging>
      </Show>
      <IconButton
        size="small"
        class={chip.remove}
        label={`Remove ${props.file.name}`}
        aria-describedby={props.unread === undefined ? undefined : reasonId}
        onClick={() => props.onRemove()}
      >
        <X />
      </IconButton>
    </li>
  );
}
