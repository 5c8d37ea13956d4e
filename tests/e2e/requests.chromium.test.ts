import { describe } from "vitest";
import "./requests/scene";

describe("permissions", async () => void (await import("./requests/permissions")));
describe("permissions and questions answered", async () => void (await import("./requests/answering")));
describe("permissions granted without the user", async () => void (await import("./requests/auto-accept")));
