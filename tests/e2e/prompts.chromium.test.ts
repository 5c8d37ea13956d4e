import { describe } from "vitest";
import "./prompts/scene";

describe("written", async () => void (await import("./prompts/composer")));
describe("sent", async () => void (await import("./prompts/sending")));
