/** With more delimiters open than this, the text is no emphasis. */
const MAX_OPEN = 20;

/** A delimiter that waits for its partner. */
interface Open {
  marks: string;
  /** Where the marks stand in the output. */
  at: number;
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);
const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Index after the `)` that ends a link's destination, or -1 while there is none; `at` is the index after its `(`. */
function endOfDestination(text: string, at: number): number {
  let depth = 1;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i + 1;
  }
  return -1;
}

function closeEmphasis(out: string, stack: readonly Open[]): string {
  const body = out.trimEnd();
  const closers = stack.map((open) => open.marks).reverse();
  return body + closers.join("") + out.slice(body.length);
}

/** Takes delimiters without content off the end: what they open or close is not known yet. */
function dropDangling(out: string, stack: Open[]): string {
  let text = out;
  for (let open = stack.at(-1); open && text.slice(open.at + open.marks.length).trim() === ""; open = stack.at(-1)) {
    text = text.slice(0, open.at) + text.slice(open.at + open.marks.length);
    stack.pop();
  }
  return text;
}

/**
 * Completes the inline text of a paragraph that is still arriving, so that it looks as it probably will: open
 * emphasis and code are closed, half a link shows its label, half a tag or image nothing. For display while text
 * grows; the finished text is never passed through it.
 */
export function repairInline(source: string): string {
  const tag = source.lastIndexOf("<");
  const text = tag >= 0 && /^<(?:[a-zA-Z/!?][^<>]*)?$/.test(source.slice(tag)) ? source.slice(0, tag) : source;
  const stack: Open[] = [];
  const brackets: Open[] = [];
  let out = "";
  let i = 0;
  while (i < text.length) {
    const character = text[i] ?? "";
    if (character === "\\") {
      if (i + 1 < text.length) out += text.slice(i, i + 2);
      i += 2;
    } else if (character === "`") {
      const run = /^`+/.exec(text.slice(i))?.[0] ?? "`";
      const rest = text.slice(i + run.length);
      const close = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest);
      if (!close) {
        const code = rest.replace(/`+$/, "");
        if (code.trim() !== "") out += `${run}${code.trimEnd()}${code.trimEnd().endsWith("`") ? " " : ""}${run}`;
        break;
      }
      const end = i + run.length + close.index + run.length;
      out += text.slice(i, end);
      i = end;
    } else if (character === "*" || character === "_" || character === "~") {
      const run = new RegExp(`^\\${character}+`).exec(text.slice(i))?.[0] ?? character;
      const before = text[i - 1];
      const after = text[i + run.length];
      i += run.length;
      const intraword = character === "_" && isWord(before) && isWord(after);
      if (intraword || run.length > 3 || (character === "~" && run.length > 2)) {
        out += run;
        continue;
      }
      let left = run;
      while (left !== "" && !isSpace(before)) {
        const open = stack.at(-1);
        if (!open || open.marks[0] !== character) break;
        if (left.length < open.marks.length) {
          // Half of a closing run, its other half on the way.
          if (after === undefined) left = "";
          break;
        }
        out += open.marks;
        left = left.slice(open.marks.length);
        stack.pop();
      }
      if (left === "") continue;
      if (after === undefined) break;
      if (!isSpace(after)) stack.push({ marks: left, at: out.length });
      if (stack.length > MAX_OPEN) return source;
      out += left;
    } else if (character === "[" || (character === "!" && text[i + 1] === "[")) {
      const marks = character === "[" ? "[" : "![";
      brackets.push({ marks, at: out.length });
      if (brackets.length > MAX_OPEN) return source;
      out += marks;
      i += marks.length;
    } else if (character === "]") {
      const open = brackets.pop();
      if (open && text[i + 1] === "(") {
        const end = endOfDestination(text, i + 2);
        if (end < 0) {
          const label = open.marks === "![" ? "" : out.slice(open.at + 1);
          out = out.slice(0, open.at) + label;
          break;
        }
        out += text.slice(i, end);
        i = end;
      } else {
        out += "]";
        i++;
      }
    } else {
      out += character;
      i++;
    }
  }
  for (const open of brackets.reverse()) {
    const label = open.marks === "![" ? "" : out.slice(open.at + 1);
    out = out.slice(0, open.at) + label;
    for (const other of stack) if (other.at > open.at) other.at -= open.marks.length;
  }
  while ((stack.at(-1)?.at ?? -1) >= out.length) stack.pop();
  return closeEmphasis(dropDangling(out, stack), stack);
}
