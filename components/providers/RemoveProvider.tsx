import { createSignal, Show } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { ProviderInfo } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/Dialog";
import { FaultBanner } from "./FaultBanner";
import styles from "./Providers.module.css";
import type { Place } from "./place";
import { isChangeable, runningWords, sourceWords, whyNotRemovable } from "./words";

export interface RemoveProviderProps {
  place: Place;
  provider: ProviderInfo;
  /** Sessions that run at the server. */
  running: number;
  /** Its endpoint is to be changed. */
  onEdit(): void;
  onDone(taken: Taken): void;
}

/** How a provider is connected, and the ways to change that or take it back, as far as there are any from here. */
export function RemoveProvider(props: RemoveProviderProps) {
  const app = useApp();
  const [asking, setAsking] = createSignal(false);
  const remove = createAction(async () => {
    props.onDone(await app.background.removeProvider({ ...props.place, id: props.provider.id }));
  });
  const consequences = () => {
    const what = props.provider.isOwn
      ? "It is taken out of use in the server’s configuration, and its key is deleted there."
      : "Its key or sign-in is deleted at the server.";
    const stops =
      props.provider.isOwn && props.running > 0 ? ` ${runningWords(props.running)} and will be stopped.` : "";
    return `${what} Sessions that use its models need another one.${stops}`;
  };
  return (
    <>
      <p class={styles.text}>{`Connected: ${sourceWords(props.provider)}.`}</p>
      <Show when={whyNotRemovable(props.provider)} fallback={<RemoveButton />}>
        {(reason) => <p class={styles.text}>{reason()}</p>}
      </Show>
      <Show when={remove.fault()}>{(fault) => <FaultBanner fault={fault()} doing="removal" />}</Show>
      <ConfirmDialog
        open={asking()}
        onOpenChange={setAsking}
        title={`Remove “${props.provider.name}”?`}
        text={consequences()}
        confirm="Remove"
        danger
        onConfirm={() => void remove.run()}
      />
    </>
  );

  function RemoveButton() {
    return (
      <div class={styles.actions}>
        <Show when={isChangeable(props.provider)}>
          <Button onClick={() => props.onEdit()}>Change…</Button>
        </Show>
        <Button busy={remove.busy()} onClick={() => setAsking(true)}>
          {remove.busy() ? "Removing…" : "Remove…"}
        </Button>
      </div>
    );
  }
}
