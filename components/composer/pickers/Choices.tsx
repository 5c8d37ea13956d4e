import { createMemo, Show } from "solid-js";
import { type Catalog, findModel, type ModelRef } from "../../../lib/model";
import {
  agentLabel,
  agentOptions,
  DEFAULT,
  defaultAgentName,
  defaultModelOf,
  effortOptions,
  modelId,
  modelLabel,
  modelOfOption,
  modelOptions,
} from "../choices";
import { Picker } from "./Picker";
import styles from "./Picker.module.css";

export interface ChoicesProps {
  catalog: Catalog | undefined;
  /** `undefined`: the server's default, here and below. */
  agent: string | undefined;
  model: ModelRef | undefined;
  onAgent(name: string | undefined): void;
  onModel(model: ModelRef | undefined): void;
}

/** Who answers: agent, model and effort. */
export function Choices(props: ChoicesProps) {
  const agents = createMemo(() => agentOptions(props.catalog));
  const fallbackModel = () => defaultModelOf(props.catalog, props.agent);
  const models = createMemo(() => modelOptions(props.catalog, props.agent));
  const current = () => props.model ?? fallbackModel();
  const efforts = createMemo(() => effortOptions(props.catalog, current()));

  function chooseAgent(id: string): void {
    props.onAgent(id === DEFAULT ? undefined : id);
  }

  function chooseModel(id: string): void {
    if (id === DEFAULT) {
      props.onModel(undefined);
      return;
    }
    const ref = modelOfOption(props.catalog, id);
    if (!ref) return;
    // The effort stays where the new model has it too.
    const { variant } = props.model ?? {};
    const keeps = variant !== undefined && props.catalog && findModel(props.catalog, ref)?.variants.includes(variant);
    props.onModel(keeps ? { ...ref, variant } : { ...ref });
  }

  function chooseEffort(id: string): void {
    const ref = current();
    if (!ref) return;
    const { providerId, modelId } = ref;
    props.onModel(id === DEFAULT ? { providerId, modelId } : { providerId, modelId, variant: id });
  }

  return (
    <div class={styles.choices}>
      <Show when={agents().length > 0}>
        <Picker
          label="Agent"
          text={agentLabel(props.agent ?? defaultAgentName(props.catalog))}
          value={props.agent ?? DEFAULT}
          options={agents()}
          onChoose={chooseAgent}
        />
      </Show>
      <Show when={models().length > 0}>
        <Picker
          label="Model"
          text={modelLabel(props.catalog, current())}
          value={props.model ? modelId(props.model) : DEFAULT}
          options={models()}
          search
          onChoose={chooseModel}
        />
      </Show>
      <Show when={efforts().length > 0}>
        <Picker
          label="Effort"
          text={current()?.variant === undefined ? "Effort" : agentLabel(current()?.variant)}
          value={current()?.variant ?? DEFAULT}
          options={efforts()}
          onChoose={chooseEffort}
        />
      </Show>
    </div>
  );
}
