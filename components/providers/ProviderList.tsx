import { createMemo, createSignal, For, Show } from "solid-js";
import type { ProviderInfo } from "../../lib/model";
import { Button } from "../ui/Button";
import { ChevronRight, Plus } from "../ui/icons";
import { StateMark } from "../ui/StateMark";
import { TextField } from "../ui/TextField";
import { foundProviders } from "./find";
import styles from "./Providers.module.css";
import { aboutProvider } from "./words";

/** Rows drawn at once of those that are not connected. */
const MOST = 40;

export interface ProviderListProps {
  providers: readonly ProviderInfo[];
  onOpen(id: string): void;
  onEndpoint(): void;
}

/** All providers that a server knows, connected ones first. */
export function ProviderList(props: ProviderListProps) {
  const [query, setQuery] = createSignal("");
  const found = createMemo(() => foundProviders(props.providers, query()));
  const more = () => Math.max(0, found().others.length - MOST);
  return (
    <div class={styles.form}>
      <TextField
        label="Search providers"
        type="search"
        value={query()}
        onInput={setQuery}
        autocomplete="off"
        spellcheck={false}
      />
      <Rows title="Connected" providers={found().connected} onOpen={props.onOpen} />
      <Rows title="To connect" providers={found().others.slice(0, MOST)} onOpen={props.onOpen} />
      <Show when={more() > 0}>
        <p class={styles.more}>{`${more().toLocaleString()} more: type to find`}</p>
      </Show>
      <Show when={found().connected.length + found().others.length === 0}>
        <p class={styles.text} role="status">
          {query() === "" ? "The server knows no provider." : "No provider found. Its own endpoint may still be added."}
        </p>
      </Show>
      <div class={styles.actions}>
        <Button onClick={() => props.onEndpoint()}>
          <Plus />
          Add an endpoint…
        </Button>
      </div>
    </div>
  );
}

function Rows(props: { title: string; providers: readonly ProviderInfo[]; onOpen(id: string): void }) {
  return (
    <Show when={props.providers.length > 0}>
      <section>
        <h2 class={styles.heading}>{props.title}</h2>
        <ul class={styles.list} aria-label={props.title}>
          <For each={props.providers}>
            {(provider) => (
              <li>
                <button type="button" class={styles.item} onClick={() => props.onOpen(provider.id)}>
                  <StateMark mark={provider.connected ? "ready" : "none"} />
                  <span>
                    <span class={styles.name} dir="auto">
                      {provider.name}
                    </span>
                    <span class={styles.about}>{aboutProvider(provider)}</span>
                  </span>
                  <span class={styles.go}>
                    <ChevronRight />
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
