import * as v from "valibot";
import { ContextItemSchema } from "../page/context";
import { MentionSchema, ModelRefSchema, SessionKeySchema } from "../storage/schema";
import type { Background } from "./background";

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const key = SessionKeySchema;
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const query = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000));
const reply = v.picklist(["once", "always", "reject"]);
const draft = v.object({
  id: v.exactOptional(id),
  name: v.string(),
  url: v.string(),
  username: v.exactOptional(v.string()),
  password: v.exactOptional(v.string()),
  headers: v.array(v.object({ name: v.string(), value: v.exactOptional(v.string()) })),
});
const outgoing = v.object({
  key,
  messageId: id,
  text: v.string(),
  context: v.array(ContextItemSchema),
  mentions: v.exactOptional(v.array(MentionSchema)),
  kind: v.exactOptional(v.picklist(["command", "shell"])),
  agent: v.exactOptional(v.string()),
  model: v.exactOptional(ModelRefSchema),
});

type Arguments = { [Name in keyof Background]: v.GenericSchema<unknown, Parameters<Background[Name]>> };

/** What each call takes: arguments come through a port and are believed once they have passed here. */
export const CALL_ARGUMENTS: Arguments = {
  testServer: v.tuple([draft]),
  saveServer: v.tuple([draft]),
  removeServer: v.tuple([id]),
  connectServer: v.tuple([id]),
  disconnectServer: v.tuple([id]),
  retryServer: v.tuple([id]),
  connectionDetails: v.tuple([id]),
  createSession: v.tuple([id, v.pipe(v.string(), v.nonEmpty())]),
  openSession: v.tuple([key]),
  loadOlder: v.union([v.tuple([key]), v.tuple([key, limit])]),
  findInSession: v.union([v.tuple([key, query]), v.tuple([key, query, v.pipe(v.string(), v.nonEmpty())])]),
  identify: v.tuple([key]),
  send: v.union([v.tuple([outgoing]), v.tuple([outgoing, v.boolean()])]),
  resend: v.tuple([id]),
  discard: v.tuple([id]),
  stop: v.tuple([key]),
  loadCatalog: v.tuple([id, v.string()]),
  findFiles: v.tuple([id, v.string(), v.pipe(v.string(), v.maxLength(1_000))]),
  replyPermission: v.union([
    v.tuple([key, id, reply]),
    v.tuple([key, id, v.literal("reject"), v.pipe(v.string(), v.nonEmpty())]),
  ]),
  answerQuestion: v.tuple([key, id, v.array(v.array(v.string()))]),
  dismissQuestion: v.tuple([key, id]),
  setAutoAccept: v.tuple([key, v.boolean()]),
  loadMoreHistory: v.tuple([]),
  searchSessions: v.tuple([v.string()]),
  renameSession: v.tuple([key, v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000))]),
  archiveSession: v.tuple([key, v.boolean()]),
  deleteSession: v.tuple([key]),
  undoDelete: v.tuple([key]),
  shareSession: v.tuple([key, v.boolean()]),
  compactSession: v.tuple([key]),
  forkSession: v.union([v.tuple([key]), v.tuple([key, id])]),
  revertSession: v.tuple([key, id]),
  unrevertSession: v.tuple([key]),
  pinCard: v.tuple([key, v.boolean()]),
  closeCard: v.tuple([key]),
  markSeen: v.tuple([key]),
  dismissNotice: v.tuple([id]),
  reportStorage: v.tuple([v.picklist(["full", "failed", "repaired", "unreadable", "newer", "unavailable"])]),
};
