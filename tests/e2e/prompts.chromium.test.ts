import { describe } from "vitest";
import "./prompts/scene";

describe("written", async () => void (await import("./prompts/composer")));
describe("naming", async () => void (await import("./prompts/mentions")));
describe("sent", async () => void (await import("./prompts/sending")));
describe("with files", async () => void (await import("./prompts/attachments")));
describe("with tabs", async () => void (await import("./prompts/tabs")));
describe("while the agent works", async () => void (await import("./prompts/while-working")));
describe("in many sessions at once", async () => void (await import("./prompts/many-sessions")));
describe("in two windows", async () => void (await import("./prompts/two-windows")));
