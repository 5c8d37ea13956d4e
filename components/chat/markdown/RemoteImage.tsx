import { createSignal, Show } from "solid-js";
import { safeImage } from "../../../lib/markdown/links";
import { Image as ImageIcon } from "../../ui/icons";
import styles from "./RemoteImage.module.css";

/** An image that is fetched only when the reader asks for it: its address may tell someone that it was read. */
export function RemoteImage(props: { url: string; alt: string }) {
  const [state, setState] = createSignal<"asked" | "failed" | undefined>();
  const image = () => safeImage(props.url);
  const words = () => `Image: ${props.alt || "no description"} (${image()?.host ?? "no address"})`;
  return (
    <Show
      when={state() === "asked" && image()}
      fallback={
        <button type="button" class={styles.image} title="Load this image" onClick={() => setState("asked")}>
          <ImageIcon />
          <span dir="auto">{state() === "failed" ? `${words()}: could not be loaded` : words()}</span>
        </button>
      }
    >
      {(shown) => (
        <img
          class={styles.picture}
          src={shown().url}
          alt={props.alt}
          referrerpolicy="no-referrer"
          onError={() => setState("failed")}
        />
      )}
    </Show>
  );
}
