import type { Catalog } from "../../../lib/model";
import { defaultModelOf, modelLabel } from "../choices";
import { RowFrame } from "./RowFrame";

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
    <RowFrame
      id={props.id}
      name={name()}
      isChosen={props.isChosen}
      isAt={props.isAt}
      onPoint={props.onPoint}
      onChoose={props.onChoose}
    />
  );
}
