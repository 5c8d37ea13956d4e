import { LogIn, Plug, Unplug } from "../../ui/icons";
import type { Command } from "../command";

export interface McpSubject {
  /** Which of them. */
  name: string;
  isOn: boolean;
  /** It wants its user to sign in, which has to come first. */
  wantsSignIn: boolean;
  busy: boolean;
  toggle(): void;
  signIn(): void;
}

/** What can be done about an MCP server. */
export const mcp: readonly Command<McpSubject>[] = [
  {
    id: "mcp.connect",
    name: "Connect or disconnect an MCP server",
    group: "Servers",
    offer: ({ name, isOn, wantsSignIn, busy, toggle }) =>
      wantsSignIn
        ? undefined
        : {
            label: isOn ? "Disconnect" : "Connect",
            fullLabel: isOn ? "Disconnect the MCP server" : "Connect the MCP server",
            note: name,
            of: name,
            icon: () => (isOn ? <Unplug /> : <Plug />),
            disabled: busy ? "A change is under way" : undefined,
            run: toggle,
          },
  },
  {
    id: "mcp.signIn",
    name: "Sign in to an MCP server",
    group: "Servers",
    offer: ({ name, wantsSignIn, signIn }) =>
      wantsSignIn
        ? {
            label: "Sign in",
            fullLabel: "Sign in to the MCP server",
            note: name,
            of: name,
            icon: () => <LogIn />,
            run: signIn,
          }
        : undefined,
  },
];
