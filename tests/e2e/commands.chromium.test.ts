import { describe } from "vitest";
import "./commands/scene";

describe("by keys alone", async () => void (await import("./commands/keyboard")));
describe("of one list", async () => void (await import("./commands/palette")));
describe("by their names", async () => void (await import("./commands/names")));
