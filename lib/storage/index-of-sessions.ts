import * as v from "valibot";
import type { Activity, Project, ServerId, Session } from "../model";
import { ActivitySchema, ProjectSchema, SessionSchema } from "./schema";
import { defineStored, type Stored } from "./stored";

/** What is kept of a server's sessions so that the panel has something to show at once. A cache. */
export interface SessionIndex {
  sessions: Session[];
  activities: Record<string, Activity>;
  projects: Project[];
  /** `updatedAt` down to which the root sessions are complete. */
  floor: number;
}

/** The most sessions kept of a server, newest first; about 400 bytes each. */
export const MAX_INDEXED = 300;

const Index = v.object({
  sessions: v.array(v.unknown()),
  activities: v.record(v.string(), v.unknown()),
  projects: v.array(v.unknown()),
  floor: v.number(),
});

function valid<S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S>[] {
  const result = v.safeParse(schema, raw);
  return result.success ? [result.output] : [];
}

export function storedIndex(server: ServerId): Stored<SessionIndex> {
  return defineStored<SessionIndex>({
    key: `index:${server}`,
    version: 1,
    migrations: {},
    read(data) {
      const raw = v.parse(Index, data);
      const value: SessionIndex = {
        sessions: raw.sessions.flatMap((row) => valid(SessionSchema, row)),
        activities: Object.fromEntries(
          Object.entries(raw.activities).flatMap(([id, row]) =>
            valid(ActivitySchema, row).map((a) => [id, a] as const),
          ),
        ),
        projects: raw.projects.flatMap((row) => valid(ProjectSchema, row)),
        floor: raw.floor,
      };
      // A cache: what is left out is fetched again, and nobody needs to be told.
      return { value, lost: 0 };
    },
    empty: () => ({ sessions: [], activities: {}, projects: [], floor: Number.MAX_SAFE_INTEGER }),
    precious: false,
  });
}
