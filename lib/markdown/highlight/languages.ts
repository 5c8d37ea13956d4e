/**
 * Languages that can be coloured. Left out for their size: C++ (0.8 MB), and Ruby, whose grammar brings C++ and others
 * along.
 */
const GRAMMARS = [
  "c",
  "csharp",
  "css",
  "dart",
  "diff",
  "docker",
  "elixir",
  "go",
  "html",
  "ini",
  "java",
  "javascript",
  "json",
  "jsonc",
  "kotlin",
  "lua",
  "make",
  "markdown",
  "nix",
  "php",
  "powershell",
  "python",
  "rust",
  "scss",
  "shellscript",
  "sql",
  "swift",
  "toml",
  "tsx",
  "typescript",
  "vue",
  "xml",
  "yaml",
] as const;

export type GrammarName = (typeof GRAMMARS)[number];

/** Other names that people and models write on a fence. */
const ALIASES: Readonly<Record<string, GrammarName>> = {
  ...{ "c#": "csharp", cs: "csharp", h: "c", cpp: "c", "c++": "c", cc: "c", hpp: "c", cxx: "c" },
  ...{ bash: "shellscript", sh: "shellscript", shell: "shellscript", zsh: "shellscript", console: "shellscript" },
  ...{
    js: "javascript",
    mjs: "javascript",
    cjs: "javascript",
    jsx: "tsx",
    ts: "typescript",
    mts: "typescript",
    cts: "typescript",
  },
  ...{ dockerfile: "docker", containerfile: "docker", makefile: "make", patch: "diff", ex: "elixir", exs: "elixir" },
  ...{
    htm: "html",
    svg: "xml",
    xhtml: "html",
    properties: "ini",
    conf: "ini",
    env: "ini",
    dotenv: "ini",
    golang: "go",
  },
  ...{ json5: "jsonc", jsonl: "json", kt: "kotlin", kts: "kotlin", md: "markdown", mdx: "markdown", ps1: "powershell" },
  ...{ pwsh: "powershell", ps: "powershell", py: "python", python3: "python", rs: "rust", sass: "scss", less: "scss" },
  ...{ mysql: "sql", postgres: "sql", postgresql: "sql", sqlite: "sql", plist: "xml", yml: "yaml" },
};

const NAMES: ReadonlyMap<string, GrammarName> = new Map([
  ...GRAMMARS.map((name) => [name, name] as const),
  ...Object.entries(ALIASES),
]);

/** The grammar for a fence's language, in lower case; undefined if there is none. */
export const grammarFor = (language: string): GrammarName | undefined => NAMES.get(language);

/** The language of a file by its name or its extension, as `grammarFor` takes it. */
export function languageOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1)?.toLowerCase() ?? "";
  return grammarFor(name) ? name : (name.split(".").at(-1) ?? "");
}
