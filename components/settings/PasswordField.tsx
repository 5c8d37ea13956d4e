import { Show } from "solid-js";
import { Button } from "../ui/Button";
import { TextField } from "../ui/TextField";
import type { ServerFormState } from "./server-form";

/** The password. A saved one never comes back to the panel: it is kept, replaced or cleared. */
export function PasswordField(props: { form: ServerFormState; hadPassword: boolean }) {
  const fields = () => props.form.fields;
  const hint = () => {
    if (!props.hadPassword) return undefined;
    if (fields().keepPassword) return "Kept unless you type a new one.";
    return fields().password ? "Replaces the saved one." : "The saved one will be removed.";
  };
  return (
    <TextField
      label="Password"
      type="password"
      value={fields().password}
      onInput={(password) => props.form.change({ password, keepPassword: props.hadPassword && password === "" })}
      placeholder={fields().keepPassword ? "Saved" : ""}
      autocomplete="off"
      hint={hint()}
      after={
        <Show when={props.hadPassword}>
          <Show
            when={fields().keepPassword}
            fallback={
              <Button onClick={() => props.form.change({ password: "", keepPassword: true })}>Keep saved</Button>
            }
          >
            <Button onClick={() => props.form.change({ password: "", keepPassword: false })}>Clear</Button>
          </Show>
        </Show>
      }
    />
  );
}
