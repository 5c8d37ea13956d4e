import type { Accessor } from "solid-js";
import { createMedia } from "../ui/media";

/**
 * How many columns a full tab has room for. With two the sessions stand beside what is open; with three, what lies over a
 * conversation in a panel, a file or changes, stands beside it as well.
 */
export function createColumns(): Accessor<1 | 2 | 3> {
  const two = createMedia("(min-width: 720px)");
  const three = createMedia("(min-width: 1200px)");
  return () => (three() ? 3 : two() ? 2 : 1);
}
