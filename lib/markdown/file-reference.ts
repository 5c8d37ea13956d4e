/** A file or folder that an answer names. */
export interface FileReference {
  path: string;
  /** Counted from 1. */
  line?: number;
}

/** Beyond this nobody names a file, and the rules below are not tried. */
const LONGEST = 300;

/** What editors, compilers and links write behind a path: ":42", ":42:7", ":42-50", "(42,7)", "#L42-L50". */
const PLACE =
  /(?::(\d{1,7})(?:[:-]\d{1,7})?|\((\d{1,7})(?:[,:] ?\d{1,7})?\)|#L(\d{1,7})(?:C\d+)?(?:-L?\d{1,7}(?:C\d+)?)?)$/;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Endings that are hardly ever anything else than a file's. */
const FILES = words(
  "ts tsx mts cts js jsx mjs cjs vue svelte astro py pyi ipynb rb go rs java kt kts swift cc cpp cxx hpp cs fs php lua dart " +
    "scala clj erl exs hs ml zig nim jl sh bash zsh fish ps1 bat sql graphql gql proto prisma html htm css scss sass less " +
    "md mdx rst txt json jsonc json5 jsonl yml yaml toml xml ini cfg conf csv tsv lock tf hcl nix gradle cmake " +
    "png jpg jpeg gif webp avif svg ico pdf wasm snap patch diff",
);

/** Endings that are also members of objects, or single letters: files only below a folder or with a line. */
const PERHAPS = words(
  "c h m r d v ex el log map env key pem in data tpl hbs ejs erb slim lisp pl pm vim tex mk bak orig out",
);

/** Names of libraries and of what programs call their values, which only look like files. */
const NO_FILE =
  /^(?:(?:node|deno|next|nuxt|vue|react|angular|express|three|d3|p5|ember|backbone|knockout|alpine|chart|discord|moment|day|socket|solid|fabric|pixi|babylon|tensorflow|brain|matter|ASP|asp)\.(?:js|net)|(?:res|resp|response|req|request|body|ctx|reply)\.(?:json|html|txt))$/i;

/** Files that have no ending. */
const KNOWN =
  /^(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|AUTHORS|CODEOWNERS|Makefile|GNUmakefile|Dockerfile|Containerfile|Justfile|Procfile|Gemfile|Rakefile|Vagrantfile|Jenkinsfile|Brewfile|go\.(?:mod|sum|work)|\.env(?:\.[a-z]+)*|\.(?:git|docker|npm|eslint|prettier|stylelint|vercel|gcloud|helm)ignore|\.git(?:attributes|modules|keep)|\.(?:npm|nvm|yarn|babel|eslint|prettier|stylelint|browserslist|bash|zsh|vim)rc|\.editorconfig|\.node-version|\.python-version|\.tool-versions)$/;

/** A file whose name is its ending, such as ".eslintrc.json", but not ".test.ts" or ".module.css". */
const DOT_FILE = /^\.[\w-]+\.(?:json|jsonc|ya?ml|toml|xml)$|^\.[\w-]+rc\.(?:js|cjs|mjs|ts)$/;

/** Folders that a path without an ending may begin with; "and/or", "client/server", "origin/main" are none. */
const ROOTS = words(
  "src lib libs app apps packages components entrypoints pages routes tests __tests__ docs assets scripts tools config cmd " +
    "internal pkg crates migrations .github .vscode",
);

/** Letters of any script and what frameworks put into names, such as "[id]", "(group)", "$slug", "@modal". */
const SEGMENT = /^[\p{L}\p{M}\p{N}_.@+~$()[\]-]+$/u;
const DOMAIN = /\.(?:com|org|net|io|dev|ai|app|co|gov|edu)$/i;

/** A path, and the line that is named behind it. */
function split(text: string): FileReference {
  const place = PLACE.exec(text);
  const line = Number(place?.[1] ?? place?.[2] ?? place?.[3]);
  if (!place || !(line > 0)) return { path: text };
  return { path: text.slice(0, place.index), line };
}

const isAbsolute = (path: string): boolean => /^(?:[\\/]|[a-z]:[\\/])/i.test(path);

/** An absolute path counts if it is below the session's directory: others are routes, or not the server's to show. */
function isBelow(path: string, directory: string): boolean {
  const base = directory.replaceAll("\\", "/").replace(/\/+$/, "");
  const slashed = path.replaceAll("\\", "/");
  return base !== "" && slashed.startsWith(`${base}/`) && !slashed.split("/").includes("..");
}

const endingOf = (name: string): string => /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

function looksLikeFile(name: string, isPlaced: boolean): boolean {
  if (KNOWN.test(name)) return true;
  if (name.startsWith(".")) return DOT_FILE.test(name) || (isPlaced && FILES.has(endingOf(name)));
  const ending = endingOf(name);
  return isPlaced ? FILES.has(ending) || PERHAPS.has(ending) : FILES.has(ending) && !NO_FILE.test(name);
}

/** `path` is relative. */
function looksLikePath(path: string, hasLine: boolean): boolean {
  const isMarked = path.startsWith("./");
  const segments = path.replace(/^(?:\.\/)+/, "").split("/");
  const isFolder = segments.at(-1) === "";
  if (isFolder) segments.pop();
  const [first = "", ...rest] = segments;
  const isSound = (segment: string) => SEGMENT.test(segment) && !/^(?:\.+|@|~|\$[A-Z_]*)$/.test(segment);
  // A name with brackets at its end is a call: "res.json()", "lib/x()".
  if (segments.length === 0 || !segments.every(isSound) || path.endsWith(")")) return false;
  if (rest.length > 0 && DOMAIN.test(first)) return false;
  if (!isFolder && looksLikeFile(segments.at(-1) ?? "", hasLine || rest.length > 0 || isMarked)) return true;
  // A folder, or a file whose ending nobody knows.
  return isMarked || isFolder || (ROOTS.has(first) && rest.length > 0);
}

/** The file that inline code names, if it is one beyond doubt: most inline code is something else. */
export function fileInCode(text: string, directory: string): FileReference | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !/[./\\]|^[A-Z]/.test(trimmed)) return undefined;
  const reference = split(trimmed);
  const { path, line } = reference;
  if (isAbsolute(path)) return isBelow(path, directory) ? reference : undefined;
  return looksLikePath(path, line !== undefined) ? reference : undefined;
}

/** A file that words name, and where: from the first character to behind the last. */
export interface FileInText {
  from: number;
  to: number;
  reference: FileReference;
}

/** What could be a path, with a place behind it; framework's brackets are left to inline code. */
const CANDIDATE =
  /(?:(?<!\w)[a-z]:[\\/])?[\p{L}\p{M}\p{N}_.@+~$\\/-]+(?::\d{1,7}(?:[:-]\d{1,7})?|\(\d{1,7}(?:[,:] ?\d{1,7})?\)|#L\d{1,7}(?:-L?\d{1,7})?)?/giu;

/** What stands before a path, where it is not part of something else, such as an address or an expression. */
const OPENS = /[\s([{<"'`,;|=>*_]/;

/** Endings of libraries and sites as well: where words stand around, they name a file only below a folder or with a line. */
const SITES = words("js mjs cjs sh bash zsh rs jl nim net");

/** A look for what every file in a text has, before the dear one. */
const HAS_ENDING = /[\p{L}\p{N}_\])+-]\.[a-z]/iu;

/** Characters that are looked through at most. */
const LONGEST_TEXT = 200_000;

/** Whether {@link filesInText} may find any in it, or in a piece of it. */
export const mayNameFiles = (text: string): boolean => HAS_ENDING.test(text);

/**
 * The files that plain words name: a path with an ending, or a name with one that hardly anything but a file has. Rather none
 * than a wrong one.
 */
export function filesInText(text: string, directory: string): FileInText[] {
  if (text.length > LONGEST_TEXT || !mayNameFiles(text)) return [];
  const found: FileInText[] = [];
  for (const { 0: match, index } of text.matchAll(CANDIDATE)) {
    if (match.length > LONGEST || (index > 0 && !OPENS.test(text.charAt(index - 1)))) continue;
    const named = match.replace(/[.\-~]+$/, "");
    const to = index + named.length;
    if (!ends(text, to) || inAddress(text, index)) continue;
    const reference = split(named);
    if (isFileInText(reference, directory)) found.push({ from: index, to, reference });
  }
  return found;
}

/** Whether what is named ends there: no call, no pattern, no address goes on. */
const ends = (text: string, to: number): boolean => !/^(?:[([{&=#%@]|\*(?!\*)|\?\S|:\/)/.test(text.slice(to, to + 2));

/** Whether the word that goes on there is an address, such as one with a path as a parameter. */
function inAddress(text: string, at: number): boolean {
  const start = Math.max(0, at - LONGEST);
  const before = text.slice(start, at);
  return /\w:\/\/\S*$/.test(before);
}

function isFileInText({ path, line }: FileReference, directory: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const isPlaced = line !== undefined || name !== path;
  const ending = endingOf(name);
  if (isPlaced ? !FILES.has(ending) && !PERHAPS.has(ending) : !FILES.has(ending) || SITES.has(ending)) return false;
  // A package, a site, or a library behind a stroke.
  if (/^(?:@|www\.)/i.test(path) || (line === undefined && NO_FILE.test(name))) return false;
  if (isAbsolute(path)) return isBelow(path, directory);
  return looksLikePath(path, line !== undefined);
}

/** Whether a link leads to a place on the server's machine, and not into the web or within the answer. */
export const isLocalLink = (href: string): boolean =>
  href !== "" && (/^(?:file:\/\/\/|[a-z]:[\\/])/i.test(href) || !/^(?:[a-z][a-z0-9+.-]*:(?!\d)|\/\/|[#?])/i.test(href));

/** The file that a Markdown link leads to: who writes a link means it, so any path of the project will do. */
export function fileInLink(href: string, directory: string): FileReference | undefined {
  if (!isLocalLink(href) || href.length > LONGEST * 3) return undefined;
  const reference = split(decoded(href.replace(/^file:\/\/(?:\/(?=[a-z]:))?/i, "")).replace(/#(?!L\d)[^#/]*$/, ""));
  const { path } = reference;
  if (path === "" || path.split(/[\\/]/).includes("..")) return undefined;
  if (isAbsolute(path)) return isBelow(path, directory) ? reference : undefined;
  return reference;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
