/** An expression: whether the document itself scrolls. Only parts of the panel ever should; what hides beyond an edge makes it. */
export const DOCUMENT_SCROLLS = `(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
  scrollHeight > clientHeight || scrollWidth > clientWidth)(document.documentElement)`;
