export { CodeBlock, type CodeBlockProps } from "./CodeBlock";
export { createIsLong, LongMarkdown } from "./LongMarkdown";
export { Markdown, type MarkdownProps } from "./Markdown";
