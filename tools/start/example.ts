import { access } from "node:fs/promises";
import { join } from "node:path";
import { makeRepository, TIDES } from "../opencode/workspace";

/** The project to work in when none is given: small, and nobody's loss. What an agent changed in it stays. */
export async function exampleProject(cache: string): Promise<string> {
  const directory = join(cache, "tides");
  const isThere = await access(join(directory, "README.md")).then(
    () => true,
    () => false,
  );
  if (isThere) return directory;
  await makeRepository(directory, TIDES).catch((error: NodeJS.ErrnoException) => {
    // Without git it is a folder like any other, which OpenCode can work in too.
    if (error.code !== "ENOENT") throw error;
  });
  return directory;
}
