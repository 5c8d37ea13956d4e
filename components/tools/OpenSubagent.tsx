import { type JSX, Show } from "solid-js";
import { findSession, type SessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { IconButton } from "../ui/IconButton";
import { ArrowUpRight } from "../ui/icons";
import styles from "./OpenSubagent.module.css";

/** Leads from a call to the session in which a subagent works on it; that session's foot leads back. */
export function OpenSubagent(props: { session: SessionKey; task: string }): JSX.Element {
  const app = useApp();
  const open = createAction(async () => {
    const key = props.session;
    // Sessions of subagents are held while they work; an old one has to be fetched first.
    if (!findSession(app.state, key)) await app.background.openSession(key);
    app.go({ screen: "session", key });
  });
  return (
    <>
      <IconButton
        class={styles.open}
        size="small"
        label={`Open the subagent: ${props.task}`}
        aria-disabled={open.busy() ? true : undefined}
        onClick={() => void open.run()}
      >
        <ArrowUpRight />
      </IconButton>
      <Show when={open.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not opened" />}</Show>
    </>
  );
}
