/** `npm test`: everything is built, checked and tested; the last line counts. */
import { run } from "./bootstrap.mjs";

await run("tools/test/test.ts");
