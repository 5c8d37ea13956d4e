import type { ServerId } from "../../lib/model";

/** Where providers are looked at: a server, and the folder whose plugins know some of them; absent: its own. */
export interface Place {
  server: ServerId;
  directory?: string;
}
