import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { until } from "./until";

const run = promisify(execFile);

/** A virtual X screen of its own, with a keyboard and a camera: for what only a real, visible browser window does. */
export interface Display {
  /** What `DISPLAY` must be for a program to appear here, for example ":99". */
  readonly name: string;
  /** Presses keys through the X server, as hardware would. Key names are those of xdotool: "Return", "alt+shift+o". */
  key(...keys: string[]): Promise<void>;
  /** Types text through the X server into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Moves the pointer to a point of the screen (pixels) and clicks. Button 1 is left, 3 is right. */
  click(x: number, y: number, button?: 1 | 2 | 3): Promise<void>;
  /** Writes a PNG of the whole screen. */
  screenshot(file: string): Promise<void>;
  /** Waits until the number of visible windows fits: a menu or a browser window has opened or closed. */
  untilWindows(fits: (count: number) => boolean, what: string): Promise<void>;
  windowCount(): Promise<number>;
  /** The pixels of a rectangle (`<width>x<height>+<x>+<y>`) as a string to compare with a later one. */
  pixels(rectangle: string): Promise<string>;
  /** Ends the X server; every window on it dies with it. */
  stop(): Promise<void>;
}

/** Xvfb, tied to standard input: that ends with this process, however it dies. */
const UNTIL_INPUT_ENDS = `
exec 4<&0
Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset &
server=$!
{ cat >/dev/null; kill $server; } <&4 &
wait $server`;

/**
 * Starts Xvfb on the first free display number.
 *
 * @throws Error when Xvfb is not installed or ends before it serves; xdotool and ImageMagick's `import` are needed by
 *   the methods that use them. `npx tsx tools/setup/tests.ts` installs all three where it can.
 */
export async function startDisplay(size: { width: number; height: number }): Promise<Display> {
  const server = spawn("sh", ["-c", UNTIL_INPUT_ENDS, "Xvfb", `${size.width}x${size.height}x24`], {
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));

  const name = `:${await displayNumber(server).finally(() => server.stdio[3]?.destroy())}`;
  const environment = { ...process.env, DISPLAY: name };
  const xdotool = (...args: string[]) => run("xdotool", args, { env: environment });
  const windowCount = async (): Promise<number> => {
    try {
      const { stdout } = await xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", "");
      return stdout.trim().split("\n").length;
    } catch (error) {
      // A window went while it was being looked at.
      if (String(error).includes("BadWindow")) return windowCount();
      throw error;
    }
  };

  return {
    name,
    async key(...keys) {
      await xdotool("key", "--delay", "60", ...keys);
    },
    async type(text) {
      await xdotool("type", "--delay", "20", "--", text);
    },
    async click(x, y, button = 1) {
      // Without `--sync`, which waits 15 s for the pointer to leave the place where it is already.
      await xdotool("mousemove", String(x), String(y), "click", String(button));
    },
    async screenshot(file) {
      await run("import", ["-window", "root", file], { env: environment });
    },
    async untilWindows(fits, what) {
      await until(async () => fits(await windowCount()), what);
    },
    windowCount,
    async pixels(rectangle) {
      const args = ["-window", "root", "-crop", rectangle, "-depth", "8", "rgb:-"];
      const { stdout } = await run("import", args, { env: environment, encoding: "base64", maxBuffer: 2 ** 26 });
      return stdout;
    },
    async stop() {
      server.stdin?.end();
      await ended;
    },
  };
}

function displayNumber(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let number = "";
    let complaints = "";
    server.stdio[3]?.on("data", (chunk: Buffer) => {
      number += chunk.toString();
      if (number.includes("\n")) resolve(number.trim());
    });
    server.stderr?.on("data", (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-2000);
    });
    server.once("error", (cause) => reject(new Error("Xvfb could not be started. Is it installed?", { cause })));
    server.once("exit", (code) => {
      server.stdin?.end();
      reject(new Error(`Xvfb ended with ${code}: ${complaints.trim()}`));
    });
  });
}
