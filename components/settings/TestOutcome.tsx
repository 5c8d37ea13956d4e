import { Match, Switch } from "solid-js";
import type { TestResult } from "../../lib/bridge/calls/servers";
import { describeFault, type Fault } from "../../lib/model";
import { Banner } from "../ui/Banner";

/** What came of trying a server, in words. */
export function TestOutcome(props: { result: TestResult }) {
  const info = () => (props.result.ok ? props.result.info : undefined);
  const fault = () => (props.result.ok ? undefined : props.result.fault);
  return (
    <Switch>
      <Match when={info()}>
        {(server) => <Banner tone="ok" role="status" title={`OpenCode ${server().version} answers`} />}
      </Match>
      <Match when={fault()}>
        {(known) => <Banner tone="bad" role="alert" title={describeFault(known()).title} text={remedyOf(known())} />}
      </Match>
    </Switch>
  );
}

/** In the form itself "edit the server" would send the user to where they are. */
function remedyOf(fault: Fault): string {
  if (fault.kind === "refused-credentials") return "Enter the password that OPENCODE_SERVER_PASSWORD was set to.";
  if (fault.kind === "secret-unreadable") return "Enter the password again.";
  if (fault.kind === "rejected-input" && fault.detail) return fault.detail;
  return describeFault(fault).remedy;
}
