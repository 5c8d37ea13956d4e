import { describe } from "vitest";
import "./everyday/scene";

describe("written", async () => void (await import("./everyday/writing")));
describe("read", async () => void (await import("./everyday/reading")));
describe("worked with", async () => void (await import("./everyday/work")));
describe("queued in", async () => void (await import("./everyday/queue")));
describe("given a provider", async () => void (await import("./everyday/providers")));
describe("called by the system", async () => void (await import("./everyday/alerts")));
describe("asked about a page", async () => void (await import("./everyday/selection")));
