import { vi } from "vitest";
import { testShare } from "./schedules";

vi.mock("wxt/browser", async () => ({ browser: (await import("./client/storage")).simulatedBrowser }));

testShare(0);
