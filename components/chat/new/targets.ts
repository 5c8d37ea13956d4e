import { folderName, type Server, type ServerId, type State } from "../../../lib/model";
import type { PickerOption } from "../../composer/pickers/options";

/** Where a new session works. */
export interface Target {
  server: ServerId;
  directory: string;
}

export function targetId(target: Target): string {
  return `${target.server} ${target.directory}`;
}

export function targetOfId(id: string): Target {
  const space = id.indexOf(" ");
  return { server: id.slice(0, space), directory: id.slice(space + 1) };
}

function enabledServers(state: State): Server[] {
  return Object.values(state.servers).filter((server) => server.connection.status !== "disconnected");
}

/**
 * The folders a server knows, used last first: those of its sessions, then its projects with their worktrees and the one it was
 * started in.
 */
export function directoriesOf(server: Server): string[] {
  const sessions = Object.values(server.sessions).sort((a, b) => b.updatedAt - a.updatedAt);
  const all = [
    ...sessions.map((session) => session.directory),
    ...[...server.projects]
      .sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0))
      .flatMap((project) => [project.directory, ...(project.worktrees ?? [])]),
    ...(server.info?.directory === undefined ? [] : [server.info.directory]),
  ];
  // What is in no project has "/" for its folder.
  return [...new Set(all)].filter((directory) => directory !== "" && directory !== "/");
}

/** What a folder is called: by its project's name, a worktree after its project's. */
function nameOf(server: Server, directory: string): string {
  const project = server.projects.find((one) => one.directory === directory || one.worktrees?.includes(directory));
  if (!project) return folderName(directory);
  const name = project.name ?? folderName(project.directory);
  return project.directory === directory ? name : `${name} · ${folderName(directory)}`;
}

/** The projects to choose from, with their servers' names when there are several. */
export function targetOptions(state: State): PickerOption[] {
  const servers = enabledServers(state);
  return servers.flatMap((server) =>
    directoriesOf(server).map((directory): PickerOption => {
      const option = {
        id: targetId({ server: server.id, directory }),
        label: nameOf(server, directory),
        note: directory,
      };
      return servers.length > 1 ? { ...option, group: server.profile.name } : option;
    }),
  );
}

const PATH = /^(\/|~\/|[A-Za-z]:[\\/])/;

/** A path that was typed, on every server it could be meant for. */
export function typedTargets(state: State, typed: string): PickerOption[] {
  const directory = typed.trim().replace(/(?<=[^\\/:])[\\/]+$/, "");
  if (!PATH.test(directory)) return [];
  const servers = enabledServers(state);
  const known = new Set(targetOptions(state).map((option) => option.id));
  return servers
    .map((server) => ({ server, id: targetId({ server: server.id, directory }) }))
    .filter(({ id }) => !known.has(id))
    .map(({ server, id }) => ({
      id,
      label: servers.length > 1 ? `Use this folder on ${server.profile.name}` : "Use this folder",
      note: directory,
    }));
}

/** Where a new session works when nothing is chosen: where the latest session did, connected servers first. */
export function defaultTarget(state: State): Target | undefined {
  const servers = enabledServers(state);
  const connected = servers.filter((server) => server.connection.status === "connected");
  const pool = connected.length > 0 ? connected : servers;
  const latest = pool
    .flatMap((server) => Object.values(server.sessions).map((session) => ({ server, session })))
    .filter(({ session }) => session.directory !== "" && session.directory !== "/")
    .sort((a, b) => b.session.updatedAt - a.session.updatedAt)[0];
  if (latest) return { server: latest.server.id, directory: latest.session.directory };
  for (const server of pool) {
    const directory = server.info?.directory ?? directoriesOf(server)[0];
    if (directory !== undefined) return { server: server.id, directory };
  }
  return undefined;
}

/** Whether worktrees can be made of what is in a folder: of git projects, which alone have a list of their own. */
export function hasWorktrees(state: State, target: Target | undefined): boolean {
  const server = state.servers[target?.server ?? ""];
  if (!target || !server?.info?.capabilities.worktrees) return false;
  const { directory } = target;
  return server.projects.some(
    (project) => project.directory !== "/" && [project.directory, ...(project.worktrees ?? [])].includes(directory),
  );
}

/** The chosen target if its server is still there, else the default. */
export function targetOf(state: State, chosen: Target | undefined): Target | undefined {
  return chosen && state.servers[chosen.server] ? chosen : defaultTarget(state);
}
