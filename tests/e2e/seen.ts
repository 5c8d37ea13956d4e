/** Words of a conversation of plain paragraphs, and where their top stands below the top of its box, in px. */
export interface Seen {
  words: string;
  top: number;
}

const LOOK = `async (words) => {
  const log = document.querySelector("[role=log]");
  for (let quiet = 0, last = -1; quiet < 6; quiet = log.scrollTop === last ? quiet + 1 : 0) {
    last = log.scrollTop;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const { top } = log.getBoundingClientRect();
  const found = [...log.querySelectorAll("p")].find((one) =>
    words === undefined ? one.getBoundingClientRect().bottom > top + 1 : one.textContent === words,
  );
  return { words: found.textContent, top: found.getBoundingClientRect().top - top };
}`;

/** An expression for a panel of either browser that resolves, once nothing moves, with the first words that can be seen, or those given. */
export const seen = (words?: string): string => `(${LOOK})(${JSON.stringify(words)})`;
