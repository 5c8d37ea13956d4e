import { safeLink } from "../../lib/markdown/links";

/** A page that a search of the web has found. */
export interface WebHit {
  title: string;
  url: string;
}

/** Exa's answers: text with lines "Title: …" and "URL: …" for each page. */
const TITLED = /^Title: *(.*)\n(?:(?!Title:).*\n)*?URL: *(\S+)/gm;

function hitOf(title: unknown, address: unknown): WebHit[] {
  const url = typeof address === "string" ? safeLink(address) : undefined;
  if (url === undefined) return [];
  const words = typeof title === "string" ? title.trim() : "";
  return [{ title: words || new URL(url).host, url }];
}

/** Parallel's answers: JSON with `results`, each with `title` and `url`. */
function listed(text: string): WebHit[] {
  if (!text.trimStart().startsWith("{")) return [];
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null || !("results" in answer)) return [];
    if (!Array.isArray(answer.results)) return [];
    return answer.results.flatMap((result: unknown) => {
      if (typeof result !== "object" || result === null || !("url" in result)) return [];
      return hitOf("title" in result ? result.title : "", result.url);
    });
  } catch {
    return [];
  }
}

/** The pages in the answer of a search, each once, in order; none for an answer of another shape. */
export function webHits(text: string): WebHit[] {
  const titled = [...text.matchAll(TITLED)].flatMap(([, title, url]) => hitOf(title, url));
  const hits = titled.length > 0 ? titled : listed(text);
  const known = new Set<string>();
  return hits.filter(({ url }) => !known.has(url) && known.add(url));
}
