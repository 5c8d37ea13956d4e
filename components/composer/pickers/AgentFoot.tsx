import { Show } from "solid-js";
import type { ServerId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { asUsualAgent } from "../models/choosing";
import { UsualButton } from "./UsualButton";

/** Makes the chosen agent that of all new sessions of a server. */
export function AgentFoot(props: { server: ServerId; agent: string | undefined }) {
  const app = useApp();
  const usual = () => app.modelChoices.of(props.server).usualAgent;
  const isUsual = () => usual() === props.agent;
  return (
    <Show when={props.agent ?? usual()}>
      <UsualButton
        isUsual={isUsual()}
        what="the agent that is chosen here"
        onToggle={() => {
          const next = isUsual() ? undefined : props.agent;
          app.modelChoices.change(props.server, (held) => asUsualAgent(held, next));
        }}
      />
    </Show>
  );
}
