import { Match, Show, Switch } from "solid-js";
import { useApp } from "../app/context";
import { CardList } from "../cards/CardList";
import { wantedServers } from "../settings/connection-words";
import type { Sessions } from "./create-sessions";
import { EmptyHome } from "./EmptyHome";
import { History } from "./History";
import { SearchResults } from "./SearchResults";
import styles from "./SessionLists.module.css";

/** Cards and history, what a search has found of them, or why there is nothing. */
export function SessionLists(props: { sessions: Sessions }) {
  const app = useApp();
  const { cards, rows, archive, search } = props.sessions;
  const several = () => Object.keys(app.state.servers).length > 1;
  const stale = () => wantedServers(app.state).some((server) => !server.fresh);
  return (
    <div class={styles.scroll}>
      <Switch>
        <Match when={search.query().trim()}>
          <SearchResults search={search} showServer={several()} />
        </Match>
        <Match when={cards().length === 0 && rows().length === 0 && archive.count() === 0}>
          <EmptyHome />
        </Match>
        <Match when={true}>
          <Show when={cards().length > 0}>
            <CardList views={cards()} severalServers={several()} stale={stale()} />
          </Show>
          <History rows={rows()} archive={archive} showServer={several()} />
        </Match>
      </Switch>
    </div>
  );
}
