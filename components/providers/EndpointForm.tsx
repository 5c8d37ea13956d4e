import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { ProviderInfo, ServerId } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { ExactField } from "../ui/ExactField";
import { TextField } from "../ui/TextField";
import { CheckedForm } from "./CheckedForm";
import { type EndpointFields, endpointErrors, endpointOf, idFor, NO_ENDPOINT } from "./endpoint";
import { FaultBanner } from "./FaultBanner";
import styles from "./Providers.module.css";
import { runningWords } from "./words";

export interface EndpointFormProps {
  server: ServerId;
  providers: readonly ProviderInfo[];
  /** Sessions that run at the server. */
  running: number;
  onDone(id: string, taken: Taken): void;
}

/** An endpoint that speaks OpenAI's protocol, added to the server's own configuration. */
export function EndpointForm(props: EndpointFormProps) {
  const app = useApp();
  const [fields, setFields] = createStore<EndpointFields>({ ...NO_ENDPOINT });
  const [isTried, setTried] = createSignal(false);
  const errors = () => (isTried() ? endpointErrors(fields, props.providers) : {});

  const add = createAction(async () => {
    const endpoint = endpointOf(fields);
    const taken = await app.background.addEndpoint(props.server, endpoint);
    setFields({ ...NO_ENDPOINT });
    props.onDone(endpoint.id, taken);
  });

  return (
    <CheckedForm
      check={() => {
        setTried(true);
        return Object.keys(errors()).length === 0;
      }}
      onSubmit={() => void add.run()}
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
      <ExactField
        label="Id"
        value={fields.id}
        onInput={(id) => setFields({ id })}
        placeholder={idFor(fields.name) || "my-models"}
        error={errors().id}
      />
      <ExactField
        label="Base URL"
        value={fields.baseUrl}
        onInput={(baseUrl) => setFields({ baseUrl })}
        placeholder="http://127.0.0.1:11434/v1"
        inputmode="url"
        dir="ltr"
        required
        hint="As the machine reaches it on which OpenCode runs"
        error={errors().baseUrl}
      />
      <ExactField
        label="Models"
        value={fields.models}
        onInput={(models) => setFields({ models })}
        placeholder="llama3, qwen3-coder"
        required
        hint="As the endpoint calls them, with commas between"
        error={errors().models}
      />
      <TextField
        label="API key, if it wants one"
        type="password"
        value={fields.key}
        onInput={(key) => setFields({ key })}
        autocomplete="off"
        spellcheck={false}
        hint="Goes to the server, which stores it. This browser does not."
      />
      <Show when={props.running > 0}>
        <Banner
          tone="warning"
          title={`${runningWords(props.running)} on this server`}
          text="Its configuration can only be changed by ending what runs. Wait until it is done, or go on."
        />
      </Show>
      <Show when={add.fault()}>{(fault) => <FaultBanner fault={fault()} doing="endpoint" />}</Show>
      <div class={styles.actions}>
        <Button variant={props.running > 0 ? "danger" : "primary"} type="submit" busy={add.busy()}>
          {add.busy() ? "Adding…" : props.running > 0 ? "Stop and add" : "Add"}
        </Button>
      </div>
    </CheckedForm>
  );
}
