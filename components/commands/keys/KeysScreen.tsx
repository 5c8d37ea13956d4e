import { For, Show } from "solid-js";
import { useApp } from "../../app/context";
import settings from "../../settings/Settings.module.css";
import { Button } from "../../ui/Button";
import { Checkbox } from "../../ui/Checkbox";
import { FaultLine } from "../../ui/FaultLine";
import { PageHeader } from "../../ui/PageHeader";
import { createKeyEditor } from "./create-key-editor";
import { COMMAND_GROUPS } from "./groups";
import { KeyRow } from "./KeyRow";
import styles from "./KeysScreen.module.css";

/** Every command with its key, to be changed. */
export function KeysScreen() {
  const { commands, go } = useApp();
  const editor = createKeyEditor(commands);
  const isChanged = () => Object.keys(commands.choices().changed).length > 0;
  return (
    <div class={settings.screen}>
      <PageHeader title="Keys" onBack={() => go({ screen: "settings" })} />
      <main class={settings.scroll}>
        <div class={settings.content}>
          <section class={settings.section}>
            <Checkbox
              label="Keys that are one character, such as ?"
              checked={commands.choices().single}
              onChange={editor.setSingle}
            />
            <p class={settings.text}>They count outside of text fields only. Choose a key below to change it.</p>
            <Show when={editor.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not saved" />}</Show>
          </section>
          <For each={COMMAND_GROUPS}>
            {(group) => (
              <section class={settings.section}>
                <h2 class={settings.heading}>{group.name}</h2>
                <ul class={styles.rows} aria-label={group.name}>
                  <For each={group.commands}>{(command) => <KeyRow command={command} editor={editor} />}</For>
                </ul>
              </section>
            )}
          </For>
          <section class={settings.section}>
            <div>
              <Button disabled={!isChanged()} onClick={() => editor.resetAll()}>
                Reset all keys
              </Button>
            </div>
          </section>
        </div>
      </main>
    </div>
  );
}
