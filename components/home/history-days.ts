import type { HistoryRow } from "../../lib/model";
import { dayName, startOfDay } from "../ui/time";

export interface HistoryEntry {
  row: HistoryRow;
  /** On the first row of each day. */
  heading: string | undefined;
}

/** Rows, newest first, with the name of their day where one begins. `now`: milliseconds since the epoch. */
export function withDays(rows: HistoryRow[], now: number): HistoryEntry[] {
  let day = Number.NaN;
  return rows.map((row) => {
    const rowDay = startOfDay(row.session.updatedAt);
    const heading = rowDay === day ? undefined : dayName(row.session.updatedAt, now);
    day = rowDay;
    return { row, heading };
  });
}
