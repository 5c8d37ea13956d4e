import "../../files/linked-words.css";
import { createContext, onCleanup, untrack, useContext } from "solid-js";
import {
  type FileInText,
  type FileReference,
  fileInCode,
  fileInLink,
  filesInText,
  mayNameFiles,
} from "../../../lib/markdown/file-reference";
import { type ProjectFiles, useProjectFiles } from "../../files/project-files";

/** Makes links of the files that a text names. */
export interface FileLinks {
  /** The text's element, which all its links are in. */
  root(element: HTMLElement): void;
  /** Makes links in new nodes, which then come into the text. */
  mark(nodes: DocumentFragment): void;
  /** The files that plain words name. */
  found(words: string): FileInText[];
  /** Makes a link of an element that comes into the text. */
  link(element: HTMLElement, reference: FileReference): void;
}

const FileLinksContext = createContext<FileLinks>();
export const FileLinksProvider = FileLinksContext.Provider;
export const useFileLinks = (): FileLinks | undefined => useContext(FileLinksContext);

const LINK = "[data-file]";

/**
 * Links to the files of the project, where there is one. An answer may name hundreds: together they are one stop of the Tab
 * key, and arrows go from one to the next.
 */
export function createFileLinks(): FileLinks | undefined {
  const files = useProjectFiles();
  return files && linksTo(files);
}

function linksTo(files: ProjectFiles): FileLinks {
  let text: HTMLElement | undefined;
  let stop: HTMLElement | undefined;
  let isDue = false;

  function stopAt(link: HTMLElement | undefined): void {
    if (stop && stop !== link) stop.tabIndex = -1;
    stop = link;
    if (link) link.tabIndex = 0;
  }

  /** Once the nodes are in the text. What is redrawn there has lost its stop. */
  function settle(): void {
    isDue = false;
    if (!text || (stop?.tabIndex === 0 && text.contains(stop))) return;
    const held = stop?.matches(LINK) && text.contains(stop) ? stop : undefined;
    stopAt(held ?? text.querySelector<HTMLElement>(LINK) ?? undefined);
  }

  function neighbour(link: HTMLElement, key: string): HTMLElement | undefined {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!text || !step) return undefined;
    const all = [...text.querySelectorAll<HTMLElement>(LINK)];
    const onwards = getComputedStyle(text).direction === "rtl" ? -step : step;
    return all[all.indexOf(link) + onwards];
  }

  function onKey(event: KeyboardEvent): void {
    const link = linkAt(event);
    if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = neighbour(link, event.key);
    if (next) {
      stopAt(next);
      next.focus();
    } else if (event.key === "Enter") open(link);
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const link = linkAt(event);
    // Words that were only being selected, to be copied.
    if (link && getSelection()?.isCollapsed !== false) open(link);
  }

  function open(link: HTMLElement): void {
    stopAt(link);
    link.focus();
    const line = link.dataset.at;
    files.open(link.dataset.file ?? "", line === undefined ? undefined : Number(line));
  }

  function settleSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(settle);
  }

  const found = (words: string) =>
    filesInText(
      words,
      untrack(() => files.directory),
    );

  return {
    found,
    link(element, reference) {
      become(element, reference);
      settleSoon();
    },
    root(element) {
      text = element;
      const aborter = new AbortController();
      element.addEventListener("keydown", onKey, { signal: aborter.signal });
      element.addEventListener("click", onClick, { signal: aborter.signal });
      onCleanup(() => aborter.abort());
    },
    mark(nodes) {
      const directory = untrack(() => files.directory);
      for (const code of nodes.querySelectorAll("code")) {
        if (code.closest("pre, a, [data-path]")) continue;
        const reference = fileInCode(code.textContent, directory);
        if (!reference) continue;
        const link = document.createElement("span");
        link.append(...code.childNodes);
        code.append(link);
        become(link, reference);
      }
      for (const link of nodes.querySelectorAll<HTMLElement>("[data-path]")) {
        const reference = fileInLink(link.dataset.path ?? "", directory);
        if (reference && !link.closest("a")) become(link, reference);
      }
      // The walk takes as long as all the rest, and most blocks name none.
      if (mayNameFiles(nodes.textContent)) {
        for (const words of plainWords(nodes)) markWords(words, found(words.data));
      }
      if (nodes.querySelector(LINK)) settleSoon();
    },
  };
}

/** What words stand in that are something else already, or are to be read as they are. */
const ELSE = "pre, code, a, button, [data-path], [data-file]";

function plainWords(nodes: Node): Text[] {
  const walker = document.createTreeWalker(nodes, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(ELSE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const words: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) words.push(node);
  return words;
}

/** From the last to the first: what stands before one stays where it is. */
function markWords(words: Text, found: readonly FileInText[]): void {
  for (const { from, to, reference } of found.toReversed()) {
    words.splitText(to);
    const named = words.splitText(from);
    const link = document.createElement("span");
    named.replaceWith(link);
    link.append(named);
    become(link, reference);
  }
}

function linkAt({ target }: Event): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(LINK) ?? undefined) : undefined;
}

function become(link: HTMLElement, { path, line }: FileReference): void {
  link.dataset.file = path;
  if (line !== undefined) link.dataset.at = String(line);
  link.setAttribute("role", "link");
  link.tabIndex = -1;
  link.title = `Open ${path}${line === undefined ? "" : `, line ${line}`}`;
}
