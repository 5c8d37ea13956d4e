import type { JSX } from "solid-js";
import { Show } from "solid-js";
import { FaultError, type FileRef } from "../../lib/model";
import { openPdf } from "../../lib/platform/tabs";
import { useProjectFiles } from "../files/project-files";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { bytesOf } from "./bytes";

/** A button that opens a PDF in a tab, where the browser shows it. */
export function OpenPdf(props: {
  file: Pick<FileRef, "url">;
  name: string;
  class?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  const files = useProjectFiles();
  const open = createAction(async () => {
    const bytes = await bytesOf(props.file, files?.fetch);
    if (!bytes) throw new FaultError({ kind: "attachment-gone" });
    await openPdf(bytes);
  });
  return (
    <>
      <button
        type="button"
        class={props.class}
        title={`Open ${props.name} in a tab`}
        aria-busy={open.busy()}
        onClick={() => void open.run()}
      >
        {props.children}
      </button>
      <Show when={open.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not opened" />}</Show>
    </>
  );
}
