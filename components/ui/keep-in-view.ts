import { type Accessor, createEffect } from "solid-js";

/**
 * Scrolls a list to the option that the keys are at, wherever the focus itself stays.
 *
 * @param id of its element; `undefined` while there is none
 */
export function keepInView(list: Accessor<HTMLElement | undefined>, id: Accessor<string | undefined>): void {
  createEffect(() => {
    const wanted = id();
    if (wanted === undefined) return;
    const options = [...(list()?.querySelectorAll("[id]") ?? [])];
    options.find((option) => option.id === wanted)?.scrollIntoView({ block: "nearest" });
  });
}
