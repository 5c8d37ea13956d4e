// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOfUse } from "../../../components/alerts/of-use";
import { emptyServer, emptyState, type QuestionRequest } from "../../../lib/model";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PROFILE = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };

function setUp() {
  const [state, set] = createStore({ ...emptyState(), servers: { s: emptyServer(PROFILE) } });
  const isOfUse = createRoot(() => createOfUse(state));
  return {
    isOfUse,
    run: (type: "busy" | "idle") => set("servers", "s", "statuses", "ses_1", { type }),
    ask: (request: QuestionRequest) => set("servers", "s", "requests", request.id, request),
    answer: () => set("servers", "s", "requests", reconcile({})),
  };
}

test("It is of use while an agent works for long, and not before or after", () => {
  const { isOfUse, run } = setUp();
  run("busy");
  vi.advanceTimersByTime(4_000);
  expect(isOfUse()).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(isOfUse()).toBe(true);
  run("idle");
  expect(isOfUse()).toBe(false);
  run("busy");
  vi.advanceTimersByTime(4_000);
  expect(isOfUse()).toBe(false);
});

test("and at once when the agent needs the user, until it has what it needs", () => {
  const { isOfUse, ask, answer } = setUp();
  ask({ id: "q", sessionId: "ses_1", type: "question", questions: [] });
  expect(isOfUse()).toBe(true);
  answer();
  expect(isOfUse()).toBe(false);
});
