/** The field for the number of a line, in the file on top. */
export const LINE_FIELD = "[data-line-field]";
