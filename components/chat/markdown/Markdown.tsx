import { createMemo, createSelector, For, Match, Switch } from "solid-js";
import { type Block, createBlockParser } from "../../../lib/markdown/blocks";
import { CodeBlock } from "./CodeBlock";
import { HtmlBlock } from "./HtmlBlock";
import { ListBlock } from "./ListBlock";
import styles from "./markdown.module.css";
import { createPaced } from "./paced";
import { createSlots } from "./slots";

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
  const isGrowing = createSelector(() => (growing() ? blocks().at(-1)?.key : undefined));
  return (
    <div class={styles.markdown}>
      <For each={slots()}>
        {(slot) => (
          <Switch>
            <Match when={asCode(slot.value())}>
              {(block) => (
                <CodeBlock
                  text={block().text}
                  language={block().language}
                  growing={block().open && isGrowing(slot.key)}
                />
              )}
            </Match>
            <Match when={asList(slot.value())}>
              {(block) => <ListBlock list={block()} growing={isGrowing(slot.key)} />}
            </Match>
            <Match when={asHtml(slot.value())}>
              {(block) => <HtmlBlock html={block().html} growing={isGrowing(slot.key)} />}
            </Match>
          </Switch>
        )}
      </For>
    </div>
  );
}
