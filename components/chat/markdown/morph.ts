/** A component that stands in the place of one element of the HTML. */
export interface Island {
  element: Element;
  /** Takes the element that the HTML now has in this place; false if it is something else. */
  update(placeholder: Element): boolean;
  dispose(): void;
}

/** Makes an island for an element that is to be one. */
export type MountIsland = (placeholder: Element) => Island | undefined;

/** Keeps an element's content equal to ever new fragments, changing only the nodes that differ. */
export interface Morpher {
  /** Makes `target`'s children those of `source`, which is used up. */
  morph(target: Element, source: Node): void;
  dispose(): void;
}

export function createMorpher(mount: MountIsland): Morpher {
  const islands = new Map<Node, Island>();

  /** Brings in a new node, islands in it mounted. */
  function adopt(node: Node): Node {
    if (!(node instanceof Element)) return node;
    const island = mount(node);
    if (island) {
      islands.set(island.element, island);
      return island.element;
    }
    for (const child of [...node.childNodes]) {
      const adopted = adopt(child);
      if (adopted !== child) child.replaceWith(adopted);
    }
    return node;
  }

  function patch(old: Node, fresh: Node): boolean {
    const island = islands.get(old);
    if (island) return fresh instanceof Element && island.update(fresh);
    if (old instanceof Text && fresh instanceof Text) {
      patchText(old, fresh.data);
      return true;
    }
    if (!(old instanceof Element && fresh instanceof Element) || old.tagName !== fresh.tagName) return false;
    if (fresh.matches(ISLANDS)) return false;
    patchAttributes(old, fresh);
    patchChildren(old, fresh);
    return true;
  }

  function patchChildren(target: Node, source: Node): void {
    let old = target.firstChild;
    for (const fresh of [...source.childNodes]) {
      if (!old) {
        target.appendChild(adopt(fresh));
        continue;
      }
      const next: ChildNode | null = old.nextSibling;
      if (!patch(old, fresh)) old.replaceWith(adopt(fresh));
      old = next;
    }
    while (old) {
      const next: ChildNode | null = old.nextSibling;
      old.remove();
      old = next;
    }
  }

  return {
    morph(target, source) {
      patchChildren(target, source);
      for (const [element, island] of islands) {
        if (target.contains(element)) continue;
        islands.delete(element);
        island.dispose();
      }
    },
    dispose() {
      for (const island of islands.values()) island.dispose();
      islands.clear();
    },
  };
}

/** Elements of the HTML that become components. */
export const ISLANDS = 'pre[data-md="code"], img[data-src]';

/** Appends where it can, so that a selection in the text before survives. */
function patchText(old: Text, data: string): void {
  if (old.data === data) return;
  if (data.startsWith(old.data)) old.appendData(data.slice(old.data.length));
  else old.data = data;
}

function patchAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
