import { For, type JSX, Show } from "solid-js";
import diff from "../tools/DiffBlock.module.css";
import { type DiffRowsProps, DiffText, SIGNS } from "../tools/DiffRows";
import type { DiffLine } from "../tools/diff";
import { MessageSquarePlus } from "../ui/icons";
import { CommentBox } from "./CommentBox";
import { placeOf, useComments } from "./comments";
import { useSplit } from "./layout";
import styles from "./ReviewRows.module.css";
import { rowsOf } from "./split";

/** Lines of a diff that can be commented on, below or beside one another. */
export function ReviewRows(props: DiffRowsProps): JSX.Element {
  const isSplit = useSplit();
  return (
    <Show when={isSplit()} fallback={<For each={props.lines}>{(line) => <Unified {...props} line={line} />}</For>}>
      <For each={rowsOf(props.lines)}>{(row) => <Split {...props} before={row.before} after={row.after} />}</For>
    </Show>
  );
}

function Unified(props: DiffRowsProps & { line: DiffLine }): JSX.Element {
  return (
    <Commented file={props.file} chunk={props.lines} lines={[props.line]}>
      {(button) => (
        <div class={`${diff.line} ${styles.line}`} data-kind={props.line.kind}>
          <span class={diff.before}>{props.line.before ?? ""}</span>
          <span class={diff.after}>{props.line.after ?? ""}</span>
          <span class={diff.sign}>{SIGNS[props.line.kind]}</span>
          <DiffText line={props.line} tokens={props.tokens.get(props.line)} />
          {button(props.line)}
        </div>
      )}
    </Commented>
  );
}

function Split(props: DiffRowsProps & { before: DiffLine | undefined; after: DiffLine | undefined }): JSX.Element {
  const lines = () => [...new Set([props.before, props.after])].filter((line) => line !== undefined);
  return (
    <Commented file={props.file} chunk={props.lines} lines={lines()}>
      {(button) => (
        <div class={styles.split}>
          <For each={["before", "after"] as const}>
            {(side) => (
              <div class={`${diff.line} ${styles.half}`} data-kind={props[side]?.kind ?? "none"}>
                <Show when={props[side]}>
                  {(line) => (
                    <>
                      <span class={diff.after}>{line()[side] ?? ""}</span>
                      <span class={diff.sign}>{SIGNS[line().kind]}</span>
                      <DiffText line={line()} tokens={props.tokens.get(line())} />
                      <Show when={side === "after" || line().kind === "removed"}>{button(line())}</Show>
                    </>
                  )}
                </Show>
              </div>
            )}
          </For>
        </div>
      )}
    </Commented>
  );
}

/** A row with the comments on its lines below it, and the button for one. */
function Commented(props: {
  file: string;
  /** All lines around: one of their buttons is reached by Tab, the others by arrows. */
  chunk: readonly DiffLine[];
  lines: readonly DiffLine[];
  children(button: (line: DiffLine) => JSX.Element): JSX.Element;
}): JSX.Element {
  const comments = useComments();
  const first = () => props.chunk.find((line) => placeOf(props.file, line));
  const buttons = new Map<DiffLine, HTMLButtonElement>();

  function button(line: DiffLine): JSX.Element {
    const place = comments && placeOf(props.file, line);
    if (!place) return undefined;
    return (
      <button
        ref={(element) => buttons.set(line, element)}
        type="button"
        class={styles.add}
        data-comment
        tabindex={line === first() ? 0 : -1}
        aria-label={`Comment on line ${place.line}${place.side === "before" ? ", removed" : ""}`}
        title="Comment"
        onClick={() => comments.open(line)}
        onKeyDown={moveOn}
      >
        <MessageSquarePlus />
      </button>
    );
  }

  return (
    <>
      {props.children(button)}
      <Show when={comments}>
        {(held) => (
          <For each={props.lines}>
            {(line) => (
              <Show when={placeOf(props.file, line)}>
                {(place) => (
                  <CommentBox
                    comments={held()}
                    place={place()}
                    isOpen={held().opened() === line}
                    onOpen={() => held().open(line)}
                    onClose={() => {
                      held().open(undefined);
                      buttons.get(line)?.focus();
                    }}
                  />
                )}
              </Show>
            )}
          </For>
        )}
      </Show>
    </>
  );
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** The arrows go from line to line of all diffs of a file. */
function moveOn(event: KeyboardEvent & { currentTarget: HTMLButtonElement }): void {
  const step = STEPS[event.key];
  const room = event.currentTarget.closest("li");
  if (step === undefined || !room) return;
  const buttons = [...room.querySelectorAll<HTMLElement>("[data-comment]")];
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
