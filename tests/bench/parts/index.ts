import { idle } from "./idle";
import { latency } from "./latency";
import { open } from "./open";
import { panel } from "./panel";
import type { Part } from "./part";
import { partSize } from "./part-size";
import { running } from "./running";
import { sessions } from "./sessions";
import { size } from "./size";
import { stream } from "./stream";
import { tokens } from "./tokens";

/** In this order: what makes few sessions comes first. */
export const PARTS: Record<string, Part> = {
  size,
  panel,
  open,
  stream,
  latency,
  tokens,
  part: partSize,
  running,
  sessions,
  idle,
};
