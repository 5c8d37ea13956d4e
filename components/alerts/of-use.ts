import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { busySessions, isAutoAccepted, type State } from "../../lib/model";

/** Milliseconds of work after which people turn to something else. */
const LONG = 5_000;

/** Whether it would be of use now to be told by the system: an agent needs the user, or is at work for long. */
export function createOfUse(state: State): Accessor<boolean> {
  const [isLong, setLong] = createSignal(false);
  const isBusy = createMemo(() => busySessions(state).size > 0);
  const isAsked = createMemo(() =>
    Object.values(state.servers).some((server) =>
      Object.values(server.requests).some((request) => !isAutoAccepted(server, request)),
    ),
  );
  createEffect(() => {
    if (!isBusy()) return;
    const timer = setTimeout(() => setLong(true), LONG);
    onCleanup(() => {
      clearTimeout(timer);
      setLong(false);
    });
  });
  return () => isAsked() || isLong();
}
