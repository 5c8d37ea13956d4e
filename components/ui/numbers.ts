/** US dollars as a card shows them; empty for nothing, "<$0.01" for a trace. */
export function cost(dollars: number | undefined): string {
  if (!dollars || dollars <= 0) return "";
  if (dollars < 0.005) return "<$0.01";
  return `$${dollars.toFixed(dollars < 1000 ? 2 : 0)}`;
}

/** "1 model", "1,234 models". @param what one of them */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;
}

/** "812", "14.2k", "1.3M". */
export function compact(count: number): string {
  if (count < 1000) return String(count);
  if (count < 999_500) return `${trim(count / 1000)}k`;
  return `${trim(count / 1_000_000)}M`;
}

/** "812 B", "412 kB", "1.3 MB". */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 999_500) return `${trim(count / 1000)} kB`;
  return `${trim(count / 1_000_000)} MB`;
}

function trim(value: number): string {
  return value < 100 ? value.toFixed(1).replace(/\.0$/, "") : value.toFixed(0);
}
