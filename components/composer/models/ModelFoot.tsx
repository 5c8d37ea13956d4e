import { Show } from "solid-js";
import { isSameModel, type ModelRef, type ServerId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { Button } from "../../ui/Button";
import styles from "../pickers/Picker.module.css";
import { UsualButton } from "../pickers/UsualButton";
import { asUsual } from "./choosing";
import type { ModelListState } from "./create-list";

export interface ModelFootProps {
  server: ServerId;
  /** Where the session works: plugins of that folder know providers, too. */
  directory: string | undefined;
  /** What the session uses; `undefined`: the server's default. */
  model: ModelRef | undefined;
  list: ModelListState;
  onLeave(): void;
}

/** What can be done besides choosing: make the choice that of all new sessions, have hidden models back, connect a provider. */
export function ModelFoot(props: ModelFootProps) {
  const app = useApp();
  const usual = () => app.modelChoices.of(props.server).usual;
  const isUsual = () => isSameModel(usual(), props.model) && usual()?.variant === props.model?.variant;
  return (
    <div class={styles.foot}>
      <Show when={props.model ?? usual()}>
        <UsualButton
          isUsual={isUsual()}
          what="what is chosen here"
          onToggle={() => {
            const next = isUsual() ? undefined : props.model;
            app.modelChoices.change(props.server, (held) => asUsual(held, next));
          }}
        />
      </Show>
      <Show when={props.list.hidden().length > 0 || props.list.listing() === "hidden"}>
        <Button
          variant="quiet"
          aria-pressed={props.list.listing() === "hidden"}
          onClick={() => props.list.toggle("hidden")}
        >
          {`Hidden (${props.list.hidden().length.toLocaleString()})`}
        </Button>
      </Show>
      <Button
        variant="quiet"
        aria-pressed={props.list.listing() === "providers"}
        title="Hide or show all models of a provider"
        onClick={() => props.list.toggle("providers")}
      >
        By provider
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          const { server, directory } = props;
          props.onLeave();
          app.go({
            screen: "providers",
            place: directory === undefined ? { server } : { server, directory },
            back: app.view(),
          });
        }}
      >
        Connect a provider…
      </Button>
    </div>
  );
}
