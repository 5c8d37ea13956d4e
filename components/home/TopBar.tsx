import { Show } from "solid-js";
import { useApp } from "../app/context";
import { CommandIcon } from "../commands/CommandButton";
import { offerOf } from "../commands/command";
import { panel } from "../commands/list/panel";
import { SearchField } from "./SearchField";
import { ServerMenu } from "./ServerMenu";
import type { Search } from "./search";
import styles from "./TopBar.module.css";

export function TopBar(props: { search: Search; hasServers: boolean }) {
  const app = useApp();
  return (
    <header class={styles.bar}>
      <h1 class={styles.title}>OpenCode Nexus</h1>
      <ServerMenu />
      <Show when={props.hasServers}>
        <SearchField search={props.search} />
        <CommandIcon offer={offerOf(panel, "go.new", app)} />
      </Show>
      <CommandIcon class={styles.palette} offer={offerOf(panel, "panel.palette", app)} />
      <CommandIcon offer={offerOf(panel, "panel.tab", app)} />
      <CommandIcon offer={offerOf(panel, "go.settings", app)} />
    </header>
  );
}
