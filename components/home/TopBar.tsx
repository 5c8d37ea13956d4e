import ExternalLink from "lucide-solid/icons/external-link";
import Plus from "lucide-solid/icons/plus";
import SettingsIcon from "lucide-solid/icons/settings";
import { Show } from "solid-js";
import { useApp } from "../app/context";
import { IconButton } from "../ui/IconButton";
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
        <IconButton label="New session" onClick={() => app.go({ screen: "new" })}>
          <Plus />
        </IconButton>
      </Show>
      <Show when={!app.inTab}>
        <IconButton label="Open in a tab" onClick={() => app.toTab({ screen: "home" })}>
          <ExternalLink />
        </IconButton>
      </Show>
      <IconButton label="Settings" onClick={() => app.go({ screen: "settings" })}>
        <SettingsIcon />
      </IconButton>
    </header>
  );
}
