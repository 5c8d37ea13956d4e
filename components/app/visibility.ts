import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Whether the panel can be seen: false while its window is minimised or covered, or another tab is in front of it. */
export function createVisibility(): Accessor<boolean> {
  const look = () => document.visibilityState === "visible";
  const [visible, setVisible] = createSignal(look());
  const changed = () => setVisible(look());
  document.addEventListener("visibilitychange", changed);
  onCleanup(() => document.removeEventListener("visibilitychange", changed));
  return visible;
}
