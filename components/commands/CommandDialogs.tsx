import { lazy, Match, Switch } from "solid-js";
import { useApp } from "../app/context";
import { Palette } from "../app/screens";

const KeysDialog = lazy(async () => ({ default: (await import("./keys/KeysDialog")).KeysDialog }));

const RemoveServer = lazy(async () => ({
  default: (await import("../settings/commands/RemoveServer")).RemoveServer,
}));

/** What is opened by a key alone, over whatever is on show. */
export function CommandDialogs() {
  const { commands, state } = useApp();
  const removed = () => {
    const dialog = commands.dialog();
    return typeof dialog === "object" ? state.servers[dialog.remove] : undefined;
  };
  return (
    <Switch>
      <Match when={commands.dialog() === "palette"}>
        <Palette />
      </Match>
      <Match when={commands.dialog() === "keys"}>
        <KeysDialog />
      </Match>
      <Match when={removed()}>{(server) => <RemoveServer server={server()} />}</Match>
    </Switch>
  );
}
