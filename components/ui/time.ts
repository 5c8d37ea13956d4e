const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 12 or 24 hours as the user's locale has it; the words are English as the rest of the panel's. */
const hourCycle = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hourCycle ?? "h23";
const clock = new Intl.DateTimeFormat("en", { hour: "numeric", minute: "2-digit", hourCycle });
const weekday = new Intl.DateTimeFormat("en", { weekday: "long" });
const shortWeekday = new Intl.DateTimeFormat("en", { weekday: "short" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const shortDayAndYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle,
});

/** Midnight, local time, of the day that `at` is in. All times here are milliseconds since the epoch. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Whole days between two moments by the calendar, whatever the clock changes do to their length. */
function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

/** The time of day: "9:12". */
export function clockTime(at: number): string {
  return clock.format(at);
}

/** Everything, for a tooltip. */
export function fullTime(at: number): string {
  return full.format(at);
}

/** How long ago: "now", "42 s", "6 min", "1 h", then "Yesterday 17:05", "Mon 17:05", "3 Mar", "3 Mar 2024". */
export function relativeTime(at: number, now: number): string {
  const ago = now - at;
  if (ago < 10_000) return "now";
  if (ago < MINUTE) return `${Math.floor(ago / 1000)} s`;
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min`;
  const days = daysBetween(at, now);
  if (days === 0 || ago < 6 * HOUR) return `${Math.floor(ago / HOUR)} h`;
  if (days === 1) return `Yesterday ${clockTime(at)}`;
  if (days < 7) return `${shortWeekday.format(at)} ${clockTime(at)}`;
  return sameYear(at, now) ? shortDay.format(at) : shortDayAndYear.format(at);
}

/** When it was, however long ago: "9:12", "Yesterday 17:05", "Mon 17:05", "3 Mar 17:05", "3 Mar 2024 17:05". */
export function momentTime(at: number, now: number): string {
  const time = clockTime(at);
  const days = daysBetween(at, now);
  if (days <= 0) return time;
  if (days === 1) return `Yesterday ${time}`;
  if (days < 7) return `${shortWeekday.format(at)} ${time}`;
  return `${(sameYear(at, now) ? shortDay : shortDayAndYear).format(at)} ${time}`;
}

/** The heading of a day: "Today", "Yesterday", "Monday", "3 March", "3 March 2024". */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return weekday.format(at);
  return sameYear(at, now) ? dayOfYear.format(at) : dayAndYear.format(at);
}

/** A length of time as it is counted down or up: "5 s", "2 min". Never below zero. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}
