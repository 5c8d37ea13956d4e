import { createRenderEffect, onCleanup } from "solid-js";
import { CopyCode } from "./CopyCode";
import styles from "./code.module.css";
import "./code.css";
import { createCodePainter } from "./code-painter";
import { highlighter } from "./highlighting";
import { whenSeen } from "./seen";

export interface CodeBlockProps {
  text: string;
  /** Lower-case name from the fence, "" if there is none. */
  language: string;
  /** More of it will come. */
  growing?: boolean;
}

/** Code with its language, a button that copies it, and colours as soon as they are known. */
export function CodeBlock(props: CodeBlockProps) {
  const code = (<code dir="ltr" />) as HTMLElement;
  const aborter = new AbortController();
  onCleanup(() => aborter.abort());
  const painter = createCodePainter(code, highlighter, aborter.signal);
  onCleanup(whenSeen(code, painter.setSeen));
  createRenderEffect(() =>
    painter.show({ text: props.text, language: props.language, growing: props.growing ?? false }),
  );
  const label = () => (props.language ? `${props.language} code` : "Code");
  return (
    <figure class={styles.block} dir="ltr" aria-label={label()}>
      <figcaption class={styles.header}>
        <span class={styles.language}>{props.language || "text"}</span>
        <CopyCode text={props.text} />
      </figcaption>
      {/* Focusable, so that wide code can be scrolled with the keyboard. */}
      <pre class={styles.scroll} tabindex="0">
        {code}
      </pre>
    </figure>
  );
}
