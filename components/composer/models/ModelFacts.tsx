import { For, type JSX, Show } from "solid-js";
import { Brain, FileText, Image, Wrench } from "../../ui/icons";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import type { ModelEntry } from "./entries";
import styles from "./ModelList.module.css";
import { ABILITY_WORDS, type Ability, abilitiesOf, contextWords, isFree, priceWords } from "./words";

const ICONS: Record<Ability, () => JSX.Element> = {
  pictures: () => <Image />,
  pdfs: () => <FileText />,
  reasoning: () => <Brain />,
  tools: () => <Wrench />,
};

/** A model's provider, context, price and abilities, in one small line. */
export function ModelFacts(props: { entry: ModelEntry; isHidden: boolean }) {
  const context = () => contextWords(props.entry.model.contextLimit);
  const price = () => priceWords(props.entry.model.price);
  return (
    <span class={styles.facts}>
      <Show when={props.isHidden}>
        <span>Hidden</span>
      </Show>
      <span dir="auto">{props.entry.provider}</span>
      <Show when={context()}>
        {(words) => (
          <span title="Tokens that fit its context">
            {words()}
            <VisuallyHidden> tokens</VisuallyHidden>
          </span>
        )}
      </Show>
      <Show when={price()}>
        {(words) => (
          <span title="US dollars for a million tokens, in / out">
            {words()}
            <VisuallyHidden> for a million tokens in and out</VisuallyHidden>
          </span>
        )}
      </Show>
      <Show when={isFree(props.entry.model.price)}>
        <span class={styles.free} title="Costs nothing">
          Free
        </span>
      </Show>
      <span class={styles.abilities}>
        <For each={abilitiesOf(props.entry.model)}>
          {(ability) => (
            <span title={ABILITY_WORDS[ability]}>
              {ICONS[ability]()}
              <VisuallyHidden>{ABILITY_WORDS[ability]}</VisuallyHidden>
            </span>
          )}
        </For>
      </span>
    </span>
  );
}
