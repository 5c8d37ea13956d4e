import { createSignal, For, onMount, Show } from "solid-js";
import { shortcutSettings } from "../../lib/platform/browser";
import { COMMANDS } from "../../lib/platform/command-keys";
import { currentKeys } from "../../lib/platform/commands";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offerOf } from "../commands/command";
import { panel } from "../commands/list/panel";
import { Button } from "../ui/Button";
import styles from "./Settings.module.css";

const WORDS: Record<string, string> = {
  [COMMANDS.panel]: "Open the panel",
  [COMMANDS.ask]: "Ask about the selection",
};

/** The keys as they are now, and where the browser lets them be changed. */
export function Shortcuts() {
  const app = useApp();
  const [keys, setKeys] = createSignal<Record<string, string>>({});
  const place = shortcutSettings();
  onMount(async () => {
    try {
      setKeys(await currentKeys());
    } catch {
      // Without the list the place to change them is still right.
      setKeys({});
    }
  });
  const known = () => Object.entries(keys()).filter(([name]) => name in WORDS);
  return (
    <section class={styles.section}>
      <h2 class={styles.heading}>Keyboard</h2>
      <Show when={known().length > 0}>
        <dl class={styles.keys}>
          <For each={known()}>
            {([name, key]) => (
              <>
                <dt>{WORDS[name]}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <p class={styles.text}>
        The browser’s own: change them at <code>{place.address}</code>
        {place.canOpen ? "." : ": the gear, then “Manage Extension Shortcuts”."}
      </p>
      <div class={styles.actions}>
        <Button onClick={() => app.go({ screen: "keys" })}>Change keys</Button>
        <CommandButton offer={offerOf(panel, "panel.keys", app)} />
        <CommandButton offer={offerOf(panel, "panel.palette", app)} />
      </div>
    </section>
  );
}
