import { createSignal, Show } from "solid-js";
import type { ProfileDraft, TestResult } from "../../lib/bridge/calls/servers";
import { FaultError, type ServerId, toFault } from "../../lib/model";
import { requestHost } from "../../lib/platform/hosts";
import { useApp } from "../app/context";
import { offersOf } from "../commands/command";
import { serverForm } from "../commands/list/server";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { TextField } from "../ui/TextField";
import { HeaderRows } from "./HeaderRows";
import { PasswordField } from "./PasswordField";
import { PlainHttpWarning } from "./PlainHttpWarning";
import styles from "./ServerForm.module.css";
import { createServerForm, isExposed, nameFor } from "./server-form";
import { TestOutcome } from "./TestOutcome";

export interface ServerFormProps {
  /** The profile to change; without it a new one is made. */
  id?: ServerId | undefined;
  /** Where a new one begins. */
  url?: string | undefined;
  /** Shows "Cancel". */
  onCancel?: (() => void) | undefined;
}

/** Address, credentials and headers of a server, tried before they are saved. Ends at home. */
export function ServerForm(props: ServerFormProps) {
  const app = useApp();
  const profile = props.id === undefined ? undefined : app.state.servers[props.id]?.profile;
  const form = createServerForm(profile, props.url);
  const [outcome, setOutcome] = createSignal<TestResult>();
  let element: HTMLFormElement | undefined;

  // Access is asked for first, with nothing awaited before it: browsers ask only as part of a click.
  const test = createAction(async (draft: ProfileDraft) => {
    await askForHost(draft.url);
    setOutcome(await app.background.testServer(draft));
  });
  const save = createAction(async (draft: ProfileDraft) => {
    await askForHost(draft.url);
    await app.background.saveServer(draft);
    app.go({ screen: "home" });
  });

  function begin(action: typeof test): void {
    form.tidyAddress();
    setOutcome(undefined);
    const draft = form.submit();
    if (!draft) {
      element?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    void action.run(draft).then(() => {
      const fault = action.fault();
      if (fault) setOutcome({ ok: false, fault });
    });
  }

  const busy = () => test.busy() || save.busy();
  app.commands.offer(() => offersOf(serverForm, { test: () => begin(test), busy: busy() }));
  const meaning = () => {
    const now = form.meaning();
    return now.ok && now.url !== form.fields.address.trim() ? `Means ${now.url}` : undefined;
  };
  const suggestedName = () => {
    const now = form.meaning();
    return now.ok ? nameFor(now.url, now.isLoopback) : "";
  };

  return (
    <form
      ref={(form) => {
        element = form;
      }}
      class={styles.form}
      noValidate
      onInput={(event) => {
        // What was found out holds for what was typed then.
        setOutcome(undefined);
        // Not when the field is left: a form that moves under a click swallows it.
        if (event.inputType === "insertFromPaste") form.tidyAddress();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) begin(save);
      }}
    >
      <TextField
        label="Address"
        value={form.fields.address}
        onInput={(address) => form.change({ address, acceptsPlainHttp: false })}
        placeholder="127.0.0.1:4096"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        required
        hint={meaning()}
        error={form.errors().address}
      />
      <TextField
        label="Name"
        value={form.fields.name}
        onInput={(name) => form.change({ name })}
        placeholder={suggestedName()}
        autocomplete="off"
        dir="auto"
      />
      <div class={styles.pair}>
        <TextField
          label="User"
          value={form.fields.username}
          onInput={(username) => form.change({ username })}
          placeholder="opencode"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <PasswordField form={form} hadPassword={profile?.hasPassword ?? false} />
      </div>
      <HeaderRows form={form} />
      <Show when={isExposed(form.meaning())}>
        <PlainHttpWarning form={form} />
      </Show>
      <Show when={outcome()}>{(result) => <TestOutcome result={result()} />}</Show>
      <div class={styles.actions}>
        <Button variant="primary" type="submit" busy={busy()}>
          {save.busy() ? "Saving…" : "Save and connect"}
        </Button>
        <Button busy={busy()} onClick={() => begin(test)}>
          {test.busy() ? "Testing…" : "Test connection"}
        </Button>
        <Show when={props.onCancel}>
          {(cancel) => (
            <Button variant="quiet" onClick={() => cancel()()}>
              Cancel
            </Button>
          )}
        </Show>
      </div>
    </form>
  );
}

async function askForHost(url: string): Promise<void> {
  const granted = await requestHost(url).catch((error: unknown) => {
    throw new FaultError({ kind: "host-permission-missing", ...detailOf(error) });
  });
  if (!granted) throw new FaultError({ kind: "host-permission-missing" });
}

function detailOf(error: unknown): { detail?: string } {
  const { detail } = toFault(error);
  return detail ? { detail } : {};
}
