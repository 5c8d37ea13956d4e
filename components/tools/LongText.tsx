import { createComputed, createMemo, createSignal, type JSX, Show } from "solid-js";
import { createFileLinks } from "../chat/markdown/file-links";
import { linkedWords } from "../files/linked-words";
import { excerptOf, withoutEscapes } from "./excerpt";
import styles from "./LongText.module.css";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";

export interface LongTextProps {
  text: string;
  /** Says what it is: "Output", "Command". */
  label: string;
  /** 12 unless told. */
  maxLines?: number;
  tone?: "bad";
  /** Whether the files it names are links, as in errors; for what is a file itself they are not of this place. */
  hasLinks?: boolean;
}

/** Preformatted text: its beginning, and all of it on demand in a box that scrolls. */
export function LongText(props: LongTextProps): JSX.Element {
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) setAll(true);
  });
  const links = props.hasLinks === true || props.tone === "bad" ? createFileLinks() : undefined;
  const text = createMemo(() => withoutEscapes(props.text));
  const excerpt = createMemo(() => excerptOf(text(), props.maxLines ?? 12));
  const more = () => (excerpt().lines > 1 ? `Show all (${excerpt().lines.toLocaleString()} lines)` : "Show all");
  // Once wrapped, that many characters can be higher than the box; what scrolls must be reachable by keyboard.
  const scrolls = () => all() || excerpt().text.length > 1000;
  return (
    <div class={styles.block} data-tone={props.tone}>
      {/* biome-ignore lint/a11y/useSemanticElements: what takes the focus needs a name */}
      <pre
        ref={links?.root}
        class={styles.text}
        tabindex={scrolls() ? 0 : undefined}
        role="group"
        aria-label={props.label}
        dir="auto"
      >
        {linkedWords(all() ? text() : excerpt().text, links)}
      </pre>
      <Show when={excerpt().cut}>
        <ShowAll all={all()} more={more()} onChange={setAll} />
      </Show>
    </div>
  );
}
