import { describeLoop, isLoop, type PermissionRequest, type Question } from "../../lib/model";

/**
 * What exactly is asked for. A command's `metadata.command`, where the server sends it, is the whole of it, while the
 * patterns may be its pieces.
 */
export function subjectOf(request: PermissionRequest): string {
  if (isLoop(request)) return describeLoop(request);
  const { command } = request.metadata;
  if (request.permission === "bash" && typeof command === "string" && command) return command;
  // A pattern for everything says nothing.
  return request.patterns.filter((pattern) => pattern !== "*").join("\n");
}

/** What there is to choose from, in one line. */
export function choicesOf(questions: Question[]): string {
  if (questions.length > 1) return `${questions.length} questions`;
  return questions[0]?.options.map((option) => option.label).join(" · ") ?? "";
}
