import { createSignal, createUniqueId, Show } from "solid-js";
import {
  askedInFull,
  callOf,
  isLoop,
  type PermissionReply,
  type PermissionRequest,
  rootOf,
  sessionKey,
} from "../../lib/model";
import { useApp } from "../app/context";
import { DiffBlock } from "../tools/DiffBlock";
import { diffOf } from "../tools/diff";
import { LongText } from "../tools/LongText";
import { mcpServersOf } from "../tools/mcp-names";
import { relativePath } from "../tools/tool";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { AcceptAllDialog } from "./AcceptAll";
import { AlwaysCovers } from "./AlwaysCovers";
import { Asked } from "./Asked";
import { createReply } from "./create-reply";
import { PermissionActions } from "./PermissionActions";
import { loopWords, permissionPath, permissionTitle, purposeOf } from "./permission";
import { RejectReason } from "./RejectReason";
import { RequestFrame, type RequestProps } from "./RequestFrame";
import styles from "./requests.module.css";

/** The agent asks for leave: what exactly, and what "always" would cover. */
export function Permission(props: RequestProps<PermissionRequest>) {
  const app = useApp();
  const alwaysId = createUniqueId();
  // The form is made anew for another request.
  const key = sessionKey(props.server.id, props.request.sessionId);
  const draft = createReply(app.drafts, key, props.request.id);
  const reason = () => draft.held().reason;
  const [confirming, setConfirming] = createSignal(false);
  /** A reason that was begun and is put aside. */
  const [aside, setAside] = createSignal(false);
  let justAsked = false;

  const answer = createAction(async (reply: PermissionReply, why: string = "") => {
    const { onFormGone, request } = props;
    const told = why.trim() === "" ? [] : ([why.trim()] as const);
    await app.background.replyPermission(key, request.id, reply, ...told);
    draft.drop();
    onFormGone();
  });
  const root = () => props.server.sessions[rootOf(props.server, props.request.sessionId)];
  const acceptAll = createAction(async () => {
    const { onFormGone, server } = props;
    const session = root();
    if (session) await app.background.setAutoAccept(sessionKey(server.id, session.id), true);
    onFormGone();
  });
  const busy = () => answer.busy() || acceptAll.busy();
  const directory = () => props.server.sessions[props.request.sessionId]?.directory ?? "";
  const path = () => relativePath(permissionPath(props.request), directory());
  const call = () => callOf(props.server, props.request);
  const purpose = () =>
    isLoop(props.request) ? loopWords(props.server, props.request) : purposeOf(props.request, call());
  const covers = () => props.request.always.length > 0;
  return (
    <RequestFrame
      {...props}
      name={`Permission: ${props.request.permission}`}
      title={permissionTitle(props.request.permission, () =>
        mcpServersOf(app.background, props.server.id, directory()),
      )}
    >
      <div class={styles.form}>
        <Asked>
          <Show when={purpose()}>
            {(words) => (
              <p class={styles.purpose} dir="auto">
                {words()}
              </p>
            )}
          </Show>
          <Show
            when={diffOf(props.request.metadata)}
            fallback={
              <Show when={askedInFull(props.request, call())}>
                {(subject) => <LongText label="What is asked for" text={subject()} maxLines={8} />}
              </Show>
            }
          >
            {(diff) => <DiffBlock diff={diff()} path={path()} directory={directory()} maxLines={10} />}
          </Show>
          <Show when={covers()}>
            <AlwaysCovers id={alwaysId} patterns={props.request.always} isLoop={isLoop(props.request)} />
          </Show>
        </Asked>
        <Show
          when={reason() !== undefined && !aside()}
          fallback={
            <PermissionActions
              idle={props.idle}
              early={props.early}
              busy={busy()}
              alwaysId={covers() ? alwaysId : undefined}
              onReply={(reply) => void answer.run(reply)}
              onExplain={() => {
                justAsked = true;
                draft.change({ reason: reason() ?? "" });
                setAside(false);
              }}
              begun={reason()}
              onAcceptAll={root() && (() => setConfirming(true))}
            />
          }
        >
          <RejectReason
            text={reason() ?? ""}
            busy={busy()}
            autofocus={justAsked}
            onInput={(words) => draft.change({ reason: words })}
            onLeave={() => {
              if (reason()?.trim()) setAside(true);
              else draft.drop();
              props.onFormGone();
            }}
            onDrop={() => {
              draft.drop();
              props.onFormGone();
            }}
            onReject={() => void answer.run("reject", reason())}
          />
        </Show>
        <Show when={props.request.left}>{(fault) => <FaultLine fault={fault()} doing="Not granted by itself" />}</Show>
        <Show when={answer.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not answered" />}</Show>
        <Show when={acceptAll.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not turned on" />}</Show>
      </div>
      <Show when={root()}>
        {(session) => (
          <AcceptAllDialog
            open={confirming()}
            onOpenChange={setConfirming}
            session={session()}
            onConfirm={() => void acceptAll.run()}
          />
        )}
      </Show>
    </RequestFrame>
  );
}
