import { createMemo, type JSX, Match, Show, Switch } from "solid-js";
import { cardViews } from "../../lib/model";
import { useApp } from "../app/context";
import { CardList } from "../cards/CardList";
import { offersOf } from "../commands/command";
import { history } from "../commands/list/history";
import { wantedServers } from "../settings/connection-words";
import { createArchive } from "./archive";
import { ConnectionBanner } from "./ConnectionBanner";
import { EmptyHome } from "./EmptyHome";
import { FirstRun } from "./FirstRun";
import { History } from "./History";
import styles from "./Home.module.css";
import { createHistoryRows, createSessionRows } from "./history-rows";
import { KeptContext } from "./KeptContext";
import { Notices } from "./Notices";
import { SearchResults } from "./SearchResults";
import { createSearch } from "./search";
import { TopBar } from "./TopBar";

/** The panel's home: cards, history, and at the bottom the composer of a new session, which the shell hands in. */
export function Home(props: { composer?: JSX.Element }) {
  const app = useApp();
  const servers = () => Object.values(app.state.servers);
  const archive = createArchive(createSessionRows(app));
  const search = createSearch(app, archive.rows);
  const cards = createMemo(() => cardViews(app.state));
  const rows = createHistoryRows(archive.rows, cards);
  const several = () => servers().length > 1;
  const stale = () => wantedServers(app.state).some((server) => !server.fresh);
  app.commands.offer(() =>
    offersOf(history, {
      archived: { count: archive.count(), on: archive.on() },
      toggleArchived: archive.toggle,
    }),
  );
  return (
    <div class={styles.home}>
      <TopBar search={search} hasServers={servers().length > 0} />
      <main class={styles.main}>
        <Notices />
        <Show when={app.link() !== "loading"}>
          <Show
            when={servers().length > 0}
            fallback={
              <>
                <FirstRun />
                <KeptContext />
              </>
            }
          >
            <ConnectionBanner />
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
            <div class={styles.composer}>{props.composer}</div>
          </Show>
        </Show>
      </main>
    </div>
  );
}
