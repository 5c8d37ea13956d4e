/** Levels of a value that are kept; inputs and outputs of tools have a handful. */
const DEEPEST = 50;
const CUT = "…";

/**
 * The value as far as it is no deeper than `DEEPEST` levels. What is nested deeper than a call stack can be parsed, but not
 * written as JSON any more: no port and no storage would take it.
 */
export function shallow<T>(value: T): T {
  return isDeep(value, DEEPEST) ? (cut(value, DEEPEST) as T) : value;
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

function cut(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return CUT;
  if (Array.isArray(value)) return value.map((inner) => cut(inner, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cut(inner, levels - 1)]));
}
