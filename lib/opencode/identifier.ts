const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 14;
/** Ids hold the lowest 48 bits of time × 4096 + counter as twelve hexadecimal digits [read off recorded ids]. */
const COUNTER_RANGE = 0x1000;
const TIME_RANGE = 2 ** 36;

export type Identify = (prefix: "msg" | "prt" | "ses" | "evt") => string;

/**
 * Makes ids in the server's own format, ascending with time: `<prefix>_<12 hex digits><14 random characters>`.
 *
 * @param now milliseconds since the epoch on the server's clock: clients that sort by
 * id would else show the message in the wrong place
 */
export function createIdentifiers(now: () => number): Identify {
  let last = 0;
  let counter = 0;
  return (prefix) => {
    const time = Math.max(Math.floor(now()), last);
    counter = time === last ? counter + 1 : 0;
    last = time;
    const high = ((time + Math.floor(counter / COUNTER_RANGE)) % TIME_RANGE).toString(16).padStart(9, "0");
    const low = (counter % COUNTER_RANGE).toString(16).padStart(3, "0");
    return `${prefix}_${high}${low}${randomTail()}`;
  };
}

function randomTail(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
