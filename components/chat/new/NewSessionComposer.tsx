import { createMemo, createSignal, lazy, Show } from "solid-js";
import { folderName } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offerOf } from "../../commands/command";
import { folders } from "../../commands/list/composer";
import { Composer } from "../../composer/Composer";
import { createCatalog } from "../../composer/catalog";
import { Picker } from "../../composer/pickers/Picker";
import { whyNotReady } from "../../composer/ready";
import type { Written } from "../../composer/written";
import { Folder } from "../../ui/icons";
import { targetId, targetOf, targetOfId, targetOptions, typedTargets } from "./targets";

// Most sessions work where another one has.
const FolderDialog = lazy(async () => ({ default: (await import("../../folders/FolderDialog")).FolderDialog }));

/** Writes the first message of a new session; sending makes the session and opens it. */
export function NewSessionComposer(props: { autofocus?: boolean }) {
  const app = useApp();
  const target = createMemo(() => targetOf(app.state, app.drafts.get("new").target));
  const server = () => app.state.servers[target()?.server ?? ""];
  const catalog = createCatalog(app, server, () => target()?.directory);
  const choices = () => {
    const id = target()?.server;
    return id === undefined ? undefined : app.modelChoices.of(id);
  };
  const [browsing, setBrowsing] = createSignal(false);
  const browse = (run: () => void) =>
    target() ? offerOf(folders, "new.browse", { browse: run, worktree: undefined }) : undefined;
  app.commands.offer(() => [browse(() => setBrowsing(true)) ?? []].flat());
  const options = createMemo(() => targetOptions(app.state));
  const notReady = () => {
    if (app.link() === "connected" && !server()) return "Connect a server first. Your text is kept.";
    return whyNotReady(server(), app.link()) ?? (target() ? undefined : "Choose where to work first.");
  };

  async function start(written: Written): Promise<void> {
    const place = target();
    if (!place) return;
    const key = await app.background.createSession(place.server, place.directory);
    const { text, context, mentions, attachments, kind, ...answering } = written;
    app.drafts.change(key, answering);
    // What was chosen was chosen for this session: the next one begins with the user's default, if there is one.
    if (choices()?.usual) app.drafts.change("new", { model: undefined });
    if (choices()?.usualAgent !== undefined) app.drafts.change("new", { agent: undefined });
    app.go({ screen: "session", key });
    try {
      await app.background.send({ key, ...written });
    } catch {
      // The session is there and on show: its own composer has the text, to be sent from there.
      const shell = kind === "shell" ? true : undefined;
      app.drafts.change(key, { text, context, mentions, attachments, shell });
    }
  }

  return (
    <>
      <Composer
        draftKey="new"
        placeholder={app.inTab ? "Ask anything" : "Ask about this page, or anything"}
        server={server()}
        directory={target()?.directory}
        notReady={notReady()}
        catalog={catalog()}
        last={{ agent: choices()?.usualAgent, model: choices()?.usual }}
        autofocus={props.autofocus ?? false}
        start={
          <Picker
            command="composer.project"
            label="Project"
            icon={<Folder />}
            text={folderName(target()?.directory ?? "") || "Project"}
            value={targetId(target() ?? { server: "", directory: "" })}
            options={options()}
            search
            hint="Search, or type a path"
            extra={(query) => typedTargets(app.state, query)}
            foot={(close) => (
              <CommandButton
                variant="quiet"
                offer={browse(() => {
                  close();
                  setBrowsing(true);
                })}
              />
            )}
            onChoose={(id) => app.drafts.change("new", { target: targetOfId(id) })}
          />
        }
        onSend={start}
      />
      <Show when={browsing() && target()}>
        {(place) => (
          <FolderDialog
            server={place().server}
            from={place().directory}
            onChoose={(directory) => {
              app.drafts.change("new", { target: { server: place().server, directory } });
              setBrowsing(false);
            }}
            onClose={() => setBrowsing(false)}
          />
        )}
      </Show>
    </>
  );
}
