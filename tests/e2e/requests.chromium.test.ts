import { describe } from "vitest";
import "./requests/scene";

describe("permissions", async () => void (await import("./requests/permissions")));
describe("permissions and questions answered", async () => void (await import("./requests/answering")));
describe("requests of subagents below each other", async () => void (await import("./requests/depths")));
describe("permissions granted without the user", async () => void (await import("./requests/auto-accept")));
describe("questions of odd shapes", async () => void (await import("./requests/odd-questions")));
