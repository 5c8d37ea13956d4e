import * as fc from "fast-check";
import { FATES, type Fate, TARGETS, type Target, TROUBLES, type Trouble } from "./network";
import { BLOCKS, type Block } from "./server/turn";

/** One thing that happens. `pick` chooses among what is there at that moment; what cannot be done then is left out. */
export type Command =
  | { do: "wait"; ms: number }
  // The user
  | { do: "open panel" | "close panel" | "hide" | "reveal" | "go home" | "retry" | "search" | "create"; panel: number }
  | { do: "show" | "stop" | "load older" | "answer" | "resend" | "discard"; panel: number; pick: number }
  | { do: "hurry" | "send beside" | "move" | "release" | "delete" | "take back"; panel: number; pick: number }
  | { do: "send" | "queue"; panel: number; blocks: Block[] }
  // The client's device
  | { do: "die" | "offline" | "online" }
  | { do: "sleep"; ms: number; how: "keep" | "cut" | "stall"; timers: "go on" | "stand still" }
  | { do: "set clock"; by: number }
  // The way
  | { do: "fault"; fate: Fate; target: Target }
  | { do: "cut streams"; how: "cut" | "close" | "stall"; afterBytes: number }
  // The server
  | { do: "kill server"; downFor: number; bootsFor: number }
  | { do: "change password" }
  | { do: "break folder"; trouble: Trouble; pick: number }
  | { do: "mend folders" }
  // Other clients of the server
  | { do: "other sends"; pick: number; blocks: Block[] }
  | {
      do: "other renames" | "other deletes" | "other reverts" | "other answers" | "other stops" | "other creates";
      pick: number;
    };

const panel = fc.integer({ min: 0, max: 1 });
const pick = fc.nat({ max: 7 });
const blocks = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 3 });
/** Mostly moments, at times long enough for every limit in the program to be passed. */
const span = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 400 }) },
  { weight: 3, arbitrary: fc.nat({ max: 4_000 }) },
  { weight: 1, arbitrary: fc.nat({ max: 60_000 }) },
);
const one = <const T extends string>(name: T) => fc.constant(name);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: one("wait"), ms: span }) },
  { weight: 4, arbitrary: fc.record({ do: one("open panel"), panel }) },
  { weight: 2, arbitrary: fc.record({ do: one("close panel"), panel }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("go home", "retry", "search", "create", "hide", "hide", "reveal", "reveal"),
      panel,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: one("show"), panel, pick }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("stop", "answer", "answer", "resend", "discard", "load older"),
      panel,
      pick,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: one("send"), panel, blocks }) },
  { weight: 8, arbitrary: fc.record({ do: one("queue"), panel, blocks }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("hurry", "send beside", "move", "release"), panel, pick }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("delete", "take back"), panel, pick }) },
  { weight: 5, arbitrary: fc.record({ do: one("die") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("offline", "online") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: one("sleep"),
      ms: fc.constantFrom(5_000, 60_000, 600_000),
      how: fc.constantFrom("keep", "cut", "stall"),
      timers: fc.constantFrom("go on", "stand still"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: one("set clock"), by: fc.constantFrom(-3_600_000, -20_000, 20_000, 3_600_000) }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ do: one("fault"), fate: fc.constantFrom(...FATES), target: fc.constantFrom(...TARGETS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: one("cut streams"),
      how: fc.constantFrom("cut", "close", "stall"),
      afterBytes: fc.oneof(fc.constant(0), fc.nat({ max: 3_000 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one("kill server"), downFor: span, bootsFor: fc.nat({ max: 6_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: one("change password") }) },
  { weight: 2, arbitrary: fc.record({ do: one("break folder"), trouble: fc.constantFrom(...TROUBLES), pick }) },
  { weight: 1, arbitrary: fc.record({ do: one("mend folders") }) },
  { weight: 4, arbitrary: fc.record({ do: one("other sends"), pick, blocks }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "other renames",
        "other deletes",
        "other reverts",
        "other answers",
        "other stops",
        "other creates",
      ),
      pick,
    }),
  },
);

export interface Schedule {
  seed: number;
  clockOffset: number;
  turns: number;
  commands: Command[];
}

/** Begins with a panel on a session, as nearly everything does; shrinking may take that away. */
export const schedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.nat({ max: 2 ** 31 - 1 }),
  clockOffset: fc.constantFrom(0, 0, 3_600_000, -3_600_000),
  turns: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.constantFrom(20, 45) }),
  commands: fc
    .array(command, { minLength: 1, maxLength: 40, size: "max" })
    .map((rest): Command[] => [
      { do: "open panel", panel: 0 },
      { do: "wait", ms: 300 },
      { do: "show", panel: 0, pick: 0 },
      { do: "wait", ms: 1_500 },
      ...rest,
    ]),
});
