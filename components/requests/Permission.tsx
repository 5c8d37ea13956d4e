import { For, Show } from "solid-js";
import { type PermissionReply, type PermissionRequest, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { subjectOf } from "../cards/request-subject";
import { DiffBlock } from "../tools/DiffBlock";
import { diffOf } from "../tools/diff";
import { LongText } from "../tools/LongText";
import { relativePath } from "../tools/tool";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { permissionPath, permissionTitle } from "./permission";
import { RequestFrame, type RequestProps } from "./RequestFrame";
import styles from "./requests.module.css";

/** The agent asks for leave: what exactly, and what "always" would cover. */
export function Permission(props: RequestProps<PermissionRequest>) {
  const app = useApp();
  const reply = createAction(async (answer: PermissionReply) => {
    const { onAnswered } = props;
    await app.background.replyPermission(
      sessionKey(props.server.id, props.request.sessionId),
      props.request.id,
      answer,
    );
    onAnswered();
  });
  const directory = () => props.server.sessions[props.request.sessionId]?.directory ?? "";
  const path = () => relativePath(permissionPath(props.request), directory());
  return (
    <RequestFrame
      {...props}
      name={`Permission: ${props.request.permission}`}
      title={permissionTitle(props.request.permission)}
    >
      <div class={styles.form}>
        <Show
          when={diffOf(props.request.metadata)}
          fallback={
            <Show when={subjectOf(props.request)}>
              {(subject) => <LongText label="What is asked for" text={subject()} maxLines={8} />}
            </Show>
          }
        >
          {(diff) => <DiffBlock diff={diff()} path={path()} directory={directory()} maxLines={10} />}
        </Show>
        <div class={styles.actions}>
          <Button busy={reply.busy()} onClick={() => void reply.run("reject")}>
            Reject
          </Button>
          <Button busy={reply.busy()} onClick={() => void reply.run("always")}>
            Allow always
          </Button>
          <Button variant="primary" busy={reply.busy()} onClick={() => void reply.run("once")}>
            Allow once
          </Button>
        </div>
        <Show when={props.request.always.length > 0}>
          <p class={styles.always}>
            Always covers{" "}
            <For each={props.request.always}>
              {(pattern, index) => (
                <>
                  {index() > 0 ? ", " : ""}
                  <Show when={pattern !== "*"} fallback="everything of this kind">
                    <code dir="ltr">{pattern}</code>
                  </Show>
                </>
              )}
            </For>
          </p>
        </Show>
        <Show when={reply.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not answered" />}</Show>
      </div>
    </RequestFrame>
  );
}
