import type { SignIn } from "../../lib/model";
import { isLoopbackHost } from "../../lib/opencode/host";

/** A code to be typed on the provider's page, where the instructions end with one: "Enter code: ABCD-1234". */
export function codeToEnter({ instructions, wantsCode }: SignIn): string | undefined {
  return wantsCode ? undefined : /:\s*([A-Z0-9][A-Z0-9-]{3,})\s*$/.exec(instructions)?.[1];
}

/**
 * Whether the provider's page leads back to the machine of a server that is not this one: nothing would listen there.
 *
 * @param server its address
 */
export function leadsElsewhere({ url }: SignIn, server: string): boolean {
  const back = URL.canParse(url) ? new URL(url).searchParams.get("redirect_uri") : null;
  if (back === null || !URL.canParse(back)) return false;
  return isLoopbackHost(new URL(back).hostname) && !isLoopbackHost(new URL(server).hostname);
}
