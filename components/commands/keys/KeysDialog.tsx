import { For, type JSX, Show } from "solid-js";
import { isSingle } from "../../../lib/keys/key";
import { shownKey } from "../../../lib/keys/words";
import { isMac } from "../../../lib/platform/system";
import { useApp } from "../../app/context";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { COMMAND_GROUPS, FIXED_KEYS, READING_SIGNS, WRITING_SIGNS } from "./groups";
import styles from "./KeysDialog.module.css";
import { keyInForce } from "./key-map";

/** All keys as they are now. */
export function KeysDialog() {
  const { commands, go } = useApp();
  const close = () => commands.show(undefined);
  const isOn = (key: string) => commands.choices().single || !isSingle(key);
  const rowsOf = (group: (typeof COMMAND_GROUPS)[number]) =>
    group.commands.flatMap((command) => {
      const key = keyInForce(command, commands.choices());
      return key !== undefined && isOn(key) ? [[command.name, shownKey(key, isMac())] as const] : [];
    });
  return (
    <Dialog open onOpenChange={close} title="Keyboard shortcuts">
      <For each={COMMAND_GROUPS}>{(group) => <Keys title={group.name} rows={rowsOf(group)} />}</For>
      <For each={FIXED_KEYS}>
        {({ name, keys }, index) => (
          <Keys
            title={name}
            rows={[
              ...keys.map(([what, key]) => [what, shownKey(key, isMac())] as const),
              ...(index() === 0 ? WRITING_SIGNS : []),
            ]}
          />
        )}
      </For>
      <Keys title="While you read an answer" rows={READING_SIGNS} />
      <div class={styles.foot}>
        <Button
          onClick={() => {
            close();
            go({ screen: "keys" });
          }}
        >
          Change keys
        </Button>
      </div>
    </Dialog>
  );
}

function Keys(props: { title: string; rows: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <Show when={props.rows.length > 0}>
      <section>
        <h3 class={styles.heading}>{props.title}</h3>
        <dl class={styles.keys}>
          <For each={props.rows}>
            {([name, key]) => (
              <div>
                <dt>{name}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}
