/** Runs pieces of work one after the other: storage has no transactions, and what is read is to be there when it is written. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // A failure belongs to the one who asked for that piece.
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
