import { Show } from "solid-js";
import { isSameModel, type ModelRef } from "../../../lib/model";
import type { ModelChoices } from "../../../lib/storage/model-choices";
import { IconButton } from "../../ui/IconButton";
import { Eye, EyeOff, Star } from "../../ui/icons";
import { isAmong, isHidden as isHiddenIn } from "./choosing";
import type { ModelEntry } from "./entries";
import { ModelFacts } from "./ModelFacts";
import styles from "./ModelList.module.css";
import { RowFrame } from "./RowFrame";

export interface ModelRowProps {
  id: string;
  entry: ModelEntry;
  choices: ModelChoices;
  chosen: ModelRef | undefined;
  /** The keys are here. */
  isAt: boolean;
  onPoint(): void;
  onChoose(): void;
  onStar(): void;
  onHide(): void;
}

/** A model: what it is called and can do, and buttons that only the row has in the order of Tab which the keys are at. */
export function ModelRow(props: ModelRowProps) {
  const name = () => props.entry.model.name;
  const isChosen = () => isSameModel(props.entry.ref, props.chosen);
  const isFavourite = () => isAmong(props.choices.favourites, props.entry.ref);
  const isHidden = () => isHiddenIn(props.choices, props.entry.ref);
  const tab = () => (props.isAt ? 0 : -1);
  return (
    <RowFrame
      id={props.id}
      name={name()}
      isChosen={isChosen()}
      isAt={props.isAt}
      onPoint={props.onPoint}
      onChoose={props.onChoose}
      facts={<ModelFacts entry={props.entry} isHidden={isHidden()} />}
      actions={
        // biome-ignore lint/a11y/useSemanticElements: of a grid
        // biome-ignore lint/a11y/useFocusableInteractive: its buttons are
        <div role="gridcell" class={styles.actions}>
          <Show when={!isHidden()}>
            <IconButton
              label={`Favourite: ${name()}`}
              size="small"
              class={styles.star}
              aria-pressed={isFavourite()}
              tabIndex={tab()}
              onClick={() => props.onStar()}
            >
              <Star />
            </IconButton>
          </Show>
          <IconButton
            label={isHidden() ? `Show again: ${name()}` : `Hide: ${name()}`}
            size="small"
            tabIndex={tab()}
            onClick={() => props.onHide()}
          >
            <Show when={isHidden()} fallback={<EyeOff />}>
              <Eye />
            </Show>
          </IconButton>
        </div>
      }
    />
  );
}
