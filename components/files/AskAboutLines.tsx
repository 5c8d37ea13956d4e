import { type Accessor, createComputed, createSignal, type JSX, on, Show } from "solid-js";
import { type CommentPlace, linesWord } from "../../lib/page/comment";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offerOf, offersOf } from "../commands/command";
import { type LinesSubject, lines as linesCommands } from "../commands/list/layer";
import { CommentBox } from "../review/CommentBox";
import type { Comments } from "../review/comments";
import { Button } from "../ui/Button";
import styles from "./FileSheet.module.css";

/** Below a file: the question about its marked lines, which goes along with the next prompt. */
export function AskAboutLines(props: {
  comments: Comments;
  place: CommentPlace | undefined;
  isAt(at: Element | null): boolean;
  /** To the message that it goes with. */
  onWrite(): void;
  /** The focus goes back to the lines. */
  onClose(): void;
}): JSX.Element {
  const app = useApp();
  const [open, setOpen] = createSignal(false);
  // Other lines, other questions.
  createComputed(
    on(
      () => props.place && linesWord(props.place),
      () => setOpen(false),
      { defer: true },
    ),
  );
  const held: Accessor<boolean> = () => props.place !== undefined && props.comments.at(props.place) !== undefined;
  const subject = (): LinesSubject => ({
    ask: props.place && !open() && !held() ? { lines: linesWord(props.place), run: () => setOpen(true) } : undefined,
  });
  app.commands.offer((at) => (props.isAt(at) ? offersOf(linesCommands, subject()) : []));
  const count = () => props.comments.all().length;

  return (
    <Show when={props.place || count() > 0}>
      <div class={styles.ask}>
        <Show when={props.place}>
          {(place) => (
            <>
              <Show when={open() || held()}>
                <p class={styles.asked}>About {linesWord(place())}</p>
              </Show>
              <CommentBox
                comments={props.comments}
                place={place()}
                isOpen={open()}
                hint="What do you want to know or have changed here?"
                onOpen={() => setOpen(true)}
                onClose={() => {
                  setOpen(false);
                  props.onClose();
                }}
              />
            </>
          )}
        </Show>
        <div class={styles.foot}>
          <CommandButton offer={offerOf(linesCommands, "file.ask", subject())} />
          <Show when={count() > 0}>
            <span class={styles.grow} role="status">
              {count() === 1 ? "1 comment goes" : `${count()} comments go`} with your next message.
            </span>
            <Button variant="primary" onClick={() => props.onWrite()}>
              Write it
            </Button>
          </Show>
        </div>
      </div>
    </Show>
  );
}
