import { createEffect, lazy, Show, Suspense } from "solid-js";
import type { Server } from "../../lib/model";
import { type ServerPart, useApp } from "../app/context";
import { Fold } from "../tools/Fold";
import { RevealProvider } from "../tools/reveal";
import { StateMark } from "../ui/StateMark";
import { connectionOf, connectionRemedy, connectionSentence } from "./connection-words";
import { ConnectionDetails } from "./details/ConnectionDetails";
import { ServerActions } from "./ServerActions";
import styles from "./ServerItem.module.css";

// Most who come here come for the connection.
const Services = lazy(async () => ({ default: (await import("./services/Services")).Services }));

/** A server in the settings: how it is, and everything that can be done with it. */
export function ServerItem(props: { server: Server; show?: ServerPart["part"] | undefined }) {
  const app = useApp();
  let item: HTMLLIElement | undefined;
  // One has come for it: it has the focus, in view.
  createEffect(() => {
    const head = props.show && item?.querySelector<HTMLElement>(`[data-part=${props.show}] button`);
    head?.focus();
    item?.querySelector(`[data-part=${props.show}]`)?.scrollIntoView({ block: "nearest" });
  });
  return (
    <li
      ref={(element) => {
        item = element;
      }}
      class={styles.server}
    >
      <StateMark mark={connectionOf(props.server).mark} />
      <div class={styles.words}>
        <h3 class={styles.name} dir="auto">
          {props.server.profile.name}
        </h3>
        <p class={styles.url}>{props.server.profile.url}</p>
        <p class={styles.state}>{connectionSentence(props.server, app.now())}</p>
        <Show when={connectionRemedy(props.server)}>{(remedy) => <p class={styles.remedy}>{remedy()}</p>}</Show>
      </div>
      <div class={styles.actions}>
        <ServerActions server={props.server} removable />
      </div>
      <div class={styles.details} data-part="details">
        <RevealProvider value={() => props.show === "details"}>
          <Fold head="Connection details">
            <ConnectionDetails server={props.server} />
          </Fold>
        </RevealProvider>
      </div>
      <Show when={props.server.connection.status === "connected"}>
        <div class={styles.details} data-part="services">
          <RevealProvider value={() => props.show === "services"}>
            <Fold head="Tools and services">
              <Suspense>
                <Services server={props.server} />
              </Suspense>
            </Fold>
          </RevealProvider>
        </div>
      </Show>
    </li>
  );
}
