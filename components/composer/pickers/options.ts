/** One thing to choose. */
export interface PickerOption {
  id: string;
  label: string;
  /** A second, smaller line. */
  note?: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

/** Options that have every word of the query in their label, note or group, in any order. */
export function matching(options: readonly PickerOption[], query: string): PickerOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter((option) => {
    const text = `${option.label} ${option.id} ${option.note ?? ""} ${option.group ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Options by group, in order of appearance. */
export function grouped(options: readonly PickerOption[]): { name: string; options: PickerOption[] }[] {
  const groups = new Map<string, PickerOption[]>();
  for (const option of options) {
    const name = option.group ?? "";
    const held = groups.get(name);
    if (held) held.push(option);
    else groups.set(name, [option]);
  }
  return [...groups].map(([name, members]) => ({ name, options: members }));
}

/** Where a key moves the highlight to among `count` options; `undefined` for keys that do not move it. */
export function moved(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
