import { createMemo, createSelector, For, Match, Switch } from "solid-js";
import { type Block, createBlockParser } from "../../../lib/markdown/blocks";
import { CodeBlock } from "./CodeBlock";
import { type Chunk, chunksOf } from "./chunks";
import { HtmlBlock } from "./HtmlBlock";
import { ListBlock } from "./ListBlock";
import styles from "./markdown.module.css";
import { createPaced } from "./paced";
import { createSlots, type Slot } from "./slots";

export interface MarkdownProps {
  text: string;
  /** More text will come. */
  streaming: boolean;
}

const ofKind =
  <K extends Block["kind"]>(kind: K) =>
  (block: Block): Extract<Block, { kind: K }> | undefined =>
    block.kind === kind ? (block as Extract<Block, { kind: K }>) : undefined;
const asCode = ofKind("code");
const asList = ofKind("list");
const asHtml = ofKind("html");

/** Markdown of a model or a person. While it grows, only its last block is worked on. */
export function Markdown(props: MarkdownProps) {
  const parser = createBlockParser();
  const text = createPaced(
    () => props.text,
    () => props.streaming,
  );
  const growing = createMemo(() => props.streaming || text() !== props.text);
  const blocks = createMemo(() => parser.update(text(), { streaming: growing() }));
  const slots = createSlots(blocks);
  const chunks = createSlots(createMemo((before: readonly Chunk<Slot<Block>>[]) => chunksOf(slots(), before), []));
  const isGrowing = createSelector(() => (growing() ? blocks().at(-1)?.key : undefined));
  return (
    <div class={styles.markdown}>
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
  );
}

function BlockView(props: { block: Block; growing: boolean }) {
  return (
    <Switch>
      <Match when={asCode(props.block)}>
        {(block) => (
          <CodeBlock text={block().text} language={block().language} growing={block().open && props.growing} />
        )}
      </Match>
      <Match when={asList(props.block)}>{(block) => <ListBlock list={block()} growing={props.growing} />}</Match>
      <Match when={asHtml(props.block)}>{(block) => <HtmlBlock html={block().html} growing={props.growing} />}</Match>
    </Switch>
  );
}
