import { describe } from "vitest";
import "./reading/scene";

describe("answers that stream", async () => void (await import("./reading/streaming")));
describe("beside another window", async () => void (await import("./reading/hidden")));
describe("long texts", async () => void (await import("./reading/long-texts")));
describe("long sessions", async () => void (await import("./reading/long-sessions")));
