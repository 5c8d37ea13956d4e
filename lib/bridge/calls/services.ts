import * as v from "valibot";
import type { ServerId } from "../../model";
import type { Resource, Services } from "../../opencode/services";
import { type CallTable, id, once, repeatable } from "./call";

/** What works beside a server for a directory: MCP servers, language servers, formatters. */
export interface ServiceCalls {
  services(server: ServerId, directory: string): Promise<Services>;
  /** What its MCP servers have to be read. */
  resources(server: ServerId, directory: string): Promise<Resource[]>;
  setMcp(server: ServerId, directory: string, name: string, on: boolean): Promise<void>;
  /** Has the server open a browser where it runs; resolves when its user has signed in there. */
  signInMcp(server: ServerId, directory: string, name: string): Promise<void>;
  /** The page to sign in at with this browser. */
  beginServiceSignIn(server: ServerId, directory: string, name: string): Promise<string>;
  /** Ends what `beginServiceSignIn` began. `code`: what that page gave in the end. */
  finishServiceSignIn(server: ServerId, directory: string, name: string, code: string): Promise<void>;
}

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));
const code = v.pipe(v.string(), v.nonEmpty(), v.maxLength(10_000));

export const SERVICE_CALLS: CallTable<ServiceCalls> = {
  services: repeatable(v.tuple([id, v.string()])),
  resources: repeatable(v.tuple([id, v.string()])),
  setMcp: repeatable(v.tuple([id, v.string(), name, v.boolean()])),
  signInMcp: once(v.tuple([id, v.string(), name])),
  beginServiceSignIn: once(v.tuple([id, v.string(), name])),
  finishServiceSignIn: once(v.tuple([id, v.string(), name, code])),
};
