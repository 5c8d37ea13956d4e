import { vi } from "vitest";

// The DOM of unit tests lays nothing out: there is nothing to scroll into view, and no size to hear of.
Element.prototype.scrollIntoView = () => undefined;
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe(): void {}
    disconnect(): void {}
  },
);
