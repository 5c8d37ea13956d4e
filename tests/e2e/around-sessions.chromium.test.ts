import { describe } from "vitest";
import "./around-sessions/scene";

describe("what they have changed", async () => void (await import("./around-sessions/review")));
describe("the full tab", async () => void (await import("./around-sessions/full-tab")));
describe("what is done with them", async () => void (await import("./around-sessions/around")));
describe("where they are listed", async () => void (await import("./around-sessions/past")));
