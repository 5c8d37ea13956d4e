import { describe } from "vitest";
import "./tools/scene";

describe("the files they name", async () => void (await import("./tools/files")));
describe("their calls", async () => void (await import("./tools/calls")));
