/** Why something did not work, by what the user can do about it. */
export const FAULT_KINDS = [
  "unreachable",
  "refused-credentials",
  "host-permission-missing",
  "not-opencode",
  "version-too-old",
  "version-unsupported",
  "not-found",
  "rejected-input",
  "already-sent",
  "already-answered",
  "changed-elsewhere",
  "server-fault",
  "timed-out",
  "aborted",
  "secret-unreadable",
  "attachment-gone",
  "attachment-refused",
  "resource-refused",
  "internal",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault as data: what state, ports and storage carry. Holds no secrets: `detail` is a short text of the server's or ours. */
export interface Fault {
  kind: FaultKind;
  detail?: string;
}

/** A fault as an exception, thrown by everything below the hub. */
export class FaultError extends Error {
  override readonly name = "FaultError";

  constructor(readonly fault: Fault) {
    super(fault.detail ? `${fault.kind}: ${fault.detail}` : fault.kind);
  }
}

export function toFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  if (error instanceof DOMException && error.name === "AbortError") return { kind: "aborted" };
  return { kind: "internal", detail: error instanceof Error ? error.message : String(error) };
}

const WORDS: Record<FaultKind, { title: string; remedy: string }> = {
  unreachable: {
    title: "The server does not answer",
    remedy: "Check that “opencode serve” is running and that the address is right.",
  },
  "refused-credentials": {
    title: "User or password was refused",
    remedy: "Edit the server and enter the password that OPENCODE_SERVER_PASSWORD was set to.",
  },
  "host-permission-missing": {
    title: "The browser does not let the extension reach this server",
    remedy: "Allow access to the server’s address when the browser asks.",
  },
  "not-opencode": {
    title: "There is no OpenCode server at this address",
    remedy: "Something else answered. Check the address and the port.",
  },
  "version-too-old": {
    title: "This OpenCode is too old",
    remedy: "Update it with “opencode upgrade”, then start the server again.",
  },
  "version-unsupported": {
    title: "This is an OpenCode 2 server",
    remedy: "This version of the extension speaks to OpenCode 1.18 and later 1.x servers. Start one of those.",
  },
  "not-found": { title: "The server no longer has this", remedy: "It may have been deleted. Go back to all sessions." },
  "already-sent": { title: "This message was already sent", remedy: "It is in the conversation, or on its way there." },
  "already-answered": {
    title: "This waits no more",
    remedy: "It was answered elsewhere, or its agent has stopped.",
  },
  "changed-elsewhere": {
    title: "Another window has changed this",
    remedy: "Nothing is lost: look at both, then save yours or cancel.",
  },
  "rejected-input": { title: "The server did not take this", remedy: "Change it and try again." },
  "server-fault": {
    title: "The server reported an error of its own",
    remedy: "Try again; the server’s log says more.",
  },
  "timed-out": { title: "The server took too long to answer", remedy: "Try again, or restart the server." },
  aborted: { title: "Stopped", remedy: "Try again when you like." },
  "secret-unreadable": {
    title: "The saved password cannot be read on this device",
    remedy: "Edit the server and enter the password again.",
  },
  "attachment-gone": {
    title: "An attached file is no longer in this browser",
    remedy: "Choose “Edit”, and attach it again.",
  },
  "attachment-refused": {
    title: "The server could not read an attached file",
    remedy: "Choose “Edit”, and attach it in another format, or leave it out.",
  },
  "resource-refused": {
    title: "An MCP server did not give what was named",
    remedy: "Choose “Edit”, and take its mention out; or try again when it works.",
  },
  internal: { title: "Something went wrong in the extension", remedy: "Try again; if it stays, reload the extension." },
};

/** The one place where faults become words: what happened, and what to do next. */
export function describeFault(fault: Fault): { title: string; remedy: string } {
  return WORDS[fault.kind];
}
