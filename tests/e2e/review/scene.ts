import { useScene } from "../scene";

/** Changes are what the server's snapshots tell. */
export const { stage, panel, nexus } = useScene({ config: { permission: {}, more: { snapshot: true } } });
