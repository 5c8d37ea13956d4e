import { createEffect, createMemo, createSignal, createUniqueId, type JSX, on, onMount } from "solid-js";
import type { Catalog, ModelRef } from "../../lib/model";
import type { ContextItem } from "../../lib/page/context";
import { useApp } from "../app/context";
import type { DraftKey } from "../app/drafts";
import { createAction } from "../ui/action";
import { autosize } from "./autosize";
import styles from "./Composer.module.css";
import { ComposerHints } from "./ComposerHints";
import { defaultAgentName, defaultModelOf, effective, inForce, isDemo } from "./choices";
import { ContextChips } from "./context/ContextChips";
import { sends } from "./keys";
import { Choices } from "./pickers/Choices";
import { SendButtons } from "./SendButtons";

/** What the user wrote and chose, as it is to be sent. */
export interface Written {
  text: string;
  context: ContextItem[];
  agent?: string;
  model?: ModelRef;
}

export interface ComposerProps {
  draftKey: DraftKey;
  placeholder: string;
  /** Why nothing can be sent now. */
  notReady: string | undefined;
  catalog: Catalog | undefined;
  /** What the session was used with last. */
  last?: { agent?: string | undefined; model?: ModelRef | undefined };
  working?: boolean;
  /** Takes the focus when it appears. */
  autofocus?: boolean;
  /** First in the bar: where a new session works. */
  start?: JSX.Element;
  /** Rejects with a `FaultError`; the draft is kept then. */
  onSend(written: Written): Promise<void>;
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
  const empty = () => draft().text.trim() === "" && draft().context.length === 0;
  let area: HTMLTextAreaElement | undefined;

  const send = createAction(async () => {
    const { text, context } = draft();
    const written: Written = { text, context: context.map((item) => ({ ...item })) };
    const { agent, model } = chosen();
    if (agent !== undefined) written.agent = agent;
    if (model !== undefined) written.model = { ...model };
    const hadLost = chosen().lost.length > 0;
    const key = props.draftKey;
    await props.onSend(written);
    // What was typed or attached while the prompt was on its way stays.
    const now = app.drafts.get(key);
    const sent = new Set(written.context.map((item) => item.id));
    app.drafts.change(key, {
      text: now.text.startsWith(text) ? now.text.slice(text.length) : now.text,
      context: now.context.filter((item) => !sent.has(item.id)),
      ...(hadLost ? { agent, model } : {}),
    });
  });
  const stop = createAction(async () => props.onStop?.());

  function submit(): void {
    if (props.notReady === undefined && !empty()) void send.run();
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

  const [mounted, setMounted] = createSignal(false);
  onMount(() => {
    if (props.autofocus) area?.focus({ preventScroll: true });
    setMounted(true);
  });
  createEffect(on(app.focusComposer, () => area?.focus({ preventScroll: true }), { defer: true }));
  createEffect(
    on([() => draft().text, mounted], () => {
      if (area) autosize(area);
    }),
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the text means the text
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text itself is reached by Tab
    <div
      class={styles.composer}
      onClick={(event) => {
        if (event.target === event.currentTarget) area?.focus();
      }}
    >
      <ContextChips draftKey={props.draftKey} onRemoved={() => area?.focus()} />
      <textarea
        ref={(element) => {
          area = element;
        }}
        class={styles.text}
        aria-label="Message"
        aria-describedby={props.notReady === undefined ? undefined : reasonId}
        placeholder={props.placeholder}
        dir="auto"
        rows={1}
        value={draft().text}
        onInput={(event) => app.drafts.change(props.draftKey, { text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          submit();
        }}
      />
      <ComposerHints
        lost={chosen().lost}
        demo={isDemo(model() ?? defaultModelOf(props.catalog, agent()))}
        notReady={props.notReady}
        reasonId={reasonId}
        notSent={send.fault()}
        notStopped={stop.fault()}
      />
      <div class={styles.bar}>
        <div class={styles.start}>{props.start}</div>
        <Choices catalog={props.catalog} agent={agent()} model={model()} onAgent={chooseAgent} onModel={chooseModel} />
        <SendButtons
          working={props.working ?? false}
          empty={empty()}
          blocked={props.notReady !== undefined || send.busy()}
          reasonId={props.notReady === undefined ? undefined : reasonId}
          stopping={stop.busy()}
          onSend={submit}
          onStop={() => void stop.run()}
        />
      </div>
    </div>
  );
}
