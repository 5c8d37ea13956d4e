export type Unit = "ms" | "MB" | "kB" | "ms per 1,000 tokens" | "ms per second" | "per minute" | "bytes per token" | "";

/** Something that is measured; where both sides are, in turn. */
export interface Measure {
  id: string;
  what: string;
  unit: Unit;
}

export interface Figure extends Measure {
  ours: number[];
  web: number[];
}

/** How a measure grows. */
export interface Curve extends Measure {
  /** What grows along with it. */
  by: string;
  points: { at: number; ours: number[]; web: number[] }[];
}

export type SideName = "ours" | "web";

/** Everything that has been measured, in the order of its first figure. */
export interface Results {
  figures: readonly Figure[];
  curves: readonly Curve[];
  add(measure: Measure, side: SideName, figure: number): void;
  /** @param at the place on the curve, as `by` says */
  addAt(curve: Measure & { by: string }, at: number, side: SideName, figure: number): void;
}

export function createResults(say: (line: string) => void): Results {
  const figures: Figure[] = [];
  const curves: Curve[] = [];

  function put<T>(list: T[], fits: (one: T) => boolean, make: () => T): T {
    const known = list.find(fits);
    if (known) return known;
    const made = make();
    list.push(made);
    return made;
  }
  const tell = ({ what, unit }: Measure, place: string, side: SideName, figure: number) =>
    say(`  ${side.padEnd(5)} ${what}${place}: ${Number(figure.toPrecision(4))} ${unit}`);

  return {
    figures,
    curves,
    add(measure, side, figure) {
      const row = put(
        figures,
        ({ id }) => id === measure.id,
        () => ({ ...measure, ours: [], web: [] }),
      );
      row[side].push(figure);
      tell(measure, "", side, figure);
    },
    addAt(measure, at, side, figure) {
      const curve = put(
        curves,
        ({ id }) => id === measure.id,
        () => ({ ...measure, points: [] }),
      );
      const point = put(
        curve.points,
        (one) => one.at === at,
        () => ({ at, ours: [], web: [] }),
      );
      point[side].push(figure);
      curve.points.sort((a, b) => a.at - b.at);
      tell(measure, `, ${at} ${measure.by}`, side, figure);
    },
  };
}
