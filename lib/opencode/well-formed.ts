/** Whether a text has no half of a surrogate pair: what has one cannot be written as UTF-8, nor stand in an address. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
