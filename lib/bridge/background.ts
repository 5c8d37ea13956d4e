import type { CallTable } from "./calls/call";
import { FILE_CALLS, type FileCalls } from "./calls/files";
import { LIFE_CALLS, type LifeCalls } from "./calls/life";
import { PANEL_CALLS, type PanelCalls } from "./calls/panel";
import { PLACE_CALLS, type PlaceCalls } from "./calls/places";
import { type Outgoing, PROMPT_CALLS, type PromptCalls } from "./calls/prompts";
import { PROVIDER_CALLS, type ProviderCalls } from "./calls/providers";
import { QUEUE_CALLS, type QueueCalls } from "./calls/queue";
import { REQUEST_CALLS, type RequestCalls } from "./calls/requests";
import { SERVER_CALLS, type ServerCalls } from "./calls/servers";
import { SERVICE_CALLS, type ServiceCalls } from "./calls/services";
import { SESSION_CALLS, type SessionCalls } from "./calls/sessions";
import { SUBAGENT_CALLS, type SubagentCalls } from "./calls/subagents";
import { TEXT_SEARCH_CALLS, type TextSearchCalls } from "./calls/text-search";
import { TRANSFER_CALLS, type TransferCalls } from "./calls/transfer";

/**
 * What the panel can ask of the background, each as a function call. A call that fails throws a `FaultError`. Writes are
 * never repeated by themselves; a call whose port broke throws `aborted`.
 */
export interface Background
  extends ServerCalls,
    ProviderCalls,
    SessionCalls,
    PromptCalls,
    QueueCalls,
    RequestCalls,
    FileCalls,
    LifeCalls,
    SubagentCalls,
    PanelCalls,
    TransferCalls,
    PlaceCalls,
    ServiceCalls,
    TextSearchCalls {}

/** All calls, by name. */
export const BACKGROUND_CALLS: CallTable<Background> = {
  ...SERVER_CALLS,
  ...PROVIDER_CALLS,
  ...SESSION_CALLS,
  ...PROMPT_CALLS,
  ...QUEUE_CALLS,
  ...REQUEST_CALLS,
  ...FILE_CALLS,
  ...LIFE_CALLS,
  ...SUBAGENT_CALLS,
  ...PANEL_CALLS,
  ...TRANSFER_CALLS,
  ...PLACE_CALLS,
  ...SERVICE_CALLS,
  ...TEXT_SEARCH_CALLS,
};

/** The calls as components make them: ids are the shell's business. */
export type PanelBackground = Omit<Background, "send" | "identify" | "reportStorage"> & {
  send(outgoing: Omit<Outgoing, "messageId">): Promise<void>;
};
