import { createEffect, createMemo, createSignal, Match, on, onMount, Show, Switch } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import { isRunning, type ProviderInfo } from "../../lib/model";
import { useApp, type View } from "../app/context";
import settings from "../settings/Settings.module.css";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { PageHeader } from "../ui/PageHeader";
import { ConnectProvider } from "./ConnectProvider";
import { EndpointForm } from "./EndpointForm";
import { FaultBanner } from "./FaultBanner";
import { Outcome, type OutcomeProps } from "./Outcome";
import { ProviderList } from "./ProviderList";
import styles from "./Providers.module.css";
import type { Place } from "./place";

/** A provider, whether or not it is being changed, or a new endpoint. */
type Opened = { id: string; editing?: true } | "endpoint";

export interface ProvidersScreenProps {
  place: Place;
  /** Where one came from. */
  back: View;
}

/** The model providers of a server: the list of them, one of them, or an endpoint to be added. */
export function ProvidersScreen(props: ProvidersScreenProps) {
  const app = useApp();
  const server = () => app.state.servers[props.place.server];
  const [providers, setProviders] = createSignal<ProviderInfo[]>();
  const [open, setOpen] = createSignal<Opened>();
  const [outcome, setOutcome] = createSignal<OutcomeProps["outcome"]>();
  const isConnected = createMemo(() => server()?.connection.status === "connected");
  const running = createMemo(() => {
    const held = server();
    return held ? Object.keys(held.statuses).filter((id) => isRunning(held, id)).length : 0;
  });
  const opened = () => {
    const now = open();
    return typeof now === "object" ? providers()?.find((one) => one.id === now.id) : undefined;
  };
  /** The endpoint that is being changed. */
  const edited = () => {
    const now = open();
    const held = opened();
    if (typeof now !== "object" || !now.editing || !held?.endpoint) return undefined;
    return { id: held.id, name: held.name, endpoint: held.endpoint };
  };
  let main: HTMLElement | undefined;

  const load = createAction(async () => {
    const { server, directory } = props.place;
    setProviders(
      await (directory === undefined
        ? app.background.listProviders(server)
        : app.background.listProviders(server, directory)),
    );
  });
  createEffect(on(isConnected, (connected) => connected && void load.run()));

  const focus = () => main?.querySelector<HTMLElement>("input, select, button")?.focus();
  const isListed = createMemo(() => providers() !== undefined);
  onMount(() => createEffect(on([open, isListed], () => queueMicrotask(focus))));

  async function done(id: string, what: OutcomeProps["outcome"]["what"], taken: Taken): Promise<void> {
    // One that is removed may not be listed any more.
    const before = opened()?.name;
    await load.run();
    const held = providers()?.find((one) => one.id === id);
    const name = held?.name ?? before ?? id;
    const isOffered = what === "removed" || held?.connected === true;
    setOutcome({ name, what, taken, isOffered });
    setOpen(undefined);
  }

  function turnTo(next: Opened): void {
    setOutcome(undefined);
    setOpen(next);
  }

  function back(): void {
    const now = open();
    if (typeof now === "object" && now.editing) setOpen({ id: now.id });
    else if (now) setOpen(undefined);
    else app.go(props.back);
  }

  const title = () => {
    const name = edited()?.name;
    if (name !== undefined) return `Change “${name}”`;
    return open() === "endpoint" ? "Add an endpoint" : (opened()?.name ?? "Providers");
  };
  return (
    <div class={settings.screen}>
      <PageHeader title={title()} onBack={back} />
      <main
        ref={(element) => {
          main = element;
        }}
        class={settings.scroll}
      >
        <div class={styles.content}>
          <Show when={open() === undefined && outcome()}>
            {(known) => (
              <Outcome
                server={props.place.server}
                outcome={known()}
                running={running()}
                onUsed={() => void load.run()}
              />
            )}
          </Show>
          <Show when={!isConnected()}>
            <p class={styles.text}>{`${server()?.profile.name ?? "The server"} is not connected right now.`}</p>
          </Show>
          <Show when={load.fault()}>
            {(fault) => (
              <div class={styles.form}>
                <FaultBanner fault={fault()} doing="list" />
                <div class={styles.actions}>
                  <Button onClick={() => void load.run()}>Try again</Button>
                </div>
              </div>
            )}
          </Show>
          <Show when={isConnected() && providers() === undefined && !load.fault()}>
            <p class={styles.text} role="status">
              Asking the server for its providers…
            </p>
          </Show>
          <Show when={providers()}>
            {(known) => (
              <Switch
                fallback={
                  <ProviderList
                    providers={known()}
                    onOpen={(id) => turnTo({ id })}
                    onEndpoint={() => turnTo("endpoint")}
                  />
                }
              >
                <Match when={open() === "endpoint"}>
                  <EndpointForm
                    server={props.place.server}
                    providers={known()}
                    running={running()}
                    onDone={(id, taken) => taken && void done(id, "connected", taken)}
                  />
                </Match>
                {/* Not anew when the list is: what is typed stays. */}
                <Match when={edited() !== undefined}>
                  <EndpointForm
                    server={props.place.server}
                    providers={known()}
                    held={edited()}
                    running={running()}
                    onDone={(id, taken) => (taken ? void done(id, "changed", taken) : turnTo({ id }))}
                  />
                </Match>
                <Match when={opened()}>
                  {(provider) => (
                    <ConnectProvider
                      place={props.place}
                      provider={provider()}
                      running={running()}
                      onEdit={() => turnTo({ id: provider().id, editing: true })}
                      onConnected={(taken) => void done(provider().id, "connected", taken)}
                      onRemoved={(taken) => void done(provider().id, "removed", taken)}
                    />
                  )}
                </Match>
              </Switch>
            )}
          </Show>
        </div>
      </main>
    </div>
  );
}
