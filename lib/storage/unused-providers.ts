import * as v from "valibot";
import type { ServerId } from "../model";
import { readRows } from "./schema";
import { defineStored } from "./stored";

/** Servers that keep a change of their model providers which they do not use yet. Nothing of the change itself. */
export const storedUnusedProviders = defineStored<ServerId[]>({
  key: "unused-providers",
  version: 1,
  migrations: {},
  read: readRows(v.string()),
  empty: () => [],
  precious: false,
});
