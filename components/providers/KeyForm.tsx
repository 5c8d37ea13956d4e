import { createSignal, Show } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { AuthMethod } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { TextField } from "../ui/TextField";
import { CheckedForm } from "./CheckedForm";
import { FaultBanner } from "./FaultBanner";
import { PromptFields } from "./PromptFields";
import styles from "./Providers.module.css";
import type { Place } from "./place";
import { type Answers, inputsOf } from "./prompts";

export interface KeyFormProps {
  place: Place;
  providerId: string;
  method: AuthMethod;
  /** It is connected already. */
  again: boolean;
  onDone(taken: Taken): void;
}

/** Connects a provider by a key. It goes to the server and is kept nowhere else. */
export function KeyForm(props: KeyFormProps) {
  const app = useApp();
  const [key, setKey] = createSignal("");
  const [answers, setAnswers] = createSignal<Answers>({});
  const [isMissing, setMissing] = createSignal(false);

  const connect = createAction(async () => {
    const inputs = inputsOf(props.method.prompts, answers());
    const taken = await app.background.setProviderKey({ ...props.place, id: props.providerId }, key().trim(), inputs);
    setKey("");
    props.onDone(taken);
  });

  return (
    <CheckedForm check={() => !setMissing(key().trim() === "")} onSubmit={() => void connect.run()}>
      <PromptFields
        prompts={props.method.prompts}
        answers={answers()}
        onAnswer={(name, answer) => setAnswers({ ...answers(), [name]: answer })}
      />
      <TextField
        label={props.again ? "New API key" : "API key"}
        type="password"
        value={key()}
        onInput={(typed) => {
          setMissing(false);
          setKey(typed);
        }}
        autocomplete="off"
        spellcheck={false}
        required
        hint="Goes to the server, which stores it. This browser does not."
        error={isMissing() ? "Enter the key." : undefined}
      />
      <Show when={connect.fault()}>{(fault) => <FaultBanner fault={fault()} doing="key" />}</Show>
      <div class={styles.actions}>
        <Button variant="primary" type="submit" busy={connect.busy()}>
          {connect.busy() ? "Connecting…" : "Connect"}
        </Button>
      </div>
    </CheckedForm>
  );
}
