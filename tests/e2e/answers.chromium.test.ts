import { describe } from "vitest";
import "./answers/scene";

describe("that are interrupted", async () => void (await import("./answers/interruptions")));
describe("that fail", async () => void (await import("./answers/failures")));
describe("that are looked at", async () => void (await import("./answers/looks")));
describe("from a server that goes away", async () => void (await import("./answers/reconnecting")));
