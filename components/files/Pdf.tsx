import { type JSX, Show } from "solid-js";
import type { FileContent } from "../../lib/model";
import { openPdf } from "../../lib/platform/tabs";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { bytesWord } from "./bytes";
import styles from "./FileSheet.module.css";

/** A PDF, which the browser shows in a tab. */
export function Pdf(props: { binary: Extract<FileContent, { type: "binary" }> }): JSX.Element {
  const open = createAction(async (data: string) => {
    const held = await fetch(`data:${props.binary.mime};base64,${data}`);
    await openPdf(new Uint8Array(await held.arrayBuffer()));
  });
  const size = () => bytesWord(props.binary.bytes);
  return (
    <div class={styles.standing}>
      <Show
        when={props.binary.data}
        fallback={<Banner tone="info" title="A PDF" text={`${size()}: too large to be handed over.`} role="status" />}
      >
        {(data) => (
          <Banner tone="info" title="A PDF" text={`${size()}. The browser shows it.`} role="status">
            <Button busy={open.busy()} onClick={() => void open.run(data())}>
              Open in a tab
            </Button>
          </Banner>
        )}
      </Show>
      <Show when={open.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not opened" />}</Show>
    </div>
  );
}
