/** `npm start`: a browser with the extension beside a page, and an OpenCode server behind it. */
import { run } from "./bootstrap.mjs";

await run("tools/start/start.ts");
