import { type Component, createEffect, createMemo, createSelector, For, on } from "solid-js";
import { Dynamic } from "solid-js/web";
import { type Block, createBlockParser } from "../../../lib/markdown/blocks";
import { CodeBlock } from "./CodeBlock";
import { type Chunk, chunksOf } from "./chunks";
import { createFileLinks, FileLinksProvider } from "./file-links";
import { HtmlBlock } from "./HtmlBlock";
import { ListBlock } from "./ListBlock";
import styles from "./markdown.module.css";
import { createPaced } from "./paced";
import { createSlots, type Slot } from "./slots";

export interface MarkdownProps {
  text: string;
  /** More text will come. */
  streaming: boolean;
  /** Told how much of it is on the page, whenever that has changed. */
  onShown?: (text: string) => void;
}

type View<K extends Block["kind"]> = Component<{ block: Extract<Block, { kind: K }>; growing: boolean }>;

const VIEWS: { [K in Block["kind"]]: View<K> } = {
  code: (props) => (
    <CodeBlock text={props.block.text} language={props.block.language} growing={props.block.open && props.growing} />
  ),
  list: (props) => <ListBlock list={props.block} growing={props.growing} />,
  html: (props) => <HtmlBlock html={props.block.html} growing={props.growing} />,
};

/** Markdown of a model or a person. While it grows, only its last block is worked on. */
export function Markdown(props: MarkdownProps) {
  const parser = createBlockParser();
  const text = createPaced(
    () => props.text,
    () => props.streaming,
  );
  const isComing = createMemo(() => text() !== props.text);
  const growing = createMemo(() => props.streaming || isComing());
  if (props.onShown) createEffect(on(text, (shown) => props.onShown?.(shown)));
  const blocks = createMemo(() => parser.update(text(), { streaming: growing() }));
  const slots = createSlots(blocks);
  const chunks = createSlots(createMemo((before: readonly Chunk<Slot<Block>>[]) => chunksOf(slots(), before), []));
  const isGrowing = createSelector(() => (growing() ? blocks().at(-1)?.key : undefined));
  const files = createFileLinks();
  return (
    <FileLinksProvider value={files}>
      <div ref={files?.root} class={styles.markdown} data-coming={isComing() && !props.streaming ? "" : undefined}>
        <For each={chunks()}>
          {(chunk) => (
            <div class={styles.chunk} data-chunk="">
              <For each={chunk.value().items}>
                {(slot) => <BlockView block={slot.value()} growing={isGrowing(slot.key)} />}
              </For>
            </div>
          )}
        </For>
      </div>
    </FileLinksProvider>
  );
}

function BlockView(props: { block: Block; growing: boolean }) {
  const view = () => VIEWS[props.block.kind] as View<Block["kind"]>;
  return <Dynamic component={view()} block={props.block} growing={props.growing} />;
}
