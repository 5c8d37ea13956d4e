import { createEffect, createMemo, ErrorBoundary, Match, Show, Switch } from "solid-js";
import { NewSessionComposer } from "../chat/new/NewSessionComposer";
import { NewSessionView } from "../chat/new/NewSessionView";
import { CommandDialogs } from "../commands/CommandDialogs";
import { offersOf } from "../commands/command";
import { createCommandKeys } from "../commands/create-command-keys";
import { panel } from "../commands/list/panel";
import { Home } from "../home/Home";
import { SessionColumn } from "../home/SessionColumn";
import { ConnectionStatus } from "../settings/ConnectionStatus";
import { ServerCommands } from "../settings/commands/ServerCommands";
import { Broken } from "./Broken";
import { type App, AppProvider } from "./context";
import styles from "./Shell.module.css";
import { KeysScreen, Layers, ProvidersScreen, preloadWhenIdle, ServerScreen, SessionView, Settings } from "./screens";

/** The panel: one screen at a time, each a room of its own; in a full tab with the sessions beside it. */
export function Shell(props: { app: App }) {
  const shown = <S extends ReturnType<App["view"]>["screen"]>(screen: S) => {
    const view = props.app.view();
    return view.screen === screen ? (view as Extract<ReturnType<App["view"]>, { screen: S }>) : undefined;
  };
  // Not before the cards are there: they come first.
  const isThere = createMemo(() => props.app.link() !== "loading");
  createEffect(() => {
    if (isThere()) void preloadWhenIdle();
  });
  // Once for the life of the panel: it is one app.
  const app = props.app;
  app.commands.offer(() => offersOf(panel, app), "everywhere");
  createCommandKeys(app.commands);
  /** The third column is there when something stands in it. */
  const columns = () => (app.layers.list().length > 0 ? app.columns() : Math.min(app.columns(), 2));
  return (
    <AppProvider value={props.app}>
      <ConnectionStatus />
      <ErrorBoundary fallback={(error: unknown, reset) => <Broken error={error} onReset={reset} />}>
        <div class={styles.room} data-columns={columns()}>
          <Show when={app.columns() > 1}>
            <SessionColumn />
          </Show>
          <div class={styles.screen}>
            <Switch>
              <Match when={shown("home")}>
                <Show when={app.columns() === 1} fallback={<NewSessionView />}>
                  <Home composer={<NewSessionComposer />} />
                </Show>
              </Match>
              <Match when={shown("session")}>{(view) => <SessionView key={view().key} find={view().find} />}</Match>
              <Match when={shown("new")}>
                <NewSessionView />
              </Match>
              <Match when={shown("settings")}>{(view) => <Settings show={view().show} />}</Match>
              <Match when={shown("keys")}>
                <KeysScreen />
              </Match>
              <Match when={shown("providers")}>
                {(view) => <ProvidersScreen place={view().place} back={view().back} />}
              </Match>
              <Match when={shown("server")}>{(view) => <ServerScreen id={view().id} />}</Match>
            </Switch>
          </div>
          <Show when={app.layers.list().length > 0}>
            <Layers />
          </Show>
        </div>
        <CommandDialogs />
        <ServerCommands />
      </ErrorBoundary>
    </AppProvider>
  );
}
