import { createSignal, Show } from "solid-js";
import type { Fault, ServerId, SignIn } from "../../lib/model";
import { useApp } from "../app/context";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { ExternalLink } from "../ui/icons";
import { StateMark } from "../ui/StateMark";
import { TextField } from "../ui/TextField";
import { CheckedForm } from "./CheckedForm";
import { FaultBanner } from "./FaultBanner";
import styles from "./Providers.module.css";
import { codeToEnter, leadsElsewhere } from "./sign-in";

export interface SignInStepsProps {
  server: ServerId;
  signIn: SignIn;
  busy: boolean;
  fault: Fault | undefined;
  onCode(code: string): void;
  onCancel(): void;
}

/** What is to be done while a sign-in is open: its page, its code, or the wait for it. */
export function SignInSteps(props: SignInStepsProps) {
  const app = useApp();
  const [code, setCode] = createSignal("");
  const [isMissing, setMissing] = createSignal(false);
  const elsewhere = () => {
    const address = app.state.servers[props.server]?.profile.url;
    return address !== undefined && leadsElsewhere(props.signIn, address);
  };
  return (
    <CheckedForm
      autofocus
      check={() => !setMissing(code().trim() === "")}
      onSubmit={() => {
        if (!props.busy) props.onCode(code().trim());
      }}
    >
      <Show
        when={codeToEnter(props.signIn)}
        fallback={
          <p class={styles.text}>
            {props.signIn.instructions || "Sign in on the provider’s page, which has opened in a tab."}
          </p>
        }
      >
        {(words) => (
          <>
            <p class={styles.text}>Enter this code on the page that has opened in a tab:</p>
            <div class={styles.actions}>
              <code class={styles.code}>{words()}</code>
              <CopyButton text={words()} label="Copy the code" />
            </div>
          </>
        )}
      </Show>
      <p>
        <a class={styles.link} href={props.signIn.url} target="_blank" rel="noopener noreferrer">
          Open the page again <ExternalLink />
        </a>
      </p>
      <Show when={elsewhere()}>
        <Banner
          tone="warning"
          title="This page leads back to the machine OpenCode runs on"
          text="From here it will not get there. Choose another way to connect, or do this on that machine."
        />
      </Show>
      <Show
        when={props.signIn.wantsCode}
        fallback={
          <p class={styles.text} role="status">
            <StateMark mark="working" /> Waiting until you are signed in…
          </p>
        }
      >
        <TextField
          label="Code"
          value={code()}
          onInput={(typed) => {
            setMissing(false);
            setCode(typed);
          }}
          autocomplete="off"
          spellcheck={false}
          required
          error={isMissing() ? "Enter the code that the page shows." : undefined}
        />
      </Show>
      <Show when={props.fault}>{(fault) => <FaultBanner fault={fault()} doing="code" />}</Show>
      <div class={styles.actions}>
        <Show when={props.signIn.wantsCode}>
          <Button variant="primary" type="submit" busy={props.busy}>
            {props.busy ? "Connecting…" : "Connect"}
          </Button>
        </Show>
        <Button onClick={() => props.onCancel()}>Cancel</Button>
      </div>
    </CheckedForm>
  );
}
