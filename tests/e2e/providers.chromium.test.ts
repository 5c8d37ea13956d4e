import { describe } from "vitest";
import "./providers/scene";

describe("what is chosen", async () => void (await import("./providers/pickers")));
describe("a provider", async () => void (await import("./providers/connecting")));
describe("a provider that is added", async () => void (await import("./providers/endpoints")));
