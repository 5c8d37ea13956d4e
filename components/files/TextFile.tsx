import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import type { CommentPlace } from "../../lib/page/comment";
import { useApp } from "../app/context";
import { CommandIcon } from "../commands/CommandButton";
import { offerOf, offersOf } from "../commands/command";
import { search } from "../commands/list/conversation";
import type { Comments } from "../review/comments";
import { Button } from "../ui/Button";
import { AskAboutLines } from "./AskAboutLines";
import { CodeLines } from "./CodeLines";
import styles from "./FileSheet.module.css";
import { FindInFile } from "./FindInFile";
import { rangeWithin } from "./find-lines";
import { linesOf, lineWithin } from "./lines";
import { selectedLines } from "./selected-lines";

type Range = readonly [first: number, last: number];

/** The text of a file, what is found in it, and questions about its lines. */
export function TextFile(props: {
  path: string;
  text: string;
  cut: boolean;
  line: number | undefined;
  /** Undefined where none can go along with a prompt. */
  comments: Comments | undefined;
  /** To the message that comments go with. */
  onWrite(): void;
}): JSX.Element {
  const app = useApp();
  // Loaded again, the same text stays on the screen as it is.
  const text = createMemo(() => props.text);
  const lines = createMemo(() => linesOf(text()));
  const first = props.line === undefined ? undefined : lineWithin(props.line, lines().length);
  const [marked, setMarked] = createSignal<Range | undefined>(first === undefined ? undefined : [first, first]);
  const [lead, setLead] = createSignal<{ line: number; end?: number } | undefined>(first ? { line: first } : undefined);
  const [asked, setAsked] = createSignal(0);
  const [box, setBox] = createSignal<HTMLElement>();
  let bar: HTMLElement | undefined;
  let field: HTMLInputElement | undefined;

  /** Beside the conversation, keys are meant for what has the focus. */
  const isAt = (at: Element | null) => app.columns() < 3 || bar?.closest("aside")?.contains(at) === true;
  const searchSubject = { what: "file", find: () => setAsked((count) => count + 1) } as const;
  app.commands.offer((at) => (text() !== "" && isAt(at) ? offersOf(search, searchSubject) : []));

  function go(event: SubmitEvent): void {
    event.preventDefault();
    const range = rangeWithin(field?.value ?? "", lines().length);
    if (!range) return;
    setMarked(range);
    setLead({ line: range[0] });
    box()?.focus({ preventScroll: true });
  }

  function mark(line: number, more: boolean): void {
    setMarked((held) => {
      if (more && held) return line < held[0] ? [line, held[1]] : [held[0], line];
      return held?.[0] === line && held[1] === line ? undefined : [line, line];
    });
  }

  function markSelected(): void {
    const held = box();
    const range = held && selectedLines(held, getSelection());
    if (range) setMarked(range);
  }
  onMount(() => {
    const aborter = new AbortController();
    document.addEventListener("pointerup", markSelected, { signal: aborter.signal });
    document.addEventListener("keyup", (event) => event.shiftKey && markSelected(), { signal: aborter.signal });
    onCleanup(() => aborter.abort());
  });

  const place = createMemo((): CommentPlace | undefined => {
    const range = marked();
    if (!range) return undefined;
    const [line, endLine] = range;
    const quote = lines()[line - 1] ?? "";
    return { path: props.path, line, ...(endLine > line ? { endLine } : {}), side: "after", quote };
  });

  const topLine = () => {
    const held = box();
    return held ? Math.floor(held.scrollTop / parseFloat(getComputedStyle(held).lineHeight)) + 1 : 1;
  };
  const facts = () => {
    if (props.text === "") return "Empty file";
    const count = `${lines().length.toLocaleString()} ${lines().length === 1 ? "line" : "lines"}`;
    return props.cut ? `The first ${count} of a longer file` : count;
  };

  return (
    <>
      <div
        ref={(element) => {
          bar = element;
        }}
        class={styles.bar}
      >
        <span role="status">{facts()}</span>
        <Show when={props.text !== ""}>
          <span class={styles.goto}>
            <Show when={lines().length > 1}>
              <form class={styles.goto} onSubmit={go}>
                <label class={styles.goto}>
                  Line
                  <input
                    ref={(element) => {
                      field = element;
                    }}
                    class={styles.number}
                    data-line-field
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder="12-20"
                    value={props.line ?? ""}
                  />
                </label>
                <Button type="submit" variant="quiet">
                  Go
                </Button>
              </form>
            </Show>
            <CommandIcon size="small" offer={offerOf(search, "conversation.find", searchSubject)} />
          </span>
        </Show>
      </div>
      <Show when={asked() > 0 && box()} keyed>
        {(held) => (
          <FindInFile
            lines={lines()}
            box={held}
            from={topLine}
            asked={asked()}
            isAt={isAt}
            onHit={({ line, end }) => setLead({ line, end })}
            onClose={() => setAsked(0)}
          />
        )}
      </Show>
      <Show when={props.text !== "" && lines()} keyed>
        {(held) => (
          <CodeLines path={props.path} lines={held} marked={marked()} lead={lead()} onMark={mark} ref={setBox} />
        )}
      </Show>
      <Show when={props.comments}>
        {(comments) => (
          <AskAboutLines
            comments={comments()}
            place={place()}
            isAt={isAt}
            onWrite={props.onWrite}
            onClose={() => box()?.focus({ preventScroll: true })}
          />
        )}
      </Show>
    </>
  );
}
