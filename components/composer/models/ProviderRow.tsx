import { Show } from "solid-js";
import { IconButton } from "../../ui/IconButton";
import { Eye, EyeOff } from "../../ui/icons";
import { counted } from "../../ui/numbers";
import type { ProviderEntry } from "./entries";
import styles from "./ModelList.module.css";
import { RowFrame } from "./RowFrame";

export interface ProviderRowProps {
  id: string;
  entry: ProviderEntry;
  /** The keys are here. */
  isAt: boolean;
  onPoint(): void;
  /** All of its models. */
  onHide(): void;
  onShow(): void;
}

/** A provider, to have all of its models hidden or shown; pressed itself, it does what is left to do. */
export function ProviderRow(props: ProviderRowProps) {
  const tab = () => (props.isAt ? 0 : -1);
  const isHidden = () => props.entry.hidden === props.entry.models;
  return (
    <RowFrame
      id={props.id}
      name={props.entry.name}
      isChosen={false}
      isAt={props.isAt}
      onPoint={props.onPoint}
      onChoose={() => (isHidden() ? props.onShow() : props.onHide())}
      facts={<span class={styles.facts}>{countWords(props.entry)}</span>}
      actions={
        // biome-ignore lint/a11y/useSemanticElements: of a grid
        // biome-ignore lint/a11y/useFocusableInteractive: its buttons are
        <div role="gridcell" class={`${styles.actions} ${styles.constant}`}>
          <Show when={props.entry.hidden > 0}>
            <IconButton
              label={`Show all: ${props.entry.name}`}
              size="small"
              tabIndex={tab()}
              onClick={() => props.onShow()}
            >
              <Eye />
            </IconButton>
          </Show>
          <Show when={!isHidden()}>
            <IconButton
              label={`Hide all: ${props.entry.name}`}
              size="small"
              tabIndex={tab()}
              onClick={() => props.onHide()}
            >
              <EyeOff />
            </IconButton>
          </Show>
        </div>
      }
    />
  );
}

function countWords({ models, hidden }: ProviderEntry): string {
  const all = counted(models, "model");
  if (hidden === 0) return all;
  return hidden === models ? `${all}, hidden` : `${all}, ${hidden.toLocaleString()} hidden`;
}
