import { createMemo, type JSX } from "solid-js";
import { DiffSection } from "./DiffSection";

/** Lines of one file with their numbers and the colours of its language: the first ones until all are asked for. */
export function CodeText(props: {
  label: string;
  text: string;
  /** Tells the language. */
  path: string;
  /** Number of the first line; 1 unless told. */
  first?: number;
}): JSX.Element {
  const file = createMemo(() => {
    const lines = props.text.replace(/\r?\n$/, "").split(/\r?\n/);
    const first = props.first ?? 1;
    return {
      path: props.path,
      lines: lines.map((text, index) => ({ kind: "same" as const, after: first + index, text })),
      additions: 0,
      deletions: 0,
    };
  });
  return <DiffSection file={file()} label={props.label} looks="code" isCounted={false} maxLines={14} />;
}
