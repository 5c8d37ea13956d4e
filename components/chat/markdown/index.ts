export { CodeBlock, type CodeBlockProps } from "./CodeBlock";
export { Markdown, type MarkdownProps } from "./Markdown";
