import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExtension } from "./build";
import { connectPanel } from "./connect";
import { exampleProject } from "./example";
import { parseOptions, type StartOptions, USAGE, UsageError } from "./options";
import { roundTrip } from "./round-trip";
import { findServer, type Server, startOwnServer } from "./server";
import { visit } from "./visit";
import { serveWelcomePage } from "./welcome";

const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");
const cache = join(root, ".cache", "start");
/** Long enough to answer the browser's question whether the extension may reach a host. */
const CONNECT_LIMIT = 180_000;

const report = (line: string) => console.log(line);

/** What was started, to be ended in reverse. */
const endings: (() => Promise<void>)[] = [];

/** Ends everything and this process. The first call decides the exit code. */
let code: number | undefined;
async function end(wanted: number): Promise<void> {
  if (code !== undefined) return;
  code = wanted;
  for (const ending of endings.splice(0).reverse()) {
    await ending().catch((error: unknown) => console.error(sentence(error)));
  }
  process.exit(code);
}

async function start(options: StartOptions): Promise<void> {
  const headless = options.headless || !hasDisplay();
  if (headless && !options.headless) report("There is no display: one round trip without a window.");

  report("Building the extension …");
  const extension = await buildExtension(root, options.browser);

  const server = await provideServer(options);
  endings.push(server.stop);
  report(`OpenCode ${server.version} at ${server.url}${server.directory ? `, working in ${server.directory}` : ""}`);

  const welcome = await serveWelcomePage();
  endings.push(welcome.close);

  // One profile for each server, so that the panel's cards are those of the server it is started for.
  const profile = join(cache, "profiles", `${options.browser}-${new URL(server.url).host.replace(/\W+/g, "-")}`);
  const isKnown = !headless && (await exists(profile));
  const place = headless ? {} : { profile };
  const opened = await visit(options.browser, { extension, page: welcome.url, headless, ...place, report });
  endings.push(opened.close);

  if (headless) {
    report("Sending a message and waiting for the answer …");
    const picture = await roundTrip(opened, server, join(root, "artifacts"), options.browser);
    report("The answer has arrived. A picture of the panel:");
    report(picture);
    return;
  }
  await connectPanel(opened, server, { isKnown, headless, patience: CONNECT_LIMIT }).catch((error: unknown) => {
    // The panel says what is wrong and offers the remedy: better than to close it.
    report(sentence(error));
  });
  report("The panel is open. Close the window or press Ctrl+C to end everything.");
  await opened.untilClosed();
}

async function provideServer(options: StartOptions): Promise<Server> {
  if (options.server) return findServer(options.server);
  return startOwnServer(options.directory ?? (await exampleProject(cache)), cache, report);
}

/** Only Linux may have none. */
function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  let options: StartOptions;
  try {
    options = parseOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
  if (options.help) {
    console.log(USAGE);
    return;
  }
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(signal, () => void end(128 + number));
  }
  try {
    await start(options);
    await end(0);
  } catch (error) {
    // After a signal, whatever is still under way fails: that is nothing to report.
    if (code === undefined) console.error(sentence(error));
    await end(1);
  }
}

await main();
