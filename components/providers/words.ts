import { describeFault, type Fault, type ProviderInfo } from "../../lib/model";
import { counted } from "../ui/numbers";

/** What was under way when it failed. */
export type Doing = "list" | "key" | "code" | "sign-in" | "endpoint" | "removal";

const CHANGE: Record<Doing, { title: string; remedy: string }> = {
  list: { title: "The providers could not be listed", remedy: "Try again." },
  key: { title: "The server did not take the key", remedy: "Check it and try again." },
  code: { title: "The code was not accepted", remedy: "Check it, or cancel and sign in again for another one." },
  "sign-in": { title: "The sign-in did not succeed", remedy: "Begin again, or choose another way." },
  endpoint: { title: "The server did not take this endpoint", remedy: "Change it and try again." },
  removal: { title: "The provider was not removed", remedy: "Try again." },
};

/** What went wrong with a provider, and what to do next. A server answers routes it does not know with its web page. */
export function providerFault(fault: Fault, doing: Doing): { title: string; remedy: string } {
  if (fault.kind === "not-opencode" || (fault.kind === "not-found" && doing !== "removal")) {
    return {
      title: "This server cannot do this from here",
      remedy: "Update it with “opencode upgrade”, or run “opencode auth login” where it runs.",
    };
  }
  if (fault.kind === "rejected-input" || fault.kind === "server-fault") {
    const { title, remedy } = CHANGE[doing];
    // "status 400" is all there is when the server gives no reason.
    const reason = fault.detail && !/^status \d+$/.test(fault.detail) ? `${sentence(fault.detail)} ` : "";
    return { title, remedy: `${reason}${remedy}` };
  }
  return describeFault(fault);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** One small line about a provider. */
export function aboutProvider(provider: ProviderInfo): string {
  const models = counted(provider.modelCount, "model");
  return provider.connected ? `${models} · ${sourceWords(provider)}` : models;
}

/** Where a connected provider's credentials come from. */
export function sourceWords({ source, variables, isOwn }: ProviderInfo): string {
  switch (source) {
    case "environment":
      return `${variables[0] ?? "a key"} in the server’s environment`;
    case "configuration":
      return isOwn ? "the server’s configuration" : "a project’s configuration";
    case "stored":
      return "key stored by the server";
  }
}

/** Why a connected provider cannot be removed from here; `undefined`: it can. */
export function whyNotRemovable(provider: ProviderInfo): string | undefined {
  if (provider.source === "stored" || provider.isOwn) return undefined;
  if (provider.source === "environment") {
    const name = provider.variables[0];
    return `Its key comes from the environment in which OpenCode was started. To remove it, take ${name ?? "the variable"} out of there and start the server again.`;
  }
  return "It is set up in a project’s opencode.json. To remove it, take it out of there.";
}

/** Whether it is an endpoint that has a form of its own here. */
export function isChangeable(provider: ProviderInfo): boolean {
  return provider.connected && provider.endpoint !== undefined && whyNotRemovable(provider) === undefined;
}

/** "1 session runs", "3 sessions run". */
export function runningWords(sessions: number): string {
  return sessions === 1 ? "1 session runs" : `${sessions} sessions run`;
}
