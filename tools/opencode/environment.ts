import path from "node:path";

export interface EnvironmentOptions {
  /** Stands for the user's home: configuration, credentials, database and logs live below it. */
  home: string;
  username?: string;
  password?: string;
  env?: Record<string, string>;
}

/** The environment of a server that sees nothing of the user's own OpenCode. */
export function isolatedEnvironment(options: EnvironmentOptions): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(OPENCODE|XDG)_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: options.home,
    USERPROFILE: options.home,
    XDG_CONFIG_HOME: path.join(options.home, ".config"),
    XDG_DATA_HOME: path.join(options.home, ".local", "share"),
    XDG_STATE_HOME: path.join(options.home, ".local", "state"),
    XDG_CACHE_HOME: path.join(options.home, ".cache"),
    OPENCODE_DISABLE_AUTOUPDATE: "true",
    OPENCODE_DISABLE_MODELS_FETCH: "true",
    ...(options.username ? { OPENCODE_SERVER_USERNAME: options.username } : {}),
    ...(options.password ? { OPENCODE_SERVER_PASSWORD: options.password } : {}),
    ...options.env,
  };
}

/** Variables by which programs are told where to put what they need for a moment. */
export function temporaryEnvironment(folder: string): Record<string, string> {
  return { TMPDIR: folder, TMP: folder, TEMP: folder };
}

/** The `Authorization` header for the server's HTTP Basic protection, or nothing when it is open. */
export function authorization(options: { username?: string; password?: string }): Record<string, string> {
  if (!options.password) return {};
  const pair = `${options.username ?? "opencode"}:${options.password}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
