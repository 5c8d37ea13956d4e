import { createMemo, Show } from "solid-js";
import { type Catalog, findModel, type ModelRef, type ServerId } from "../../../lib/model";
import { agentLabel, agentOptions, DEFAULT, defaultAgentName, defaultModelOf, effortOptions } from "../choices";
import { ModelPicker } from "../models/ModelPicker";
import { AgentFoot } from "./AgentFoot";
import { Picker } from "./Picker";
import styles from "./Picker.module.css";

export interface ChoicesProps {
  server: ServerId | undefined;
  directory: string | undefined;
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
  const offering = () => {
    const { server, catalog } = props;
    return server !== undefined && catalog ? { server, catalog } : undefined;
  };
  const current = () => props.model ?? fallbackModel();
  const efforts = createMemo(() => effortOptions(props.catalog, current()));

  function chooseAgent(id: string): void {
    props.onAgent(id === DEFAULT ? undefined : id);
  }

  function chooseModel(ref: ModelRef | undefined): void {
    // The effort stays where the new model has it too.
    const { variant } = props.model ?? {};
    const keeps = variant !== undefined && props.catalog && findModel(props.catalog, ref)?.variants.includes(variant);
    props.onModel(ref && keeps ? { ...ref, variant } : ref);
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
          command="composer.agent"
          label="Agent"
          text={agentLabel(props.agent ?? defaultAgentName(props.catalog))}
          value={props.agent ?? DEFAULT}
          options={agents()}
          foot={() => (
            <Show when={props.server}>{(server) => <AgentFoot server={server()} agent={props.agent} />}</Show>
          )}
          onChoose={chooseAgent}
        />
      </Show>
      <Show when={offering()}>
        {(offered) => (
          <ModelPicker
            server={offered().server}
            directory={props.directory}
            catalog={offered().catalog}
            agent={props.agent}
            current={current()}
            model={props.model}
            onChoose={chooseModel}
          />
        )}
      </Show>
      <Show when={efforts().length > 0}>
        <Picker
          command="composer.effort"
          label="Effort"
          text={current()?.variant === undefined ? "Default" : agentLabel(current()?.variant)}
          value={current()?.variant ?? DEFAULT}
          options={efforts()}
          onChoose={chooseEffort}
        />
      </Show>
    </div>
  );
}
