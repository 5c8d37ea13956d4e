import { createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { HeldEndpoint, ProviderInfo, ServerId } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { ExactField } from "../ui/ExactField";
import { TextField } from "../ui/TextField";
import { CheckedForm } from "./CheckedForm";
import {
  type EndpointFields,
  endpointChange,
  endpointErrors,
  endpointOf,
  fieldsOf,
  idFor,
  NO_ENDPOINT,
} from "./endpoint";
import { FaultBanner } from "./FaultBanner";
import styles from "./Providers.module.css";
import { runningWords } from "./words";

export interface EndpointFormProps {
  server: ServerId;
  providers: readonly ProviderInfo[];
  /** The one to change, as it is when the form is opened; absent: a new one. */
  held?: { id: string; name: string; endpoint: HeldEndpoint } | undefined;
  /** Sessions that run at the server. */
  running: number;
  /** `undefined`: nothing was to be changed. */
  onDone(id: string, taken: Taken | undefined): void;
}

/** An endpoint that speaks OpenAI's protocol, in the server's own configuration: a new one, or one that is there. */
export function EndpointForm(props: EndpointFormProps) {
  const app = useApp();
  // What was there when the user began: what is not touched is not sent, whatever becomes of it meanwhile.
  const held = untrack(() => props.held);
  const before: EndpointFields = held ? fieldsOf(held.id, held.name, held.endpoint) : NO_ENDPOINT;
  const [fields, setFields] = createStore<EndpointFields>({ ...before });
  const [isTried, setTried] = createSignal(false);
  const others = () => props.providers.filter((one) => one.id !== held?.id);
  const errors = () => (isTried() ? endpointErrors(fields, others()) : {});

  const save = createAction(async () => {
    if (!held) {
      const endpoint = endpointOf(fields);
      const taken = await app.background.addEndpoint(props.server, endpoint);
      setFields({ ...NO_ENDPOINT });
      props.onDone(endpoint.id, taken);
      return;
    }
    const change = endpointChange(before, fields);
    const taken = change && (await app.background.changeEndpoint(props.server, change));
    setFields({ key: "", keyless: false });
    props.onDone(held.id, taken);
  });
  function keyHint(): string {
    if (!held) return "Goes to the server, which stores it. This browser does not.";
    const empty = held.endpoint.hasKey ? "Left empty, the key stays as it is." : "It has none.";
    return `${empty} A new one goes to the server, not to this browser.`;
  }
  const doing = () => (held ? "Save" : "Add");
  const stopping = () => (held ? "Stop and save" : "Stop and add");

  return (
    <CheckedForm
      check={() => {
        setTried(true);
        return Object.keys(errors()).length === 0;
      }}
      onSubmit={() => void save.run()}
    >
      <TextField
        label="Name"
        value={fields.name}
        onInput={(name) => setFields({ name })}
        placeholder="My models"
        autocomplete="off"
        dir="auto"
        required
        error={errors().name}
      />
      <Show when={!held}>
        <ExactField
          label="Id"
          value={fields.id}
          onInput={(id) => setFields({ id })}
          placeholder={idFor(fields.name) || "my-models"}
          hint="What it is called in OpenCode’s configuration"
          error={errors().id}
        />
      </Show>
      <ExactField
        label="Base URL"
        value={fields.baseUrl}
        onInput={(baseUrl) => setFields({ baseUrl })}
        placeholder="http://127.0.0.1:11434/v1"
        inputmode="url"
        dir="ltr"
        required
        hint="As it is reached from the machine where OpenCode runs"
        error={errors().baseUrl}
      />
      <ExactField
        label="Models"
        value={fields.models}
        onInput={(models) => setFields({ models })}
        placeholder="llama3, qwen3-coder"
        required
        hint="As the endpoint calls them, separated by commas"
        error={errors().models}
      />
      <Show when={held?.endpoint.hasKey}>
        <Checkbox
          label="Remove its API key from the server"
          checked={fields.keyless}
          onChange={(keyless) => setFields({ keyless })}
        />
      </Show>
      <Show when={!fields.keyless}>
        <TextField
          label={held ? "New API key" : "API key, if it wants one"}
          type="password"
          value={fields.key}
          onInput={(key) => setFields({ key })}
          autocomplete="off"
          spellcheck={false}
          hint={keyHint()}
        />
      </Show>
      <Show when={props.running > 0}>
        <Banner
          tone="warning"
          title={`${runningWords(props.running)} on this server`}
          text="Its configuration can only be changed by ending what runs. Wait until it is done, or go on."
        />
      </Show>
      <Show when={save.fault()}>{(fault) => <FaultBanner fault={fault()} doing="endpoint" />}</Show>
      <div class={styles.actions}>
        <Button variant={props.running > 0 ? "danger" : "primary"} type="submit" busy={save.busy()}>
          {save.busy() ? (held ? "Saving…" : "Adding…") : props.running > 0 ? stopping() : doing()}
        </Button>
      </div>
    </CheckedForm>
  );
}
