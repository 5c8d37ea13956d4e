/** The path of the folder that a session works in, within itself. */
export const PROJECT = ".";
