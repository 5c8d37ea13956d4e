import { createMemo, createSignal, type JSX, Show } from "solid-js";
import { Button } from "../ui/Button";
import { CodeLines } from "./CodeLines";
import styles from "./FileSheet.module.css";
import { linesOf, lineWithin } from "./lines";

/** The text of a file, and the way to one of its lines. */
export function TextFile(props: { path: string; text: string; cut: boolean; line: number | undefined }): JSX.Element {
  // Loaded again, the same text stays on the screen as it is.
  const text = createMemo(() => props.text);
  const lines = createMemo(() => linesOf(text()));
  const [marked, setMarked] = createSignal(
    props.line === undefined ? undefined : lineWithin(props.line, lines().length),
  );
  const [led, setLed] = createSignal(0);
  let field: HTMLInputElement | undefined;

  function go(event: SubmitEvent): void {
    event.preventDefault();
    const wanted = field?.valueAsNumber ?? Number.NaN;
    if (Number.isNaN(wanted)) return;
    setMarked(lineWithin(wanted, lines().length));
    setLed((count) => count + 1);
  }

  const facts = () => {
    if (props.text === "") return "Empty file";
    const count = `${lines().length.toLocaleString()} ${lines().length === 1 ? "line" : "lines"}`;
    return props.cut ? `The first ${count} of a longer file` : count;
  };

  return (
    <>
      <div class={styles.bar}>
        <span role="status">{facts()}</span>
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
                type="number"
                min={1}
                max={lines().length}
                value={props.line}
              />
            </label>
            <Button type="submit" variant="quiet">
              Go
            </Button>
          </form>
        </Show>
      </div>
      <Show when={props.text !== "" && lines()} keyed>
        {(held) => <CodeLines path={props.path} lines={held} marked={marked()} led={led()} />}
      </Show>
    </>
  );
}
