import { createMemo, For, Show } from "solid-js";
import { Globe } from "../../ui/icons";
import { Result } from "../Result";
import { countNote, outputOf, type ToolRenderer, textOf } from "../tool";
import { webHits } from "../web-hits";
import styles from "./websearch.module.css";

/** Searches of the web: what was looked for, and the pages that were found. */
export const websearch: ToolRenderer = {
  tools: ["websearch"],
  summary(part) {
    const { length } = part.state.status === "completed" ? webHits(part.state.output) : [];
    const note = length > 0 ? countNote(length, "page", "pages") : undefined;
    return {
      icon: Globe,
      verb: { base: "Search the web for", doing: "Searching the web for", done: "Searched the web for" },
      subject: textOf(part.state.input, "query") || "something",
      ...(note ? { note } : {}),
    };
  },
  Detail: (props) => {
    const hits = createMemo(() => webHits(outputOf(props.part)));
    return (
      <>
        <Show when={hits().length > 0}>
          <ul class={styles.hits} aria-label="Pages found">
            <For each={hits()}>
              {(hit) => (
                <li>
                  <a
                    class={styles.hit}
                    href={hit.url}
                    target="_blank"
                    rel="noopener noreferrer nofollow"
                    referrerpolicy="no-referrer"
                  >
                    <span dir="auto">{hit.title}</span>
                    <bdi class={styles.host}>{new URL(hit.url).host}</bdi>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Result part={props.part} />
      </>
    );
  },
};
