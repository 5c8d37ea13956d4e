import { createMemo, createSignal, For, Show } from "solid-js";
import { Globe } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Given } from "../Given";
import { Result } from "../Result";
import { useRevealed } from "../reveal";
import { ShowAll } from "../ShowAll";
import { countNote, outputOf, type ToolRenderer, textOf } from "../tool";
import { WebLink } from "../WebLink";
import { webHits } from "../web-hits";
import styles from "./websearch.module.css";

/** Pages that are shown before all are asked for: a search is asked for eight. */
const FIRST = 20;

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
    const [all, setAll] = createSignal(false);
    const revealed = useRevealed();
    const hits = createMemo(() => (props.part.state.status === "completed" ? webHits(outputOf(props.part)) : []));
    return (
      <>
        <Given input={props.part.state.input} names={["query"]} />
        <Show when={hits().length > 0}>
          <ul class={styles.hits} aria-label="Pages found">
            <For each={all() || revealed() ? hits() : hits().slice(0, FIRST)}>
              {(hit) => (
                <li>
                  <WebLink class={styles.hit} href={hit.url}>
                    <span dir="auto">{shortened(hit.title)}</span>
                    <bdi class={styles.host}>{new URL(hit.url).host}</bdi>
                  </WebLink>
                </li>
              )}
            </For>
          </ul>
          <Show when={hits().length > FIRST}>
            <ShowAll all={all()} more={`Show all (${hits().length.toLocaleString()} pages)`} onChange={setAll} />
          </Show>
        </Show>
        <Result part={props.part} />
      </>
    );
  },
};
