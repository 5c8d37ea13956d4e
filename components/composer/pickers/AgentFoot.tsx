import { Show } from "solid-js";
import type { ServerId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { Button } from "../../ui/Button";
import { asUsualAgent } from "../models/choosing";

/** Makes the chosen agent that of all new sessions of a server. */
export function AgentFoot(props: { server: ServerId; agent: string | undefined }) {
  const app = useApp();
  const usual = () => app.modelChoices.of(props.server).usualAgent;
  const isUsual = () => usual() === props.agent;
  return (
    <Show when={props.agent ?? usual()}>
      <Button
        variant="quiet"
        aria-pressed={isUsual()}
        title="New sessions on this server begin with the agent that is chosen here"
        onClick={() => {
          const next = isUsual() ? undefined : props.agent;
          app.modelChoices.change(props.server, (held) => asUsualAgent(held, next));
        }}
      >
        {isUsual() ? "Default for new sessions ✓" : "Use as default"}
      </Button>
    </Show>
  );
}
