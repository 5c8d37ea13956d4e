import type { AuthPrompt } from "../../lib/model";

/** Answers so far, by the prompts' keys. */
export type Answers = Record<string, string>;

/** The prompts that are asked, by what was answered so far: an unanswered choice is its first option. */
export function askedPrompts(prompts: readonly AuthPrompt[], answers: Answers): AuthPrompt[] {
  return prompts.filter(({ when }) => {
    if (!when) return true;
    const other = prompts.find((prompt) => prompt.key === when.key);
    const answer = other ? answerTo(other, answers) : "";
    return (answer === when.value) === when.is;
  });
}

export function answerTo(prompt: AuthPrompt, answers: Answers): string {
  return answers[prompt.key] ?? (prompt.type === "select" ? (prompt.options[0]?.value ?? "") : "");
}

/** What is handed over: of the prompts that are asked, and without empty answers. */
export function inputsOf(prompts: readonly AuthPrompt[], answers: Answers): Answers {
  const given = askedPrompts(prompts, answers).map((prompt) => [prompt.key, answerTo(prompt, answers).trim()] as const);
  return Object.fromEntries(given.filter(([, answer]) => answer !== ""));
}
