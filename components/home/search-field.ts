/** Where sessions are searched, as a selector. */
export const SEARCH_FIELD = "input[aria-label='Search sessions']";
