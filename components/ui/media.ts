import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Whether a media query holds. */
export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const changed = () => setMatches(media.matches);
  media.addEventListener("change", changed);
  onCleanup(() => media.removeEventListener("change", changed));
  return matches;
}
