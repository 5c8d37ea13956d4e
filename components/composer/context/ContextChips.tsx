import { createSignal, For, Show } from "solid-js";
import { type Attachment, type Mention, mentionWord } from "../../../lib/model";
import { itemLabel } from "../../../lib/page/context";
import type { DraftChange } from "../../app/drafts";
import { IconButton } from "../../ui/IconButton";
import { X } from "../../ui/icons";
import { KeyedFor } from "../../ui/KeyedFor";
import { AttachmentChip } from "../attach/AttachmentChip";
import type { Attached } from "../written";
import styles from "./ContextChips.module.css";
import { ContextEditor } from "./ContextEditor";
import { ContextLabel } from "./ContextLabel";
import { MentionChip } from "./MentionChip";

export interface ContextChipsProps {
  attached: Attached;
  onChange(change: DraftChange): void;
  /** What the chosen model would have to read for a file and does not, in words. */
  unread?: (file: Attachment) => string | undefined;
  onRemoved(): void;
}

/** What goes along with the prompt; each opens to exactly what is sent. */
export function ContextChips(props: ContextChipsProps) {
  const items = () => props.attached.context;
  const mentions = () => props.attached.mentions ?? [];
  const files = () => props.attached.attachments ?? [];
  const [openId, setOpenId] = createSignal<string>();
  const opened = () => items().filter((item) => item.id === openId());

  function remove(id: string): void {
    props.onChange({ context: items().filter((item) => item.id !== id) });
    if (openId() === id) setOpenId(undefined);
    props.onRemoved();
  }

  function removeMention(mention: Mention): void {
    const others = mentions().filter((held) => mentionWord(held) !== mentionWord(mention));
    props.onChange({ mentions: others.length > 0 ? others : undefined });
    props.onRemoved();
  }

  function removeFile(id: string): void {
    const others = files().filter((file) => file.id !== id);
    props.onChange({ attachments: others.length > 0 ? others : undefined });
    props.onRemoved();
  }

  return (
    <Show when={items().length > 0 || mentions().length > 0 || files().length > 0}>
      <ul class={styles.chips} aria-label="Attached context">
        <KeyedFor each={items()} by={(item) => item.id}>
          {(item) => (
            <li class={styles.chip} data-open={openId() === item().id ? "" : undefined}>
              <button
                type="button"
                class={styles.label}
                aria-expanded={openId() === item().id}
                title={item().place?.path ?? item().url}
                onClick={() => setOpenId(openId() === item().id ? undefined : item().id)}
              >
                <ContextLabel item={item()} />
              </button>
              <IconButton
                size="small"
                class={styles.remove}
                label={`Remove ${itemLabel(item())}`}
                onClick={() => remove(item().id)}
              >
                <X />
              </IconButton>
            </li>
          )}
        </KeyedFor>
        <KeyedFor each={mentions()} by={mentionWord}>
          {(mention) => <MentionChip mention={mention()} onRemove={() => removeMention(mention())} />}
        </KeyedFor>
        <KeyedFor each={files()} by={(file) => file.id}>
          {(file) => (
            <AttachmentChip file={file()} unread={props.unread?.(file())} onRemove={() => removeFile(file().id)} />
          )}
        </KeyedFor>
      </ul>
      <For each={opened().map((item) => item.id)}>
        {(id) => (
          <Show when={items().find((item) => item.id === id)}>
            {(item) => (
              <ContextEditor
                item={item()}
                onInput={(text) =>
                  props.onChange({ context: items().map((one) => (one.id === id ? { ...one, text } : one)) })
                }
                onClose={() => setOpenId(undefined)}
              />
            )}
          </Show>
        )}
      </For>
    </Show>
  );
}
