import { createMemo, createSignal, For, Show } from "solid-js";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offerOf } from "../commands/command";
import { panel } from "../commands/list/panel";
import {
  connectionOf,
  connectionRemedy,
  connectionSentence,
  defaultProject,
  nextTry,
  wantedServers,
  worstServer,
} from "../settings/connection-words";
import { ServerActions } from "../settings/ServerActions";
import { Plus } from "../ui/icons";
import { Popover } from "../ui/Popover";
import { StateMark } from "../ui/StateMark";
import styles from "./ServerMenu.module.css";

/** The servers by name and state, on the top bar; opened, each with its cause, its remedy and what can be done. */
export function ServerMenu() {
  const app = useApp();
  const [open, setOpen] = createSignal(false);
  const servers = () => Object.values(app.state.servers);
  const shown = createMemo(() => worstServer(app.state) ?? servers()[0]);
  return (
    <Show
      when={shown()}
      fallback={
        <div class={styles.none}>
          <Show when={app.link() !== "loading"}>
            <StateMark mark="none" />
            Not connected
          </Show>
        </div>
      }
    >
      <Popover
        title="Servers"
        open={open()}
        onOpenChange={setOpen}
        triggerClass={styles.trigger}
        trigger={<ServerLabel />}
      >
        <ul class={styles.list} aria-label="Servers">
          <For each={servers()}>
            {(server) => (
              <li class={styles.server}>
                <StateMark mark={connectionOf(server).mark} />
                <div class={styles.words}>
                  <p class={styles.name} dir="auto">
                    {server.profile.name}
                  </p>
                  <p class={styles.url}>{server.profile.url}</p>
                  <p>{connectionSentence(server, app.now())}</p>
                  <Show when={connectionRemedy(server)}>{(remedy) => <p class={styles.remedy}>{remedy()}</p>}</Show>
                </div>
                <div class={styles.actions}>
                  <ServerActions server={server} onLeave={() => setOpen(false)} />
                </div>
              </li>
            )}
          </For>
        </ul>
        <div class={styles.foot}>
          <CommandButton
            variant="quiet"
            offer={offerOf(panel, "go.addServer", {
              ...app,
              go(view) {
                setOpen(false);
                app.go(view);
              },
            })}
          >
            <Plus />
          </CommandButton>
        </div>
      </Popover>
    </Show>
  );
}

/** One server: its name and project. Several: how many. Either: what is wrong, if something is. */
function ServerLabel() {
  const app = useApp();
  const servers = () => Object.values(app.state.servers);
  const worst = createMemo(() => worstServer(app.state));
  const name = () => (servers().length === 1 ? servers()[0]?.profile.name : `${servers().length} servers`);
  const about = createMemo(() => {
    const server = worst();
    if (!server) return "Not connected";
    const { connection } = server;
    if (connection.status === "reconnecting") return nextTry(connection.nextTryAt, app.now());
    if (connection.status !== "connected") return connectionOf(server).word;
    if (servers().length > 1) {
      const wanted = wantedServers(app.state).length;
      return wanted === servers().length ? "" : `${wanted} connected`;
    }
    return server.fresh ? (defaultProject(server) ?? "") : "Refreshing…";
  });
  const mark = () => {
    const server = worst();
    return server ? connectionOf(server) : ({ mark: "none", word: "Not connected" } as const);
  };
  return (
    <>
      <StateMark mark={mark().mark} word={mark().word === about() ? undefined : mark().word} />
      <span class={styles.label} dir="auto">
        {name()}
      </span>
      <span class={styles.about} dir="auto">
        {about()}
      </span>
    </>
  );
}
