/** Words of a conversation of plain paragraphs, and where their top stands below the top of its box, in px. */
export interface Seen {
  words: string;
  top: number;
}

const LOOK = `async (words) => {
  const log = document.querySelector("[role=log]");
  const box = () => log.getBoundingClientRect();
  const find = () => [...log.querySelectorAll("p")].find((one) =>
    words === undefined ? one.getBoundingClientRect().bottom > box().top + 1 : one.textContent === words,
  );
  // What moves is told by the words as well: a text above that gets its height moves them without any scrolling.
  const look = () => [find(), find()?.getBoundingClientRect().top - box().top, log.scrollTop];
  let last = look();
  for (let quiet = 0; quiet < 6; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = look();
    quiet = now.every((one, index) => Object.is(one, last[index])) ? quiet + 1 : 0;
    last = now;
  }
  return { words: last[0].textContent, top: last[1] };
}`;

/** An expression for a panel of either browser that resolves, once nothing moves, with the first words that can be seen, or those given. */
export const seen = (words?: string): string => `(${LOOK})(${JSON.stringify(words)})`;
