import { createSignal, type JSX, onMount, Show } from "solid-js";
import { keyOf } from "../../lib/keys/key";
import { shownKey } from "../../lib/keys/words";
import { type CommentPlace, linesWord } from "../../lib/page/comment";
import { isMac } from "../../lib/platform/system";
import { hintOf } from "../commands/CommandButton";
import { COMMENT_KEYS } from "../commands/keys/fixed";
import { Button } from "../ui/Button";
import styles from "./CommentBox.module.css";
import type { Comments } from "./comments";

/** The comment on a line or some: its words, or the field in which they are written. */
export function CommentBox(props: {
  comments: Comments;
  place: CommentPlace;
  /** It is being written. */
  isOpen: boolean;
  onOpen(): void;
  /** The focus goes back to the line. */
  onClose(): void;
  /** What the field says while it is empty. */
  hint?: string | undefined;
}): JSX.Element {
  const held = () => props.comments.at(props.place);
  return (
    <Show when={props.isOpen || held()}>
      <div class={styles.comment}>
        <Show
          when={props.isOpen}
          fallback={
            <>
              <p class={styles.words} dir="auto">
                {held()?.text}
              </p>
              <div class={styles.actions}>
                <Button variant="quiet" onClick={() => props.onOpen()}>
                  Edit
                </Button>
                <Button
                  variant="quiet"
                  onClick={() => {
                    props.comments.write(props.place, "");
                    props.onClose();
                  }}
                >
                  Remove
                </Button>
              </div>
            </>
          }
        >
          <Field comments={props.comments} place={props.place} hint={props.hint} onClose={() => props.onClose()} />
        </Show>
      </div>
    </Show>
  );
}

function Field(props: {
  comments: Comments;
  place: CommentPlace;
  hint: string | undefined;
  onClose(): void;
}): JSX.Element {
  const before = props.comments.at(props.place)?.text ?? "";
  const [text, setText] = createSignal(before);
  let field: HTMLTextAreaElement | undefined;
  onMount(() => field?.focus());

  function write(words: string): void {
    setText(words);
    props.comments.write(props.place, words.trim() === "" ? "" : words);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onKeyDown={(event) => {
        const key = keyOf(event, isMac());
        if (key === COMMENT_KEYS.add) {
          event.preventDefault();
          props.onClose();
        } else if (key === COMMENT_KEYS.leave) {
          // What was typed is in the message already.
          event.stopPropagation();
          event.preventDefault();
          props.onClose();
        }
      }}
    >
      <textarea
        ref={(element) => {
          field = element;
        }}
        class={styles.field}
        aria-label={`Comment on ${linesWord(props.place)} of ${props.place.path}`}
        placeholder={props.hint ?? "What should be different here?"}
        dir="auto"
        rows={2}
        value={text()}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <div class={styles.actions}>
        <Button
          type="submit"
          variant="primary"
          disabled={text().trim() === ""}
          title={hintOf("Add to message", shownKey(COMMENT_KEYS.add, isMac()))}
        >
          Add to message
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            write(before);
            props.onClose();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
