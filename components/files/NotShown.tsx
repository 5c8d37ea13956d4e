import type { JSX } from "solid-js";
import type { FileContent } from "../../lib/model";
import { Banner } from "../ui/Banner";
import { bytesWord } from "./bytes";
import styles from "./FileSheet.module.css";

const REASONS = {
  missing: {
    title: "There is nothing at this path",
    text: "The file may have been moved or deleted since. Reload to look again.",
  },
  unreadable: {
    title: "The server does not show this file",
    text: "It shows what is in the session’s project, and nothing outside of it.",
  },
};

/** Says why there is nothing to be read. */
export function NotShown(
  props: { reason: keyof typeof REASONS } | { binary: Extract<FileContent, { type: "binary" }> },
): JSX.Element {
  const words = () => {
    if ("reason" in props) return REASONS[props.reason];
    const { bytes, mime } = props.binary;
    return { title: "A binary file", text: `${bytesWord(bytes)} · ${mime}. There is no text in it to show.` };
  };
  return (
    <div class={styles.standing}>
      <Banner tone="info" title={words().title} text={words().text} role="status" />
    </div>
  );
}
