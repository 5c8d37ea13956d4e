import { Banner } from "../ui/Banner";
import { Checkbox } from "../ui/Checkbox";
import styles from "./PlainHttpWarning.module.css";
import type { ServerFormState } from "./server-form";

/** Before credentials go out readable to everyone: what that means, and a box to tick. */
export function PlainHttpWarning(props: { form: ServerFormState }) {
  return (
    <div class={styles.warning}>
      <Banner
        tone="warning"
        title="Everything sent to this address travels unencrypted"
        text="Anyone on the network can read it: the password, your prompts and your code. Use https, or a tunnel to this machine."
      />
      <Checkbox
        label="Send it unencrypted"
        checked={props.form.fields.acceptsPlainHttp}
        onChange={(acceptsPlainHttp) => props.form.change({ acceptsPlainHttp })}
        error={props.form.errors().plainHttp}
      />
    </div>
  );
}
