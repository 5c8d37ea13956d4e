import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { type Attachment, type Mention, mentionWord } from "../../../lib/model";
import { type ContextItem, itemLabel } from "../../../lib/page/context";
import type { DraftChange } from "../../app/drafts";
import { IconButton } from "../../ui/IconButton";
import { X } from "../../ui/icons";
import { KeyedFor } from "../../ui/KeyedFor";
import { AttachmentChip } from "../attach/AttachmentChip";
import type { Attached } from "../written";
import styles from "./ContextChips.module.css";
import { ContextLabel } from "./ContextLabel";
import { MentionChip } from "./MentionChip";

const ContextEditor = lazy(async () => ({ default: (await import("./ContextEditor")).ContextEditor }));

export interface ContextChipsProps {
  attached: Attached;
  onChange(change: DraftChange): void;
  /** What the chosen model would have to read for a file and does not, in words. */
  unread?: (file: Attachment) => string | undefined;
  onRemoved(): void;
  /** Its words go with what was named. */
  onUnname?: (word: string) => void;
}

/** What goes along with the prompt; each opens to exactly what is sent. */
export function ContextChips(props: ContextChipsProps) {
  const items = () => props.attached.context;
  const mentions = () => props.attached.mentions ?? [];
  const files = () => props.attached.attachments ?? [];
  const [openId, setOpenId] = createSignal<string>();
  /** Whose page is to be read as it opens. */
  const [readId, setReadId] = createSignal<string>();
  const opened = () => items().filter((item) => item.id === openId());

  function close(): void {
    setOpenId(undefined);
    setReadId(undefined);
  }

  function remove({ id, word }: ContextItem): void {
    props.onChange({ context: items().filter((item) => item.id !== id) });
    if (openId() === id) close();
    if (word !== undefined) props.onUnname?.(word);
    props.onRemoved();
  }

  function removeMention(mention: Mention): void {
    const word = mentionWord(mention);
    const others = mentions().filter((held) => mentionWord(held) !== word);
    props.onChange({ mentions: others.length > 0 ? others : undefined });
    props.onUnname?.(word);
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
                onClick={() => {
                  const isOpen = openId() === item().id;
                  close();
                  if (!isOpen) setOpenId(item().id);
                }}
              >
                <ContextLabel item={item()} />
              </button>
              <Show when={item().kind === "page" && item().text === "" && openId() !== item().id}>
                <button
                  type="button"
                  class={styles.text}
                  aria-label={`Add text of ${itemLabel(item())}`}
                  onClick={() => {
                    setReadId(item().id);
                    setOpenId(item().id);
                  }}
                >
                  Add text
                </button>
              </Show>
              <IconButton
                size="small"
                class={styles.remove}
                label={`Remove ${itemLabel(item())}`}
                onClick={() => remove(item())}
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
              <Suspense>
                <ContextEditor
                  item={item()}
                  reads={readId() === id}
                  onInput={(text) => {
                    // Once: who takes the text out again does not want it.
                    setReadId(undefined);
                    props.onChange({ context: items().map((one) => (one.id === id ? { ...one, text } : one)) });
                  }}
                  onClose={close}
                />
              </Suspense>
            )}
          </Show>
        )}
      </For>
    </Show>
  );
}
