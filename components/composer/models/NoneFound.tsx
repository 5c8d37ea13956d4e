import { Show } from "solid-js";
import { Button } from "../../ui/Button";
import picker from "../pickers/Picker.module.css";
import type { ModelListState } from "./create-list";
import styles from "./ModelList.module.css";

/** Why the list has no rows, and the way to those that are hidden. */
export function NoneFound(props: { list: ModelListState; onShowHidden(): void }) {
  const found = () => (props.list.listing() === "offered" ? props.list.hiddenFound().length : 0);
  const isSearch = () => props.list.query().trim() !== "";
  const words = () => {
    if (props.list.listing() === "providers") return isSearch() ? "No provider found" : "This server offers no models";
    if (props.list.listing() === "hidden") return isSearch() ? "No hidden model found" : "No model is hidden";
    if (found() === 0) return isSearch() ? "No model found" : "This server offers no models";
    return isSearch() ? `No model found, but ${hiddenWords(found())}` : "All models are hidden";
  };
  return (
    <div class={styles.nothing}>
      <p class={picker.none} role="status">
        {words()}
      </p>
      <Show when={found() > 0}>
        <Button onClick={() => props.onShowHidden()}>Show hidden models</Button>
      </Show>
    </div>
  );
}

const hiddenWords = (models: number) =>
  models === 1 ? "1 that is hidden" : `${models.toLocaleString()} that are hidden`;
