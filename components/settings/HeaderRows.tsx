import { createSignal, Index, Show } from "solid-js";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { ChevronRight, Plus, X } from "../ui/icons";
import input from "../ui/input.module.css";
import styles from "./HeaderRows.module.css";
import type { HeaderRow, ServerFormState } from "./server-form";

/** Headers sent with every request, for a reverse proxy that wants them. Saved values are never shown. */
export function HeaderRows(props: { form: ServerFormState }) {
  const rows = () => props.form.fields.headers;
  const [open, setOpen] = createSignal(rows().length > 0);
  let list: HTMLUListElement | undefined;

  function replace(index: number, change: Partial<HeaderRow>): void {
    props.form.change("headers", (all) => all.map((row, at) => (at === index ? { ...row, ...change } : row)));
  }
  function add(): void {
    props.form.change("headers", (all) => [...all, { name: "", value: "", saved: false }]);
    list?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  }

  return (
    <div class={styles.headers}>
      <button
        type="button"
        class={styles.toggle}
        aria-expanded={open()}
        onClick={() => {
          setOpen(!open());
          if (open() && rows().length === 0) add();
        }}
      >
        <ChevronRight />
        Extra headers
        <Show when={rows().length > 0}>
          <span class={styles.count}>{rows().length}</span>
        </Show>
      </button>
      <Show when={open()}>
        <ul
          ref={(element) => {
            list = element;
          }}
          class={styles.list}
          aria-label="Extra headers"
        >
          <Index each={rows()}>
            {(row, index) => (
              <li class={styles.row}>
                <input
                  class={`${input.input} ${styles.input}`}
                  aria-label={`Header ${index + 1} name`}
                  placeholder="Name"
                  autocomplete="off"
                  spellcheck={false}
                  value={row().name}
                  aria-invalid={props.form.errors().headers ? true : undefined}
                  aria-describedby={props.form.errors().headers ? "header-error" : undefined}
                  // A saved value belongs to the saved name.
                  onInput={(event) => replace(index, { name: event.currentTarget.value, saved: false })}
                />
                <input
                  class={`${input.input} ${styles.input}`}
                  aria-label={`Header ${index + 1} value`}
                  placeholder={row().saved ? "Saved" : "Value"}
                  type="password"
                  autocomplete="off"
                  value={row().value}
                  onInput={(event) => replace(index, { value: event.currentTarget.value, saved: false })}
                />
                <IconButton
                  label={`Remove header ${index + 1}`}
                  onClick={() => props.form.change("headers", (all) => all.filter((_, at) => at !== index))}
                >
                  <X />
                </IconButton>
              </li>
            )}
          </Index>
        </ul>
        <Show when={props.form.errors().headers}>
          <p class={styles.error} id="header-error">
            {props.form.errors().headers}
          </p>
        </Show>
        <div>
          <Button variant="quiet" onClick={add}>
            <Plus />
            Add a header
          </Button>
        </div>
      </Show>
    </div>
  );
}
