import type { Links } from "marked";

/** Destination of a link reference definition (`[label]: href "title"`). */
export type Definition = Links[string];

/** What one block asked of the reference definitions: label → the definition it saw, or undefined for "none". */
export type Lookups = Map<string, Definition | undefined>;

const same = (a: Definition | undefined, b: Definition | undefined): boolean =>
  a?.href === b?.href && (a?.title ?? null) === (b?.title ?? null);

/**
 * The definitions that a lexer works with: those of settled text, which win, and those of the text still growing.
 * `links` stands in for marked's `lexer.tokens.links`, so that every look-up is noted: a block has to be rendered
 * again when, and only when, a definition it asked for has come, gone or changed.
 */
export function createReferences(settled: ReadonlyMap<string, Definition>) {
  const growing = new Map<string, Definition>();
  let recorder: Lookups | undefined;
  const find = (label: string): Definition | undefined => {
    const found = settled.get(label) ?? growing.get(label);
    recorder?.set(label, found);
    return found;
  };
  const links: Links = new Proxy<Links>(Object.create(null), {
    get: (_, label) => (typeof label === "string" ? find(label) : undefined),
    set: (_, label, value: Definition) => {
      if (typeof label === "string") growing.set(label, value);
      return true;
    },
    has: (_, label) => typeof label === "string" && find(label) !== undefined,
    getOwnPropertyDescriptor: (_, label) => {
      const value = typeof label === "string" ? find(label) : undefined;
      return value && { value, configurable: true, enumerable: true, writable: true };
    },
  });
  return {
    links,
    growing: growing as ReadonlyMap<string, Definition>,
    /** Runs `work` and returns what it looked up. */
    record(work: () => void): Lookups {
      recorder = new Map();
      work();
      const lookups = recorder;
      recorder = undefined;
      return lookups;
    },
    /** True if one of these look-ups would now be answered differently. */
    changed(lookups: Lookups): boolean {
      for (const [label, seen] of lookups) if (!same(seen, find(label))) return true;
      return false;
    },
  };
}

export type References = ReturnType<typeof createReferences>;
