import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { type FileContent, findSession, folderName, type SessionKey, splitSessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandIcon } from "../commands/CommandButton";
import { offerOf, offersOf } from "../commands/command";
import { type FileSubject, file as fileCommands, layer } from "../commands/list/layer";
import { relativePath } from "../tools/tool";
import { createAction } from "../ui/action";
import { createCopying } from "../ui/copying";
import { Check, Copy } from "../ui/icons";
import { LoadFault, Loading } from "../ui/LoadNotes";
import { Sheet } from "../ui/Sheet";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import styles from "./FileSheet.module.css";
import { Folder } from "./Folder";
import { LINE_FIELD } from "./line-field";
import { Namesakes } from "./Namesakes";
import { NotShown } from "./NotShown";
import { Pdf } from "./Pdf";
import { Picture } from "./Picture";
import { projectFiles } from "./project-files";
import { TextFile } from "./TextFile";

type Binary = Extract<FileContent, { type: "binary" }>;
const pdfOf = (binary: Binary | undefined) => (binary?.mime === "application/pdf" ? binary : undefined);

/** A file or folder of a session's project, as the server has it now. */
export function FileSheet(props: {
  key: SessionKey;
  path: string;
  line: number | undefined;
  onClose(): void;
}): JSX.Element {
  const app = useApp();
  const directory = () => findSession(app.state, props.key)?.session.directory ?? "";
  const files = projectFiles(app, props.key, directory, app.layers.open);
  const path = () => relativePath(props.path, directory());
  const [file, setFile] = createSignal<FileContent>();
  const load = createAction(async () => setFile(await app.background.readFile(props.key, props.path)));
  const copying = createCopying(path);
  const ofType = <T extends FileContent["type"]>(type: T) => {
    const held = file();
    return held?.type === type ? (held as Extract<FileContent, { type: T }>) : undefined;
  };
  void load.run();
  const fileSubject = (): FileSubject => ({
    copyPath: () => void copying.copy(),
    line: ofType("text") ? () => document.querySelector<HTMLElement>(LINE_FIELD)?.focus() : undefined,
  });
  const layerSubject = () => ({ reload: { run: () => void load.run(), busy: load.busy() }, close: props.onClose });
  app.commands.offer(() => [...offersOf(fileCommands, fileSubject()), ...offersOf(layer, layerSubject())]);

  return (
    <Sheet
      title={folderName(path())}
      onClose={() => props.onClose()}
      actions={
        <>
          <CommandIcon
            offer={offerOf(fileCommands, "file.copyPath", fileSubject())}
            label={copying.outcome() || undefined}
          >
            <Show when={copying.outcome() === "Copied"} fallback={<Copy />}>
              <Check />
            </Show>
          </CommandIcon>
          <CommandIcon offer={offerOf(layer, "layer.reload", layerSubject())} />
          <span role="status">
            <VisuallyHidden>{copying.outcome()}</VisuallyHidden>
          </span>
        </>
      }
    >
      <p class={styles.path}>
        <bdi>{path()}</bdi>
      </p>
      <LoadFault load={load} />
      <Switch fallback={<Loading load={load} />}>
        <Match when={ofType("text")}>
          {(text) => <TextFile path={path()} text={text().text} cut={text().cut === true} line={props.line} />}
        </Match>
        <Match when={ofType("folder")}>
          {(folder) => <Folder path={path()} entries={folder().entries} onOpen={(entry) => files.open(entry.path)} />}
        </Match>
        <Match when={pdfOf(ofType("binary"))}>{(pdf) => <Pdf binary={pdf()} />}</Match>
        <Match when={ofType("binary")}>
          {(binary) => (
            <Show when={binary().data} fallback={<NotShown binary={binary()} />}>
              {(data) => <Picture path={path()} binary={binary()} data={data()} />}
            </Show>
          )}
        </Match>
        <Match when={file()?.type === "missing"}>
          <NotShown reason="missing" />
          <Namesakes
            name={folderName(path())}
            find={(name) => app.background.findFiles(splitSessionKey(props.key).server, directory(), name)}
            onOpen={(path) => files.open(path, props.line)}
          />
        </Match>
        <Match when={file()?.type === "unreadable"}>
          <NotShown reason="unreadable" />
        </Match>
      </Switch>
    </Sheet>
  );
}
