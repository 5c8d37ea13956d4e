import { lazy, Suspense } from "solid-js";
import type { Catalog, ModelRef, ServerId } from "../../../lib/model";
import { modelLabel } from "../choices";
import { PickerFrame } from "../pickers/PickerFrame";

/** Loaded when the panel has time, as screens are. */
export const ModelList = lazy(async () => ({ default: (await import("./ModelList")).ModelList }));

export interface ModelPickerProps {
  server: ServerId;
  directory: string | undefined;
  catalog: Catalog;
  agent: string | undefined;
  /** What is used: chosen, or the default. */
  current: ModelRef | undefined;
  /** `undefined`: the server's default. */
  model: ModelRef | undefined;
  onChoose(model: ModelRef | undefined): void;
}

/** The model that answers, and all that can be chosen in its place. */
export function ModelPicker(props: ModelPickerProps) {
  return (
    <PickerFrame command="composer.model" label="Model" text={modelLabel(props.catalog, props.current)}>
      {(close) => (
        <Suspense>
          <ModelList
            server={props.server}
            directory={props.directory}
            catalog={props.catalog}
            agent={props.agent}
            model={props.model}
            onLeave={close}
            onChoose={(model) => {
              close();
              props.onChoose(model);
            }}
          />
        </Suspense>
      )}
    </PickerFrame>
  );
}
