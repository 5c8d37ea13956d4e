import { createComputed, createSignal, createUniqueId, type JSX, on, type ParentProps, Show } from "solid-js";
import { ChevronRight } from "../ui/icons";
import styles from "./Fold.module.css";
import { useRevealed } from "./reveal";

export interface FoldProps {
  /** The line that is always there. Phrasing content only: it stands inside a button. */
  head: JSX.Element;
  class?: string | undefined;
  /** Whether it stands open until somebody folds it; another answer opens or folds it again. */
  unfolded?: boolean | undefined;
  /** Whether it begins open, whatever else is wanted. */
  isOpen?: boolean | undefined;
  onToggle?(open: boolean): void;
}

/** One quiet line that opens to more; its children are made when it opens. */
export function Fold(props: ParentProps<FoldProps>) {
  const [open, setOpen] = createSignal(props.isOpen ?? props.unfolded ?? false);
  const revealed = useRevealed();
  createComputed(() => {
    if (revealed()) turn(true);
  });
  createComputed(
    on(
      () => props.unfolded ?? false,
      (is, was) => {
        if (was !== undefined && is !== was) turn(is);
      },
    ),
  );
  function turn(next: boolean): void {
    setOpen(next);
    props.onToggle?.(next);
  }
  const id = createUniqueId();
  return (
    <div class={`${styles.fold} ${props.class ?? ""}`} data-open={open() ? "" : undefined}>
      <button
        type="button"
        class={styles.head}
        data-fold
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onClick={() => turn(!open())}
      >
        {props.head}
        <span class={styles.chevron}>
          <ChevronRight />
        </span>
      </button>
      <Show when={open()}>
        <div id={id} class={styles.body}>
          {props.children}
        </div>
      </Show>
    </div>
  );
}
