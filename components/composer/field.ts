/** Where messages are written, as a selector. */
export const MESSAGE_FIELD = "textarea[aria-label=Message]";
