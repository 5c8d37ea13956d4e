import { createUniqueId, Show } from "solid-js";
import { shownKey } from "../../../lib/keys/words";
import { isMac } from "../../../lib/platform/system";
import { useApp } from "../../app/context";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { RotateCcw } from "../../ui/icons";
import type { CommandInfo } from "../command";
import type { KeyEditor } from "./create-key-editor";
import styles from "./KeysScreen.module.css";
import { keyInForce } from "./key-map";

/** A command and its key; a click on that asks for another one. */
export function KeyRow(props: { command: CommandInfo; editor: KeyEditor }) {
  const { commands } = useApp();
  const id = createUniqueId();
  const isEdited = () => props.editor.edited() === props.command.id;
  const isChanged = () => props.command.id in commands.choices().changed;
  const key = () => keyInForce(props.command, commands.choices());
  const written = () => {
    const now = key();
    return now === undefined ? "None" : shownKey(now, isMac());
  };
  return (
    <li class={styles.row}>
      <span class={styles.name}>{props.command.name}</span>
      <Show when={isChanged() && !isEdited()}>
        <IconButton
          label={`Reset: ${props.command.name}`}
          size="small"
          onClick={() => props.editor.reset(props.command)}
        >
          <RotateCcw />
        </IconButton>
      </Show>
      <button
        type="button"
        class={styles.key}
        data-takes-keys={isEdited() ? "" : undefined}
        data-none={key() === undefined ? "" : undefined}
        aria-label={isEdited() ? `Press a key: ${props.command.name}` : `${props.command.name}: ${written()}`}
        aria-describedby={isEdited() ? id : undefined}
        onClick={() => props.editor.begin(props.command)}
        onKeyDown={(event) => {
          if (!isEdited() || !props.editor.press(props.command, event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (isEdited() && !(next instanceof Node && event.currentTarget.parentElement?.contains(next)))
            props.editor.end();
        }}
      >
        {isEdited() ? "Press a key" : written()}
      </button>
      <Show when={isEdited()}>
        <div class={styles.help}>
          <p id={id} role="status">
            {props.editor.trouble()?.text ?? "Esc leaves it as it is, Backspace takes it away."}
          </p>
          <Show when={props.editor.trouble()?.swap}>
            {(swap) => (
              <div class={styles.actions}>
                <Button onClick={() => props.editor.end()}>Leave it</Button>
                <Button variant="primary" onClick={() => swap()()}>
                  Swap
                </Button>
              </div>
            )}
          </Show>
        </div>
      </Show>
    </li>
  );
}
