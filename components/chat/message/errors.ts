import type { AgentError } from "../../../lib/model";

/** An agent's error in words: what happened, and what the server said if that says more. */
export interface ErrorWords {
  title: string;
  detail?: string;
  /** The user's own doing: nothing went wrong. */
  calm: boolean;
}

function titleOf(error: AgentError): string | undefined {
  switch (error.name) {
    case "ProviderAuthError":
      return "The provider refused the credentials. Sign in again in OpenCode.";
    case "MessageOutputLengthError":
      return "The answer was cut: the model’s output limit is reached.";
    case "ContextOverflowError":
      return "The conversation is too long for this model.";
    case "StructuredOutputError":
      return "The model’s answer did not have the form that was asked for.";
  }
  if (error.message.startsWith("Model not found")) {
    return "The server no longer has this model. Choose another one, and send it again.";
  }
  const code = error.statusCode;
  if (code === 401 || code === 403) return "The provider refused the credentials. Sign in again in OpenCode.";
  if (code === 429) return "The provider is busy, or the quota is used up.";
  if (code !== undefined && code >= 500) return "The provider has a problem of its own. Try again in a moment.";
  return undefined;
}

export function errorWords(error: AgentError): ErrorWords {
  if (error.name === "MessageAbortedError") return { title: "Stopped", calm: true };
  const said = error.message.trim().split("\n", 1)[0] ?? "";
  const title = titleOf(error);
  if (title) return said ? { title, detail: said, calm: false } : { title, calm: false };
  return { title: said || "The agent failed without saying why.", calm: false };
}

const ORDINALS = ["1st", "2nd", "3rd"];

/** "2nd try" */
export function tryWords(attempt: number): string {
  return `${ORDINALS[attempt - 1] ?? `${attempt}th`} try`;
}

/** A wait after a provider's error. `left`: ms until the next try. */
export function retryWords(attempt: number, left: number): string {
  const seconds = Math.ceil(left / 1000);
  const when = seconds > 0 ? `trying again in ${seconds} s` : "trying again now";
  return `The provider is busy; ${when} (${tryWords(attempt)})`;
}
