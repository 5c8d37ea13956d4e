import { Show } from "solid-js";
import { safeLink } from "../../../lib/markdown/links";
import type { ToolPart } from "../../../lib/model";
import { Globe } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Given } from "../Given";
import { Result } from "../Result";
import { type ToolRenderer, textOf } from "../tool";
import { WebLink } from "../WebLink";
import styles from "./webfetch.module.css";

/** Pages are handed over in Markdown unless the model asked for another form. */
const isMarkdown = ({ state }: ToolPart) => (textOf(state.input, "format") || "markdown") === "markdown";

/** Web pages that were fetched. */
export const webfetch: ToolRenderer = {
  tools: ["webfetch"],
  summary(part) {
    return {
      icon: Globe,
      verb: { base: "Fetch", doing: "Fetching", done: "Fetched" },
      subject: textOf(part.state.input, "url") || "a page",
      code: true,
    };
  },
  Detail: (props) => {
    const address = () => safeLink(textOf(props.part.state.input, "url"));
    return (
      <>
        <Given input={props.part.state.input} names={["url"]} />
        <Show when={address()}>
          {(href) => (
            <WebLink class={styles.address} href={href()}>
              <bdi>{shortened(href(), 2000)}</bdi>
            </WebLink>
          )}
        </Show>
        <Result part={props.part} isPage={isMarkdown(props.part)} />
      </>
    );
  },
};
