import { createHighlighter } from "../../../lib/markdown/highlight/highlighter";

/** The page's highlighter. Its worker starts with the first code block and ends with the page. */
export const highlighter = createHighlighter();
