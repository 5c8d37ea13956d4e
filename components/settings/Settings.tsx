import Plus from "lucide-solid/icons/plus";
import { For, Show } from "solid-js";
import { browser } from "wxt/browser";
import { AlertSettings } from "../alerts/AlertSettings";
import { useApp } from "../app/context";
import { Button } from "../ui/Button";
import { PageHeader } from "../ui/PageHeader";
import { ServerItem } from "./ServerItem";
import styles from "./Settings.module.css";
import { Shortcuts } from "./Shortcuts";

export function Settings() {
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
                <For each={servers()}>{(server) => <ServerItem server={server} />}</For>
              </ul>
            </Show>
            <div>
              <Button onClick={() => app.go({ screen: "server" })}>
                <Plus />
                Add a server
              </Button>
            </div>
          </section>
          <AlertSettings />
          <Shortcuts />
          <section class={styles.section}>
            <h2 class={styles.heading}>About</h2>
            <p class={styles.text}>OpenCode Nexus {browser.runtime.getManifest().version}</p>
          </section>
        </div>
      </main>
    </div>
  );
}
