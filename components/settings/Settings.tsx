import { For, Show } from "solid-js";
import { browser } from "wxt/browser";
import { AlertSettings } from "../alerts/AlertSettings";
import { type ServerPart, useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offerOf } from "../commands/command";
import { panel } from "../commands/list/panel";
import { Plus } from "../ui/icons";
import { PageHeader } from "../ui/PageHeader";
import { ConversationSettings } from "./ConversationSettings";
import { ServerItem } from "./ServerItem";
import styles from "./Settings.module.css";
import { Shortcuts } from "./Shortcuts";
import { UndoTime } from "./UndoTime";

/** @param props.show what of a server one comes for */
export function Settings(props: { show?: ServerPart | undefined }) {
  const app = useApp();
  const servers = () => Object.values(app.state.servers);
  return (
    <div class={styles.screen}>
      <PageHeader title="Settings" onBack={app.leave} />
      <main class={styles.scroll}>
        <div class={styles.content}>
          <section class={styles.section}>
            <h2 class={styles.heading}>Servers</h2>
            <Show when={servers().length > 0} fallback={<p class={styles.text}>There is no server yet.</p>}>
              <ul class={styles.list} aria-label="Servers">
                <For each={servers()}>
                  {(server) => (
                    <ServerItem server={server} show={props.show?.server === server.id ? props.show.part : undefined} />
                  )}
                </For>
              </ul>
            </Show>
            <div>
              <CommandButton offer={offerOf(panel, "go.addServer", app)}>
                <Plus />
              </CommandButton>
            </div>
          </section>
          <ConversationSettings />
          <AlertSettings />
          <Shortcuts />
          <UndoTime />
          <section class={styles.section}>
            <h2 class={styles.heading}>About</h2>
            <p class={styles.text}>OpenCode Nexus {browser.runtime.getManifest().version}</p>
          </section>
        </div>
      </main>
    </div>
  );
}
