import { createSignal, For, Show } from "solid-js";
import type { Server } from "../../../lib/model";
import type { McpServer } from "../../../lib/opencode/services";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { mcp as commands } from "../../commands/list/services";
import { createAction } from "../../ui/action";
import { FaultLine } from "../../ui/FaultLine";
import { StateMark } from "../../ui/StateMark";
import styles from "./Services.module.css";
import { SignIn } from "./SignIn";
import { mcpWords } from "./words";

export interface McpProps {
  server: Server;
  directory: string;
  mcp: McpServer;
  /** Something was done about it. */
  onChange(): Promise<unknown>;
}

/** An MCP server: how it is, and the one thing to do about that. */
export function McpRow(props: McpProps) {
  const app = useApp();
  const [signingIn, setSigningIn] = createSignal(false);
  const set = createAction(async (on: boolean) => {
    await app.background.setMcp(props.server.id, props.directory, props.mcp.name, on);
    await props.onChange();
  });
  const words = () => mcpWords(props.mcp);
  const isOn = () => props.mcp.state === "connected";
  const offers = () =>
    offersOf(commands, {
      name: props.mcp.name,
      isOn: isOn(),
      wantsSignIn: props.mcp.state === "sign-in",
      busy: set.busy(),
      toggle: () => void set.run(!isOn()),
      signIn: () => setSigningIn(!signingIn()),
    });
  app.commands.offer(offers);
  return (
    <li class={styles.row} data-state={props.mcp.state}>
      <StateMark mark={words().mark} />
      <bdi class={styles.words}>{props.mcp.name}</bdi>
      <For each={offers().map(({ command }) => command.id)}>
        {(id) => {
          const offer = () => offers().find(({ command }) => command.id === id);
          const isSignIn = id === "mcp.signIn";
          return (
            <CommandButton
              offer={offer()}
              name={`${offer()?.label}${isSignIn ? " to" : ""} ${props.mcp.name}`}
              aria-expanded={isSignIn ? signingIn() : undefined}
            />
          );
        }}
      </For>
      <span class={`${styles.about} ${styles.below}`}>{words().word}</span>
      <Show when={set.fault()}>
        {(fault) => (
          <div class={styles.wide}>
            <FaultLine fault={fault()} />
          </div>
        )}
      </Show>
      <Show when={signingIn() && props.mcp.state === "sign-in"}>
        <SignIn {...props} />
      </Show>
    </li>
  );
}
