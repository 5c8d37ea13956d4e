import { createSignal, onMount, Show } from "solid-js";
import type { Catalog } from "../../lib/model";
import type { Resource } from "../../lib/opencode/services";
import { createItem } from "../../lib/page/context";
import { openTabs, requestTabs, seesTabs } from "../../lib/platform/tabs";
import type { DraftChange, DraftKey } from "../app/drafts";
import { pastedFiles } from "./attach/files";
import { createAutosize } from "./autosize";
import styles from "./Composer.module.css";
import { insert } from "./insert";
import { leavesShell, sends } from "./keys";
import { createNamed } from "./mentions/create-named";
import type { Recall } from "./recall/create-recall";
import { ShellLine } from "./ShellLine";
import type { ComposerAction } from "./suggest/actions";
import { createSuggest } from "./suggest/create-suggest";
import { SuggestList } from "./suggest/SuggestList";
import { completion } from "./suggest/token";
import type { Unsent } from "./written";

export interface WritingProps {
  ref(area: HTMLTextAreaElement): void;
  draftKey: DraftKey;
  /** What stands there. */
  shown: Unsent;
  onChange(change: DraftChange): void;
  placeholder: string;
  /** Id of the words that say why nothing can be sent. */
  reasonId: string | undefined;
  catalog: Catalog | undefined;
  /** Whether "!" at the beginning makes a line of shell of the text. */
  canShell: boolean;
  recall: Recall;
  findFiles(query: string): Promise<string[]>;
  resources(): Promise<readonly Resource[]>;
  /** What a word with a slash does here instead of being sent; the list's choice among them. */
  actions(): readonly ComposerAction[];
  onAction(word: string): void;
  /** Files were pasted. */
  onFiles(files: File[]): void;
  /** @param beside It is not to wait while the agent works. */
  onSubmit(beside: boolean): void;
}

/** The text itself, with what its keys do: the lists of "/" and "@", shell, past prompts, sending. */
export function Writing(props: WritingProps) {
  const shown = () => props.shown;
  const isShell = () => shown().shell === true;
  let area: HTMLTextAreaElement | undefined;

  const named = createNamed(shown, () => props.draftKey);
  function write(text: string, shell: boolean): void {
    props.onChange({ text, shell: shell ? true : undefined, ...(shell ? {} : named.follow(text)) });
  }

  const suggest = createSuggest({
    catalog: () => props.catalog,
    findFiles: (query) => props.findFiles(query),
    resources: () => props.resources(),
    tabs: { list: openTabs, seesAll: seesTabs },
    actions: () => props.actions(),
    onTake(token, { word, mention, tab, kind }) {
      if (kind === "ask-for-tabs") {
        void askForTabs();
        return;
      }
      if (kind === "action") {
        props.onAction(word);
        return;
      }
      const item = tab && createItem({ kind: "page", ...tab, text: "" }, word);
      named.expect({ mention, item });
      const { start, end, words } = completion(shown().text, token, word);
      // What was typed of the word, and the word itself, are named in the draft as the field tells of them.
      if (area) insert(area, start, end, words);
    },
  });

  async function askForTabs(): Promise<void> {
    const isAllowed = await requestTabs().catch((error: unknown) => {
      console.warn("Tabs could not be asked for", error);
      return false;
    });
    area?.focus();
    // The same word again, whose list has the tabs now.
    if (isAllowed && area) suggest.follow(area, true);
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
    const field = event.currentTarget;
    if (suggest.onKeyDown(event) || props.recall.onKeyDown(event, field)) return;
    if (isShell() && leavesShell(event, field)) {
      event.preventDefault();
      event.stopPropagation();
      write(field.value, false);
    } else if (sends(event)) {
      event.preventDefault();
      props.onSubmit(event.ctrlKey || event.metaKey);
    }
  }

  const [mounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  createAutosize(
    () => area,
    () => [shown().text, isShell(), mounted()],
  );

  return (
    <>
      <SuggestList suggest={suggest} />
      <Show when={isShell()}>
        <ShellLine />
      </Show>
      <textarea
        ref={(element) => {
          area = element;
          props.ref(element);
        }}
        class={styles.text}
        data-shell={isShell() ? "" : undefined}
        aria-label="Message"
        aria-describedby={props.reasonId}
        aria-autocomplete="list"
        aria-controls={suggest.isOpen() ? suggest.listId : undefined}
        aria-activedescendant={suggest.isOpen() ? suggest.optionId(suggest.at()) : undefined}
        placeholder={isShell() ? "Command for the project’s folder" : props.placeholder}
        dir="auto"
        rows={1}
        spellcheck={isShell() ? false : undefined}
        value={shown().text}
        onBeforeInput={(event) => {
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          const isBang = event.inputType === "insertText" && event.data === "!";
          if (!isBang || selectionStart !== 0 || selectionEnd !== 0 || isShell() || !props.canShell) return;
          event.preventDefault();
          write(value, true);
        }}
        onInput={(event) => {
          write(event.currentTarget.value, isShell());
          if (!isShell()) suggest.follow(event.currentTarget, true);
        }}
        onPaste={(event) => {
          const files = pastedFiles(event.clipboardData);
          if (files.length === 0) return;
          event.preventDefault();
          props.onFiles(files);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => suggest.follow(event.currentTarget, false)}
        onClick={(event) => suggest.follow(event.currentTarget, false)}
        onBlur={() => suggest.close()}
      />
    </>
  );
}
