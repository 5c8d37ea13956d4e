import { describe, expect, it } from "vitest";
import { descendantsOf } from "../../../components/cards/family-tree";
import type { Session } from "../../../lib/model";

const session = (id: string, parentId: string | undefined, createdAt: number): Session => ({
  id,
  title: id,
  directory: "/",
  projectId: "p",
  createdAt,
  updatedAt: createdAt,
  ...(parentId === undefined ? {} : { parentId }),
});
const below = (root: string, ...sessions: Session[]) =>
  descendantsOf({ sessions: Object.fromEntries(sessions.map((one) => [one.id, one])) }, root).map(
    ({ session, depth }) => `${depth} ${session.id}`,
  );

describe("the sessions below one", () => {
  it("come each after its parent, the oldest first", () => {
    const all = [session("late", "root", 3), session("early", "root", 1), session("inner", "early", 9)];
    expect(below("root", session("root", undefined, 0), ...all, session("other", undefined, 0))).toEqual([
      "0 early",
      "1 inner",
      "0 late",
    ]);
  });

  it("come once, even where parents go round", () => {
    expect(below("a", session("a", "b", 0), session("b", "a", 0))).toEqual(["0 b"]);
  });
});
