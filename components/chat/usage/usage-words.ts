import type { Tokens } from "../../../lib/model";

const counts = new Intl.NumberFormat();
const percents = new Intl.NumberFormat(undefined, { style: "percent" });
const dollars = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD" });
/** For less than a dollar: answers cost fractions of a cent. */
const cents = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD", minimumFractionDigits: 4 });

/** Numbers as the browser's language writes them. */
export const countWords = (count: number): string => counts.format(count);
export const costWords = (cost: number): string => (cost > 0 && cost < 1 ? cents : dollars).format(cost);

/** Never says that all is taken before it is. */
export const percentWords = (share: number): string => percents.format(Math.floor(share * 100) / 100);

/** The kinds of tokens of a step, each with its count; kinds that a provider does not use are left out. */
export function kindsOf(tokens: Tokens): { name: string; count: number }[] {
  const kinds = [
    { name: "Input", count: tokens.input, isUsual: true },
    { name: "Output", count: tokens.output, isUsual: true },
    { name: "Reasoning", count: tokens.reasoning, isUsual: false },
    { name: "Read from cache", count: tokens.cacheRead, isUsual: false },
    { name: "Written to cache", count: tokens.cacheWrite, isUsual: false },
  ];
  return kinds.filter(({ count, isUsual }) => isUsual || count > 0).map(({ name, count }) => ({ name, count }));
}
