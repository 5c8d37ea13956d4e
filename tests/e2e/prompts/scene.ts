import { text } from "../../../tools/model/steps";
import { useProxiedScene } from "../scene";

const command = { tide: { template: "Say the tide at $ARGUMENTS.", description: "Tells the tide" } };

export const answer = () => [text("I heard you.")];

/** A project with a command. */
export const { stage, proxy, nexus, panel, open } = useProxiedScene({ script: answer, config: { more: { command } } });
