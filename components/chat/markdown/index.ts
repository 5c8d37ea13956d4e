export { CodeBlock, type CodeBlockProps } from "./CodeBlock";
export { KeepPlaceProvider } from "./keep-place";
export { createIsLong, LongMarkdown } from "./LongMarkdown";
export { Markdown, type MarkdownProps } from "./Markdown";
