import { createSignal, Show } from "solid-js";
import type { Server } from "../../../lib/model";
import type { McpServer } from "../../../lib/opencode/services";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
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
  const label = (verb: string) => `${verb} ${props.mcp.name}`;
  return (
    <li class={styles.row} data-state={props.mcp.state}>
      <StateMark mark={words().mark} />
      <bdi class={styles.words}>{props.mcp.name}</bdi>
      <Show
        when={props.mcp.state === "sign-in"}
        fallback={
          <Button
            busy={set.busy()}
            aria-label={label(isOn() ? "Disconnect" : "Connect")}
            onClick={() => void set.run(!isOn())}
          >
            {isOn() ? "Disconnect" : "Connect"}
          </Button>
        }
      >
        <Button aria-label={label("Sign in to")} aria-expanded={signingIn()} onClick={() => setSigningIn(!signingIn())}>
          Sign in
        </Button>
      </Show>
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
