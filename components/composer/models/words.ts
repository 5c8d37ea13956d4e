import type { Model } from "../../../lib/model";

/** What a model can do besides reading and writing text. */
export type Ability = "pictures" | "pdfs" | "reasoning" | "tools";

export function abilitiesOf({ reads, reasoning, tools }: Pick<Model, "reads" | "reasoning" | "tools">): Ability[] {
  const has: Record<Ability, boolean> = {
    pictures: reads?.includes("image") ?? false,
    pdfs: reads?.includes("pdf") ?? false,
    reasoning,
    tools,
  };
  return (Object.keys(has) as Ability[]).filter((ability) => has[ability]);
}

/** What screen readers and tooltips say of an ability. */
export const ABILITY_WORDS: Record<Ability, string> = {
  pictures: "Reads pictures",
  pdfs: "Reads PDFs",
  reasoning: "Reasons",
  tools: "Uses tools",
};

/** "200K", "1M", "1.5M"; empty when it is not known. */
export function contextWords(tokens: number): string {
  if (tokens <= 0) return "";
  if (tokens < 1_000) return String(tokens);
  return tokens < 999_500 ? `${Math.round(tokens / 1_000)}K` : `${Number((tokens / 1_000_000).toFixed(1))}M`;
}

/** Whether it is known to cost nothing. */
export const isFree = (price: Model["price"]): boolean => price?.input === 0 && price.output === 0;

/** "$3 / $15", in and out, for a million tokens. Empty without a price, and without one to pay. */
export function priceWords(price: Model["price"]): string {
  if (!price || (price.input <= 0 && price.output <= 0)) return "";
  return `${dollars(price.input)} / ${dollars(price.output)}`;
}

function dollars(amount: number): string {
  if (Number.isInteger(amount)) return `$${amount}`;
  return `$${amount.toFixed(amount < 0.1 ? 3 : 2)}`;
}
