/** Whether this is a Mac, where Cmd does what Ctrl does elsewhere. */
export const isMac = (): boolean => navigator.platform.startsWith("Mac");
