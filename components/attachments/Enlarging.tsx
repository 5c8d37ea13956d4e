import { createSignal, type JSX, lazy, Show, Suspense } from "solid-js";

const FilePreview = lazy(async () => ({ default: (await import("./FilePreview")).FilePreview }));

export interface EnlargingProps {
  name: string;
  mime: string;
  /** `undefined` while it is not there: nothing opens then. */
  url: string | undefined;
  note?: string | undefined;
  class?: string | undefined;
  /** The name of the button, where its content does not say it. */
  label?: string | undefined;
  describedby?: string | undefined;
  title?: string | undefined;
  children: JSX.Element;
}

/** A button that shows a file larger. */
export function Enlarging(props: EnlargingProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <button
        type="button"
        class={props.class}
        aria-label={props.label}
        aria-describedby={props.describedby}
        aria-haspopup="dialog"
        title={props.title}
        onClick={() => setOpen(true)}
      >
        {props.children}
      </button>
      <Show when={open() && props.url}>
        {(url) => (
          <Suspense>
            <FilePreview
              name={props.name}
              mime={props.mime}
              url={url()}
              note={props.note}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        )}
      </Show>
    </>
  );
}
