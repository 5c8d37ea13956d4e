import { Dynamic } from "solid-js/web";
import { type Mention, mentionWord } from "../../../lib/model";
import { IconButton } from "../../ui/IconButton";
import { Bot, FileText, Folder, X } from "../../ui/icons";
import styles from "./ContextChips.module.css";
import label from "./ContextLabel.module.css";

/** A file of the project, or a subagent, that was named by "@" and goes along with the prompt. */
export function MentionChip(props: { mention: Mention; onRemove(): void }) {
  const icon = () => {
    if (props.mention.type === "agent") return Bot;
    return props.mention.path.endsWith("/") ? Folder : FileText;
  };
  const name = () => mentionWord(props.mention).slice(1);
  return (
    <li class={styles.chip}>
      <span class={styles.mention} title={name()}>
        <span class={label.icon}>
          <Dynamic component={icon()} />
        </span>
        <bdi class={label.title}>{name()}</bdi>
      </span>
      <IconButton size="small" class={styles.remove} label={`Remove ${name()}`} onClick={() => props.onRemove()}>
        <X />
      </IconButton>
    </li>
  );
}
