import { createEffect, createMemo, createUniqueId, type JSX, on, onMount, Show } from "solid-js";
import { type Catalog, type Fault, FaultError, findModel, type ModelRef, type Server } from "../../lib/model";
import type { Resource } from "../../lib/opencode/services";
import { useApp } from "../app/context";
import type { DraftKey } from "../app/drafts";
import { offersOf } from "../commands/command";
import { composer } from "../commands/list/composer";
import { createAction } from "../ui/action";
import { AttachButton } from "./attach/AttachButton";
import { createAttach } from "./attach/create-attach";
import { createDrop } from "./attach/create-drop";
import { unreadBy, whyUnread } from "./attach/readable";
import styles from "./Composer.module.css";
import { ComposerHints } from "./ComposerHints";
import { defaultAgentName, defaultModelOf, effective, inForce, isDemo } from "./choices";
import { ContextChips } from "./context/ContextChips";
import { createSubmit } from "./create-submit";
import { createUnsent } from "./create-unsent";
import { cutWords } from "./mentions/cut-words";
import { Choices } from "./pickers/Choices";
import { SendButtons } from "./SendButtons";
import { actionIn, actionsOf } from "./suggest/actions";
import { Writing } from "./Writing";
import { afterSending, isNothing, mayBeCommand, pastOf, type Written, writtenOf } from "./written";

export interface ComposerProps {
  draftKey: DraftKey;
  placeholder: string;
  /** Where what is written goes. */
  server: Server | undefined;
  directory: string | undefined;
  /** Why nothing can be sent now. */
  notReady: string | undefined;
  catalog: Catalog | undefined;
  /** Why that could not be fetched. */
  catalogFault: Fault | undefined;
  onCatalogRetry(): void;
  /** What the session was used with last. */
  last?: { agent?: string | undefined; model?: ModelRef | undefined };
  working?: boolean;
  /** Takes the focus when it appears. */
  autofocus?: boolean;
  /** First in the bar: where a new session works. */
  start?: JSX.Element;
  /**
   * Rejects with a `FaultError`; the draft is kept then.
   *
   * @param beside It is not to wait while the agent works.
   */
  onSend(written: Written, beside: boolean): Promise<void>;
  onStop?: () => Promise<void>;
}

/** Where the user writes. Everything typed is in the draft at once; a draft goes only when its prompt is in the outbox. */
export function Composer(props: ComposerProps) {
  const app = useApp();
  const reasonId = createUniqueId();
  const draft = () => app.drafts.get(props.draftKey);
  const chosen = createMemo(() =>
    inForce(props.catalog, effective(draft().agent, props.last?.agent), effective(draft().model, props.last?.model)),
  );
  const agent = () => chosen().agent;
  const model = () => chosen().model;
  const { shown, change, recall } = createUnsent(app.drafts, () => props.draftKey);
  const attach = createAttach(app.drafts, () => props.draftKey);
  const answers = () => props.catalog && findModel(props.catalog, model() ?? defaultModelOf(props.catalog, agent()));
  const whyHeld = () => {
    if (attach.busy()) return "Reading what is attached…";
    return shown().shell ? undefined : whyUnread(answers(), shown().attachments ?? []);
  };
  const empty = () => isNothing(shown());
  const notReady = () => {
    const isWaiting = shown().shell === true && props.working === true;
    if (props.notReady !== undefined) return props.notReady;
    if (mayBeCommand(shown(), props.catalog)) {
      return props.catalogFault ? "Nobody knows yet whether that is a command." : "Loading commands…";
    }
    return isWaiting ? "Shell commands run when the agent has stopped." : whyHeld();
  };
  let area: HTMLTextAreaElement | undefined;

  const send = createAction(async (beside: boolean) => {
    const written = writtenOf(shown(), props.catalog, chosen());
    const isPast = recall.shown() !== undefined;
    const { agent, model } = chosen();
    const hadLost = chosen().lost.length > 0;
    const key = props.draftKey;
    await props.onSend(written, beside);
    attach.clear();
    recall.keep(pastOf(written));
    const now = app.drafts.get(key);
    app.drafts.change(key, { ...afterSending(now, written, isPast), ...(hadLost ? { agent, model } : {}) });
    recall.leave();
  });
  const stop = createAction(async () => props.onStop?.());

  const actions = () => actionsOf(app.commands.offered(null), props.catalog);
  /** Does what a text names instead of sending it. */
  function act(text: string): boolean {
    const action = shown().shell || props.catalog === undefined ? undefined : actionIn(actions(), text);
    if (!action) return false;
    if (recall.shown()) recall.leave();
    else change({ text: "" });
    action.run();
    return true;
  }

  const submit = createSubmit({
    send,
    isReady: () => notReady() === undefined && !empty(),
    key: () => props.draftKey,
  });

  function addFiles(files: File[]): void {
    if (shown().shell) attach.refuse("A line of shell takes no files along. Press Esc in it first.");
    else {
      if (recall.shown()) change({});
      attach.add(files);
    }
    area?.focus();
  }
  const isOver = createDrop(addFiles);

  async function resources(): Promise<readonly Resource[]> {
    const { server, directory } = props;
    if (!server?.info?.capabilities.mcp || directory === undefined) return [];
    return app.background.resources(server.id, directory);
  }

  // Where a session has used another one, the default has to be named: left out, the server goes on with that.
  function chooseAgent(name: string | undefined): void {
    const fallback = props.last?.agent === undefined ? undefined : defaultAgentName(props.catalog);
    app.drafts.change(props.draftKey, { agent: name ?? fallback });
  }

  function chooseModel(ref: ModelRef | undefined): void {
    const fallback = props.last?.model === undefined ? undefined : defaultModelOf(props.catalog, agent());
    app.drafts.change(props.draftKey, { model: ref ?? fallback });
  }

  async function findFiles(query: string): Promise<string[]> {
    const { server, directory } = props;
    if (!server || directory === undefined) throw new FaultError({ kind: "unreachable" });
    return app.background.findFiles(server.id, directory, query);
  }

  const halt = () => void stop.run();
  app.commands.offer(() =>
    offersOf(composer, {
      focus: () => area?.focus(),
      stop: props.working && props.onStop ? halt : undefined,
      beside: props.working && notReady() === undefined && !empty() ? () => void submit(true) : undefined,
    }),
  );

  onMount(() => {
    if (props.autofocus) area?.focus({ preventScroll: true });
  });
  createEffect(on(app.focusComposer, () => area?.focus({ preventScroll: true }), { defer: true }));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the text means the text
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text itself is reached by Tab
    <div
      class={styles.composer}
      data-over={isOver() ? "" : undefined}
      onClick={(event) => {
        if (event.target === event.currentTarget) area?.focus();
      }}
    >
      <Show when={!shown().shell}>
        <ContextChips
          attached={shown()}
          onChange={change}
          unread={(file) => unreadBy(answers(), file)}
          onRemoved={() => area?.focus()}
          onUnname={(word) => area && cutWords(area, word)}
        />
      </Show>
      <Writing
        ref={(element) => {
          area = element;
        }}
        draftKey={props.draftKey}
        placeholder={props.placeholder}
        reasonId={notReady() === undefined ? undefined : reasonId}
        catalog={props.catalog}
        canShell={props.server?.info?.capabilities.shell !== false}
        shown={shown()}
        onChange={change}
        recall={recall}
        findFiles={findFiles}
        resources={resources}
        onFiles={addFiles}
        actions={actions}
        onAction={act}
        onSubmit={(beside) => {
          if (!act(shown().text)) void submit(beside);
        }}
      />
      <ComposerHints
        lost={chosen().lost}
        demo={isDemo(model() ?? defaultModelOf(props.catalog, agent()))}
        notReady={notReady()}
        reasonId={reasonId}
        refused={attach.refused()}
        gone={recall.shown()?.gone ?? []}
        notSent={send.fault()}
        notStopped={stop.fault()}
        notLoaded={props.notReady === undefined ? props.catalogFault : undefined}
        onLoad={() => props.onCatalogRetry()}
      />
      <div class={styles.bar}>
        <AttachButton onFiles={addFiles} />
        <div class={styles.start}>{props.start}</div>
        <Choices
          server={props.server?.id}
          directory={props.directory}
          catalog={props.catalog}
          agent={agent()}
          model={model()}
          onAgent={chooseAgent}
          onModel={chooseModel}
        />
        <SendButtons
          working={props.working ?? false}
          empty={empty()}
          blocked={notReady() !== undefined || send.busy()}
          reasonId={notReady() === undefined ? undefined : reasonId}
          stopping={stop.busy()}
          onSend={() => {
            if (!act(shown().text)) void submit(false);
          }}
          onStop={halt}
        />
      </div>
    </div>
  );
}
