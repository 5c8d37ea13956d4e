import { createSignal, onMount, Show } from "solid-js";
import { LongText } from "../tools/LongText";
import { Dialog } from "../ui/Dialog";
import styles from "./FilePreview.module.css";

export interface FilePreviewProps {
  name: string;
  mime: string;
  /** That holds it, or stands for its bytes. */
  url: string;
  /** What else is to be known of it. */
  note?: string | undefined;
  onClose(): void;
}

/** A file as it is sent, larger: a picture, or the words of a text. */
export function FilePreview(props: FilePreviewProps) {
  const isPicture = () => props.mime.startsWith("image/");
  const [words, setWords] = createSignal<string>();

  async function read(): Promise<void> {
    try {
      setWords(await (await fetch(props.url)).text());
    } catch (error) {
      console.warn("An attached text was not read", error);
      setWords("This text cannot be read any more.");
    }
  }
  onMount(() => {
    if (!isPicture()) void read();
  });

  return (
    <Dialog open onOpenChange={() => props.onClose()} title={props.name}>
      <Show when={props.note}>
        <p class={styles.note}>{props.note}</p>
      </Show>
      <Show
        when={isPicture()}
        fallback={<Show when={words()}>{(text) => <LongText label={props.name} text={text()} maxLines={40} />}</Show>}
      >
        <img class={styles.picture} src={props.url} alt={props.name} />
      </Show>
    </Dialog>
  );
}
