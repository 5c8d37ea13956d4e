import { createEffect, createMemo, type JSX, Show } from "solid-js";
import { findSession, isRunning, type SessionKey, splitSessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { OpenSubagent } from "./OpenSubagent";
import { Subagent } from "./Subagent";

/** The subagent of a task: the way to its session, and what is known of it, which is fetched where it may be out of date. */
export function SubagentOf(props: { session: SessionKey; task: string }): JSX.Element {
  const app = useApp();
  const found = () => findSession(app.state, props.session);
  // Servers list only sessions that nobody started, and of others tell only what happens now. What is fetched before all else
  // has been may still be replaced: so it is asked for after that, and again after each gap.
  const isSettled = createMemo(() => {
    const { server: serverId, session } = splitSessionKey(props.session);
    const server = app.state.servers[serverId];
    return server?.connection.status === "connected" && server.fresh && !isRunning(server, session);
  });
  createEffect(() => {
    // What went wrong shows as the connection's state.
    if (isSettled()) void app.background.loadSubagent(props.session).catch(() => undefined);
  });
  return (
    <>
      <OpenSubagent session={props.session} task={props.task} />
      <Show when={found()}>
        {(held) => <Subagent server={held().server} session={held().session} task={props.task} />}
      </Show>
    </>
  );
}
