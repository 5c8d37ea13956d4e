import { createMemo, lazy, Show, Suspense } from "solid-js";
import { describeFault } from "../../lib/model";
import { useApp } from "../app/context";
import { wantedServers } from "../settings/connection-words";
import { Banner } from "../ui/Banner";
import { HistoryList } from "./HistoryList";
import styles from "./SearchResults.module.css";
import type { Search } from "./search";

// Titles come first, and without it.
const TextResults = lazy(async () => ({ default: (await import("./TextResults")).TextResults }));
/** Letters below which a query is in everything that was ever said. */
const SHORTEST = 2;

/** What a search has found so far, and whether that is all. */
export function SearchResults(props: { search: Search; showServer: boolean }) {
  const app = useApp();
  const count = () => props.search.results().length;
  const query = () => props.search.query().trim();
  const partial = () => wantedServers(app.state).every((server) => server.connection.status !== "connected");
  const words = createMemo(() => {
    if (props.search.searching()) return count() > 0 ? `${sessions(count())} so far, searching…` : "Searching…";
    if (count() > 0) return sessions(count());
    return `No session’s title has “${query()}”`;
  });
  return (
    <section>
      <p class={styles.words} role="status" aria-label="Search">
        {words()}
      </p>
      <Show when={props.search.fault()}>
        {(fault) => (
          <div class={styles.fault}>
            <Banner
              tone="warning"
              title={`Search failed: ${describeFault(fault()).title}`}
              text="Only what is held here was searched."
            />
          </div>
        )}
      </Show>
      <Show when={!props.search.fault() && !props.search.searching() && partial()}>
        <p class={styles.note}>No server is connected: only what is held here was searched.</p>
      </Show>
      <HistoryList rows={props.search.results()} showServer={props.showServer} showArchived />
      <Show when={query().length >= SHORTEST}>
        <Suspense>
          <TextResults query={query()} />
        </Suspense>
      </Show>
    </section>
  );
}

function sessions(count: number): string {
  return count === 1 ? "1 session" : `${count} sessions`;
}
