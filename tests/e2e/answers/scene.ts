import { useScene } from "../scene";

export const { stage, nexus, panel, open } = useScene();
