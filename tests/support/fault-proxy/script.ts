import { type Fate, type Flow, htmlPage, jsonError, LOST_ANSWER, LOST_REQUEST, PASS, refused } from "./fate";

/**
 * Fates that a seed decides: `share` of all requests meet with something. Requests that only read may meet with anything,
 * those that change something are delayed and torn, or their answer is lost.
 */
export function scripted(random: () => number, share: number): (line: string) => Fate {
  const upTo = (most: number) => Math.floor(random() * most);
  const torn = (): Flow => ({ pieces: () => 1 + upTo(40) });
  const gentle: (() => Fate)[] = [
    () => ({ answer: { delay: upTo(300) } }),
    () => ({ request: { delay: upTo(300) } }),
    () => ({ answer: torn() }),
    () => ({ request: torn(), answer: torn() }),
    () => ({ answer: { pieces: () => 200 + upTo(400), pace: 1 + upTo(5) } }),
  ];
  const rough: (() => Fate)[] = [
    () => LOST_REQUEST,
    () => LOST_ANSWER,
    () => ({ answer: { cutAfter: upTo(2_000) } }),
    () => ({ answer: { closeAfter: upTo(2_000) } }),
    () => ({ answer: { stallAfter: upTo(2_000), stallFor: 500 + upTo(1_500) } }),
    () => refused(),
    () => jsonError(500),
    () => htmlPage(502),
  ];
  return (line) => {
    if (random() >= share) return PASS;
    const fates = line.startsWith("GET ") ? [...gentle, ...rough] : [...gentle, () => LOST_ANSWER];
    return (fates[upTo(fates.length)] ?? (() => PASS))();
  };
}
