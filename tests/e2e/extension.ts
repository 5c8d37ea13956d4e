/** Folder of the build under test; another one by `NEXUS_EXTENSION`. */
export const EXTENSION = process.env.NEXUS_EXTENSION ?? ".output/chrome-mv3";
