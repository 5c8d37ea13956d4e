import { describe } from "vitest";
import "./selection/scene";

describe("from the page", async () => void (await import("./selection/asking")));
describe("on its way", async () => void (await import("./selection/arrival")));
