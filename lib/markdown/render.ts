import { Parser, Renderer, type Token, type Tokens } from "marked";
import { isLocalLink } from "./file-reference";
import { safeImage, safeLink } from "./links";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

/** Text of an attribute or a label in which references such as `&amp;` are already written. */
const escapeLoose = (text: string): string =>
  text.replace(/[<>"']|&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w+);)/g, (character) => ESCAPES[character] ?? "");

/** Language of a fence's info string in lower case: "ts" of "TS title=…"; "" if it names none. */
export const languageOf = (info: string | undefined): string =>
  /^[\w+#.-]+/.exec(info?.trim() ?? "")?.[0].toLowerCase() ?? "";

/** Code as it is shown and copied: without the line end that closes its last line. */
export const codeText = (text: string): string => (text.endsWith("\n") ? text.slice(0, -1) : text);

/** A code block in HTML: a place for the component with header and highlighting, readable as it stands. */
export function renderCode(language: string, text: string): string {
  return `<pre data-md="code" data-lang="${escapeHtml(language)}"><code>${escapeHtml(text)}</code></pre>\n`;
}

/** `<ol>`/`<ul>` tag that opens a list. */
export function openList(ordered: boolean, start: number | ""): string {
  if (!ordered) return "<ul>\n";
  return start === 1 || start === "" ? "<ol>\n" : `<ol start="${start}">\n`;
}

export const closeList = (ordered: boolean): string => (ordered ? "</ol>\n" : "</ul>\n");

/** Characters up to which a cell stands on one line, so that no figure is parted from its unit. */
const SHORT_CELL = 14;

class HtmlRenderer extends Renderer {
  override code({ text, lang }: Tokens.Code): string {
    return renderCode(languageOf(lang), codeText(text));
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    return `<h2 data-depth="${depth}">${this.parser.parseInline(tokens)}</h2>\n`;
  }

  override list(token: Tokens.List): string {
    const items = token.items.map((item) => this.listitem(item)).join("");
    return openList(token.ordered, token.start) + items + closeList(token.ordered);
  }

  override listitem(item: Tokens.ListItem): string {
    const task = item.task ? ' data-md="task"' : "";
    return `<li${task}>${this.parser.parse(item.tokens)}</li>\n`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    const state = checked ? 'checked="" aria-label="Done"' : 'aria-label="To do"';
    return `<input type="checkbox" disabled="" ${state}> `;
  }

  override table(token: Tokens.Table): string {
    const names = token.header.map((cell) => cell.text.replace(/[`*_~[\]]/g, "").trim()).filter(Boolean);
    const label = escapeLoose(`Table: ${names.join(", ")}`);
    return `<div data-md="table" role="region" aria-label="${label}" tabindex="0">${super.table(token)}</div>\n`;
  }

  override tablecell(token: Tokens.TableCell): string {
    const tag = token.header ? "th" : "td";
    const align = token.align ? ` align="${token.align}"` : "";
    const scope = token.header ? ' scope="col"' : "";
    const short = !token.header && token.text.length <= SHORT_CELL ? ' data-md="short"' : "";
    return `<${tag}${scope}${align}${short}>${this.parser.parseInline(token.tokens)}</${tag}>\n`;
  }

  override link({ href, title, text, tokens, autolink }: Tokens.Link): string {
    const label = autolink ? escapeHtml(text) : this.parser.parseInline(tokens);
    const url = safeLink(href);
    // Whether it is a file is known where the project is.
    if (!url) return isLocalLink(href) ? `<span data-path="${escapeHtml(href)}">${label}</span>` : label;
    const hint = title ? ` title="${escapeLoose(title)}"` : "";
    return `<a href="${escapeHtml(url)}"${hint} target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">${label}</a>`;
  }

  override image({ href, text, tokens }: Tokens.Image): string {
    const alt = tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : escapeLoose(text);
    const image = safeImage(href);
    if (!image) return alt;
    return `<img data-src="${escapeHtml(image.url)}" alt="${escapeLoose(alt)}">`;
  }
}

const renderer = new HtmlRenderer();

/** HTML of block tokens whose inline text has been read. Not yet sanitised: it holds the source's own HTML. */
export function renderTokens(tokens: Token[]): string {
  return new Parser({ renderer, gfm: true }).parse(tokens);
}

/** HTML of one `<li>`. */
export function renderListItem(item: Tokens.ListItem): string {
  renderer.parser = new Parser({ renderer, gfm: true });
  return renderer.listitem(item);
}
