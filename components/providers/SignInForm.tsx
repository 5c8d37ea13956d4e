import { createSignal, onCleanup, Show } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { AuthMethod, SignIn } from "../../lib/model";
import { openTab } from "../../lib/platform/tabs";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { CheckedForm } from "./CheckedForm";
import { FaultBanner } from "./FaultBanner";
import { PromptFields } from "./PromptFields";
import styles from "./Providers.module.css";
import type { Place } from "./place";
import { type Answers, inputsOf } from "./prompts";
import { SignInSteps } from "./SignInSteps";

export interface SignInFormProps {
  place: Place;
  providerId: string;
  /** Its index is known: only keys are without. */
  method: AuthMethod & { index: number };
  onDone(taken: Taken): void;
}

/** Connects a provider by signing in on its page, which gives a code, or tells the server by itself. */
export function SignInForm(props: SignInFormProps) {
  const app = useApp();
  const provider = () => ({ ...props.place, id: props.providerId });
  const [answers, setAnswers] = createSignal<Answers>({});
  const [begun, setBegun] = createSignal<SignIn>();
  let isCancelled = false;

  const finish = createAction(async (code: string | undefined) => {
    const { index } = props.method;
    const taken = await (code === undefined
      ? app.background.finishSignIn(provider(), index)
      : app.background.finishSignIn(provider(), index, code));
    setBegun(undefined);
    props.onDone(taken);
  });

  const begin = createAction(async () => {
    finish.clear();
    isCancelled = false;
    const signIn = await app.background.beginSignIn(
      provider(),
      props.method.index,
      inputsOf(props.method.prompts, answers()),
    );
    setBegun(signIn);
    // Without the tab there is still the link.
    void openTab(signIn.url).catch((error: unknown) => console.warn("The sign-in's page was not opened", error));
    if (!signIn.wantsCode) void finish.run(undefined).then((worked) => worked || setBegun(undefined));
  });

  function cancel(): void {
    isCancelled = true;
    setBegun(undefined);
    void app.background.cancelSignIn(props.place.server).catch((error: unknown) => console.warn(error));
  }
  onCleanup(() => {
    if (begun()) cancel();
  });

  const failed = () => (isCancelled && finish.fault()?.kind === "aborted" ? undefined : finish.fault());

  return (
    <Show
      when={begun()}
      fallback={
        <CheckedForm onSubmit={() => void begin.run()}>
          <PromptFields
            prompts={props.method.prompts}
            answers={answers()}
            onAnswer={(name, answer) => setAnswers({ ...answers(), [name]: answer })}
          />
          <Show when={begin.fault() ?? failed()}>{(fault) => <FaultBanner fault={fault()} doing="sign-in" />}</Show>
          <div class={styles.actions}>
            <Button variant="primary" type="submit" busy={begin.busy()}>
              {begin.busy() ? "Opening…" : "Sign in"}
            </Button>
          </div>
        </CheckedForm>
      }
    >
      {(signIn) => (
        <SignInSteps
          server={props.place.server}
          signIn={signIn()}
          busy={finish.busy()}
          fault={finish.fault()}
          onCode={(code) => void finish.run(code)}
          onCancel={cancel}
        />
      )}
    </Show>
  );
}
