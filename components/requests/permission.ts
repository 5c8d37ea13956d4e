import type { PermissionRequest } from "../../lib/model";
import { permissionPhrase } from "../ui/permission-words";

/** "Run a command?" */
export function permissionTitle(permission: string): string {
  const phrase = permissionPhrase(permission);
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}?`;
}

/** The file that is to be changed, if the request names one. */
export function permissionPath(request: PermissionRequest): string {
  const { filepath } = request.metadata;
  return typeof filepath === "string" ? filepath : (request.patterns[0] ?? "");
}
