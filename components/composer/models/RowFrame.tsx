import { type JSX, Show } from "solid-js";
import { Check } from "../../ui/icons";
import styles from "./ModelList.module.css";

export interface RowFrameProps {
  id: string;
  name: string;
  isChosen: boolean;
  /** The keys are here. */
  isAt: boolean;
  onPoint(): void;
  onChoose(): void;
  /** What is known about it, beneath its name. */
  facts?: JSX.Element;
  /** A cell of what can be done besides choosing it. */
  actions?: JSX.Element;
}

/** A row to choose by pointer, or by the keys of the field that the list belongs to. */
export function RowFrame(props: RowFrameProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: the keys stay in the field
    <div role="row" class={styles.row} data-at={props.isAt ? "" : undefined} onPointerMove={() => props.onPoint()}>
      {/* biome-ignore lint/a11y/useSemanticElements: of a grid */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: told by aria-activedescendant */}
      <div
        id={props.id}
        role="gridcell"
        class={styles.model}
        aria-selected={props.isChosen}
        onClick={() => props.onChoose()}
      >
        <span class={styles.name} dir="auto">
          {props.name}
        </span>
        <Show when={props.isChosen}>
          <span class={styles.check}>
            <Check />
          </span>
        </Show>
        {props.facts}
      </div>
      {props.actions}
    </div>
  );
}
