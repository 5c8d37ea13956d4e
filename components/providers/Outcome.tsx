import { Match, Show, Switch } from "solid-js";
import type { Taken } from "../../lib/bridge/calls/providers";
import type { ServerId } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { runningWords } from "./words";

export interface OutcomeProps {
  server: ServerId;
  outcome: {
    name: string;
    what: "connected" | "changed" | "removed";
    taken: Taken;
    /** The server lists it as connected. */
    isOffered: boolean;
  };
  /** Sessions that run at the server. */
  running: number;
  onUsed(): void;
}

/** What came of a change: in use, or kept by the server until nothing runs there. */
export function Outcome(props: OutcomeProps) {
  const app = useApp();
  const use = createAction(async () => {
    await app.background.useProviders(props.server);
    props.onUsed();
  });
  const isWaiting = () => props.outcome.taken === "kept" && props.running > 0;
  const words = () => `${props.outcome.name} is ${props.outcome.what}`;
  return (
    <>
      <Switch
        fallback={
          <Banner
            tone="ok"
            role="status"
            title={props.outcome.what === "removed" ? words() : `${words()}: its models can be chosen`}
          />
        }
      >
        <Match when={!props.outcome.isOffered}>
          <Banner
            tone="warning"
            role="status"
            title={`${props.outcome.name} is stored, but not offered`}
            text="The server’s or the project’s configuration may limit providers: see enabled_providers and disabled_providers there."
          />
        </Match>
        <Match when={isWaiting()}>
          <Banner
            tone="info"
            role="status"
            title={words()}
            text={`${runningWords(props.running)} on this server, which takes the change up once nothing runs there.`}
          >
            <Button busy={use.busy()} title="Stops what runs" onClick={() => void use.run()}>
              Stop and use now
            </Button>
          </Banner>
        </Match>
      </Switch>
      <Show when={use.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </>
  );
}
