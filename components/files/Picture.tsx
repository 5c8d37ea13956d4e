import { createSignal, type JSX, Show } from "solid-js";
import { safeImage } from "../../lib/markdown/links";
import type { FileContent } from "../../lib/model";
import { bytesWord } from "./bytes";
import styles from "./FileSheet.module.css";
import { NotShown } from "./NotShown";

/** A picture with its size. */
export function Picture(props: {
  path: string;
  binary: Extract<FileContent, { type: "binary" }>;
  data: string;
}): JSX.Element {
  const [size, setSize] = createSignal("");
  const url = () => safeImage(`data:${props.binary.mime};base64,${props.data}`)?.url;
  return (
    <Show when={url()} fallback={<NotShown binary={props.binary} />}>
      {(source) => (
        <div class={styles.standing}>
          <img
            class={styles.picture}
            src={source()}
            alt={props.path}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize(`${naturalWidth} × ${naturalHeight} px · `)
            }
          />
          <p class={styles.facts}>
            {size()}
            {bytesWord(props.binary.bytes)} · {props.binary.mime}
          </p>
        </div>
      )}
    </Show>
  );
}
