import { lazy, Match, Switch } from "solid-js";
import { useApp } from "../app/context";
import { Palette } from "../app/screens";

const KeysDialog = lazy(async () => ({ default: (await import("./keys/KeysDialog")).KeysDialog }));

/** What is opened by a key alone, over whatever is on show. */
export function CommandDialogs() {
  const { commands } = useApp();
  return (
    <Switch>
      <Match when={commands.dialog() === "palette"}>
        <Palette />
      </Match>
      <Match when={commands.dialog() === "keys"}>
        <KeysDialog />
      </Match>
    </Switch>
  );
}
