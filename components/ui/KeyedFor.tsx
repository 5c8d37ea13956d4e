import { type Accessor, createMemo, For, type JSX, Show } from "solid-js";

export interface KeyedForProps<T extends object> {
  each: readonly T[];
  by(item: T): string;
  children(item: Accessor<T>): JSX.Element;
}

/**
 * `For` over items that are made anew each time but have a key: what belongs to a key keeps its elements, its focus and
 * its state, and only what changed inside is painted.
 */
export function KeyedFor<T extends object>(props: KeyedForProps<T>) {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), { item }])));
  const keys = createMemo(() => [...byKey().keys()], undefined, { equals: sameOrder });
  return (
    <For each={keys()}>
      {(key) => {
        // An item that is going away stays as it was until its elements are gone.
        const held = createMemo<{ item: T } | undefined>((last) => byKey().get(key) ?? last, undefined, {
          equals: (a, b) => a !== undefined && b !== undefined && sameFields(a.item, b.item),
        });
        return <Show when={held()}>{(box) => props.children(() => box().item)}</Show>;
      }}
    </For>
  );
}

function sameOrder(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && a.every((key, index) => key === b[index]);
}

/** One item changed makes all of them anew: the others' fields are what they were. */
function sameFields<T extends object>(a: T, b: T): boolean {
  const names = Object.keys(a) as (keyof T)[];
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
