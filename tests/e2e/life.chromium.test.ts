import { describe } from "vitest";
import "./life/scene";

describe("done with a session", async () => void (await import("./life/actions")));
describe("gone back to in a session", async () => void (await import("./life/turning-back")));
