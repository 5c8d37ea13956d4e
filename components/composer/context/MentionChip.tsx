import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { linesInWords, type Mention, mentionWord } from "../../../lib/model";
import { IconButton } from "../../ui/IconButton";
import { Bot, FileText, Folder, Plug, X } from "../../ui/icons";
import styles from "./ContextChips.module.css";
import label from "./ContextLabel.module.css";

function titleOf(mention: Mention): string {
  if (mention.type === "agent") return mention.name;
  if (mention.type === "resource") return `${mention.name}, ${mention.uri} of the MCP server ${mention.client}`;
  return mention.lines === undefined ? mention.path : `${mention.path}, ${linesInWords(mention.lines)}`;
}

/** A file of the project, a subagent, or a resource of an MCP server, that was named by "@" and goes along with the prompt. */
export function MentionChip(props: { mention: Mention; onRemove(): void }) {
  const icon = () => {
    if (props.mention.type === "agent") return Bot;
    if (props.mention.type === "resource") return Plug;
    return props.mention.path.endsWith("/") ? Folder : FileText;
  };
  const name = () => mentionWord(props.mention).slice(1);
  const lines = () => (props.mention.type === "file" ? props.mention.lines : undefined);
  return (
    <li class={styles.chip}>
      <span class={styles.mention} title={titleOf(props.mention)}>
        <span class={label.icon}>
          <Dynamic component={icon()} />
        </span>
        <bdi class={label.title}>{props.mention.type === "file" ? props.mention.path : name()}</bdi>
        <Show when={props.mention.type === "resource" && props.mention.client}>
          {(client) => <bdi class={styles.client}>{client()}</bdi>}
        </Show>
        <Show when={lines()}>{(written) => <bdi class={styles.lines}>#{written()}</bdi>}</Show>
      </span>
      <IconButton size="small" class={styles.remove} label={`Remove ${name()}`} onClick={() => props.onRemove()}>
        <X />
      </IconButton>
    </li>
  );
}
