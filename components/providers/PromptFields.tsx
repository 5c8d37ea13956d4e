import { createUniqueId, For, Match, Switch } from "solid-js";
import type { AuthPrompt } from "../../lib/model";
import input from "../ui/input.module.css";
import { TextField } from "../ui/TextField";
import styles from "./Providers.module.css";
import { type Answers, answerTo, askedPrompts } from "./prompts";

export interface PromptFieldsProps {
  prompts: readonly AuthPrompt[];
  answers: Answers;
  onAnswer(key: string, answer: string): void;
}

/** What a provider wants to know besides a key or a sign-in: a host, an account, a plan. */
export function PromptFields(props: PromptFieldsProps) {
  return (
    <For each={askedPrompts(props.prompts, props.answers)}>
      {(prompt) => (
        <Switch>
          <Match when={prompt.type === "text" && prompt}>
            {(text) => (
              <TextField
                label={text().message}
                value={answerTo(text(), props.answers)}
                onInput={(answer) => props.onAnswer(text().key, answer)}
                placeholder={text().placeholder ?? ""}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
              />
            )}
          </Match>
          <Match when={prompt.type === "select" && prompt}>
            {(select) => (
              <SelectField
                label={select().message}
                options={select().options}
                value={answerTo(select(), props.answers)}
                onChange={(answer) => props.onAnswer(select().key, answer)}
              />
            )}
          </Match>
        </Switch>
      )}
    </For>
  );
}

interface SelectFieldProps {
  label: string;
  options: { label: string; value: string; hint?: string }[];
  value: string;
  onChange(value: string): void;
}

function SelectField(props: SelectFieldProps) {
  const id = createUniqueId();
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class={`${input.input} ${styles.select}`}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value}>{option.hint ? `${option.label} (${option.hint})` : option.label}</option>
          )}
        </For>
      </select>
    </div>
  );
}
