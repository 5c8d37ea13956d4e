import { type Accessor, createRoot, createSignal, getOwner, type JSX } from "solid-js";
import { insert } from "solid-js/web";
import { CodeBlock } from "./CodeBlock";
import type { Island, MountIsland } from "./morph";
import { RemoteImage } from "./RemoteImage";

interface CodeSource {
  text: string;
  language: string;
}
interface ImageSource {
  url: string;
  alt: string;
}

function readCode(element: Element): CodeSource | undefined {
  if (!element.matches('pre[data-md="code"]')) return undefined;
  return { text: element.textContent, language: element.getAttribute("data-lang") ?? "" };
}

function readImage(element: Element): ImageSource | undefined {
  const url = element.matches("img") ? element.getAttribute("data-src") : null;
  return url === null ? undefined : { url, alt: element.getAttribute("alt") ?? "" };
}

const same = <T extends object>(a: T, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Mounts components for the code blocks and images inside a block. `growing`: the block is the one that grows. */
export function createIslands(growing: Accessor<boolean>): MountIsland {
  const owner = getOwner();

  function island<T extends object>(
    first: T,
    read: (element: Element) => T | undefined,
    view: (source: Accessor<T>) => JSX.Element,
  ): Island {
    return createRoot((dispose) => {
      const [source, setSource] = createSignal(first, { equals: same });
      const host = document.createElement("span");
      host.style.display = "contents";
      insert(host, () => view(source));
      return {
        element: host,
        update(placeholder) {
          const next = read(placeholder);
          if (next) setSource(() => next);
          return next !== undefined;
        },
        dispose,
      };
    }, owner);
  }

  return (element) => {
    const code = readCode(element);
    if (code) {
      return island(code, readCode, (source) => (
        <CodeBlock text={source().text} language={source().language} growing={growing()} />
      ));
    }
    const image = readImage(element);
    if (image) return island(image, readImage, (source) => <RemoteImage url={source().url} alt={source().alt} />);
    return undefined;
  };
}
