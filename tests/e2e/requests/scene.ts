import { useScene } from "../scene";

/** Subagents may send out others, three levels down, and ask questions. */
export const { stage, nexus, panel, open } = useScene({
  config: { more: { subagent_depth: 3, agent: { general: { permission: { task: "allow", question: "allow" } } } } },
});
