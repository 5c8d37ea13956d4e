import type { Ground } from "../ground/ground";
import type { Results } from "../report/results";
import type { Arena } from "../sides/browser";

/** What a part of the bench has to work with. */
export interface Bench {
  results: Results;
  /** How often each side is measured. */
  pairs: number;
  /** The server and the browser that most parts share; started when first asked for. */
  ground(): Promise<Ground>;
  arena(): Promise<Arena>;
}

/** Measures something and adds it to the results. */
export type Part = (bench: Bench) => Promise<void>;

export const MB = 1e6;
