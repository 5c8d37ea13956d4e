import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { AuthMethod, ProviderInfo } from "../../lib/model";
import { KeyForm } from "./KeyForm";
import styles from "./Providers.module.css";
import type { Place } from "./place";
import { RemoveProvider } from "./RemoveProvider";
import { SignInForm } from "./SignInForm";
import { isChangeable } from "./words";

export interface ConnectProviderProps {
  place: Place;
  provider: ProviderInfo;
  running: number;
  /** Its endpoint is to be changed. */
  onEdit(): void;
  onConnected(taken: Taken): void;
  onRemoved(taken: Taken): void;
}

/** One provider: how it is connected, and the ways to connect it. */
export function ConnectProvider(props: ConnectProviderProps) {
  const name = createUniqueId();
  const [at, setAt] = createSignal(0);
  /** None for an endpoint that can be changed: its key is changed with the rest of it. */
  const methods = () => (isChangeable(props.provider) ? [] : props.provider.methods);
  // The list is fetched again after a gap: the same way stays as it is, and what was typed for it.
  const method = createMemo(() => methods()[at()], undefined, {
    equals: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  });
  const signIn = () => {
    const chosen = method();
    return chosen?.type === "sign-in" && chosen.index !== undefined ? { ...chosen, index: chosen.index } : undefined;
  };
  const byKey = (): AuthMethod | undefined => (method()?.type === "key" ? method() : undefined);
  return (
    <div class={styles.form}>
      <Show when={props.provider.connected}>
        <RemoveProvider
          place={props.place}
          provider={props.provider}
          running={props.running}
          onEdit={props.onEdit}
          onDone={props.onRemoved}
        />
      </Show>
      <Show when={methods().length > 1}>
        <fieldset class={styles.ways}>
          <legend>{props.provider.connected ? "Connect it anew" : "How to connect"}</legend>
          <For each={methods()}>
            {(way, index) => (
              <label class={styles.way}>
                <input type="radio" name={name} checked={at() === index()} onChange={() => setAt(index())} />
                {way.label}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Switch>
        {/* Keyed: what was typed for one way is not for another. */}
        <Match when={byKey()} keyed>
          {(way) => (
            <KeyForm
              place={props.place}
              providerId={props.provider.id}
              method={way}
              again={props.provider.connected}
              onDone={props.onConnected}
            />
          )}
        </Match>
        <Match when={signIn()} keyed>
          {(way) => (
            <SignInForm place={props.place} providerId={props.provider.id} method={way} onDone={props.onConnected} />
          )}
        </Match>
      </Switch>
    </div>
  );
}
