import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { DiffSection } from "./DiffSection";
import { parseDiff } from "./diff";
import { LongText } from "./LongText";
import { useRevealed } from "./reveal";
import { ShowAll } from "./ShowAll";
import { relativePath } from "./tool";

/** Files that are shown before all are asked for. */
const FIRST = 30;

export interface DiffBlockProps {
  diff: string;
  /** Names the one file the diff is about; several are named by the diff. */
  path?: string;
  /** Absolute path of the folder that paths are shown from. */
  directory?: string;
  /** What is said of a file beside its name, by its path from the folder. */
  about?(path: string): string | undefined;
  /** Of each file, before all are asked for; 14 unless told. */
  maxLines?: number;
}

/** A unified diff, a section a file; as plain text if it cannot be read. */
export function DiffBlock(props: DiffBlockProps): JSX.Element {
  const files = createMemo(() => parseDiff(props.diff));
  const [all, setAll] = createSignal(false);
  const revealed = useRevealed();
  const isOne = () => files()?.length === 1;
  const isCut = () => (files()?.length ?? 0) > FIRST + 2;
  return (
    <Show when={files()} fallback={<LongText label="Changes" text={props.diff} />}>
      <For each={isCut() && !all() && !revealed() ? files()?.slice(0, FIRST) : files()}>
        {(file) => (
          <DiffSection
            file={file}
            name={isOne() ? props.path : relativePath(file.path, props.directory ?? "")}
            about={props.about?.(relativePath(file.path, props.directory ?? ""))}
            isCounted={!isOne()}
            maxLines={props.maxLines ?? 14}
          />
        )}
      </For>
      <Show when={isCut()}>
        <ShowAll all={all()} more={`Show all (${files()?.length.toLocaleString()} files)`} onChange={setAll} />
      </Show>
    </Show>
  );
}
