import * as v from "valibot";
import { SessionKeySchema } from "../../storage/schema";

/** What a call takes: arguments come through a port and are believed once they have passed `takes`. */
export interface Call<Arguments> {
  takes: v.GenericSchema<unknown, Arguments>;
  /** It changes nothing, or the same a second time: made again when the port broke before its result. */
  isRepeatable: boolean;
}

/** One entry a function: what both ends of the port know of a call. */
export type CallTable<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Arguments) => unknown ? Call<Arguments> : never;
};

export function repeatable<Arguments>(takes: v.GenericSchema<unknown, Arguments>): Call<Arguments> {
  return { takes, isRepeatable: true };
}

export function once<Arguments>(takes: v.GenericSchema<unknown, Arguments>): Call<Arguments> {
  return { takes, isRepeatable: false };
}

/** An id, of a server's making or ours. */
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
export const key = SessionKeySchema;
