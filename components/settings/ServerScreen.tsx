import { onMount } from "solid-js";
import type { ServerId } from "../../lib/model";
import { useApp } from "../app/context";
import { PageHeader } from "../ui/PageHeader";
import { ServerForm } from "./ServerForm";
import styles from "./Settings.module.css";

/** The form of a server as a screen of its own. */
export function ServerScreen(props: { id?: ServerId | undefined }) {
  const app = useApp();
  const back = () => app.go(Object.keys(app.state.servers).length > 0 ? { screen: "settings" } : { screen: "home" });
  let main: HTMLElement | undefined;
  onMount(() => main?.querySelector("input")?.focus());
  return (
    <div class={styles.screen}>
      <PageHeader title={props.id ? "Edit server" : "Add a server"} onBack={back} />
      <main
        ref={(element) => {
          main = element;
        }}
        class={styles.scroll}
      >
        <div class={styles.content}>
          <ServerForm id={props.id} onCancel={back} />
        </div>
      </main>
    </div>
  );
}
