import Check from "lucide-solid/icons/check";
import { Show } from "solid-js";
import type { Catalog } from "../../../lib/model";
import { defaultModelOf, modelLabel } from "../choices";
import styles from "./ModelList.module.css";

export interface DefaultRowProps {
  id: string;
  catalog: Catalog;
  agent: string | undefined;
  isChosen: boolean;
  /** The keys are here. */
  isAt: boolean;
  onPoint(): void;
  onChoose(): void;
}

/** What the server would take by itself. */
export function DefaultRow(props: DefaultRowProps) {
  const name = () => {
    const ref = defaultModelOf(props.catalog, props.agent);
    return ref ? `Default (${modelLabel(props.catalog, ref)})` : "Default";
  };
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
          {name()}
        </span>
        <Show when={props.isChosen}>
          <span class={styles.check}>
            <Check />
          </span>
        </Show>
      </div>
    </div>
  );
}
