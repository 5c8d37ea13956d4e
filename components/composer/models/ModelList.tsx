import { createUniqueId, onMount, Show } from "solid-js";
import type { Catalog, ModelRef, ServerId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { KeyedFor } from "../../ui/KeyedFor";
import { keepInView } from "../../ui/keep-in-view";
import picker from "../pickers/Picker.module.css";
import { hiddenOrShown, providerHidden, providerShown, starred, used } from "./choosing";
import { createList } from "./create-list";
import { DefaultRow } from "./DefaultRow";
import type { ModelEntry, ModelGroup, ProviderEntry } from "./entries";
import { ModelFoot } from "./ModelFoot";
import styles from "./ModelList.module.css";
import { ModelRow } from "./ModelRow";
import { NoneFound } from "./NoneFound";
import { ProviderRow } from "./ProviderRow";

export interface ModelListProps {
  server: ServerId;
  directory: string | undefined;
  catalog: Catalog;
  agent: string | undefined;
  /** `undefined`: the server's default. */
  model: ModelRef | undefined;
  onChoose(model: ModelRef | undefined): void;
  /** Another screen takes over. */
  onLeave(): void;
}

const PAGE = 8;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/**
 * All models to choose from. The keys stay in the field to search in; Tab leads from there to what can be done with the model
 * they are at, and on to the list's own buttons.
 */
export function ModelList(props: ModelListProps) {
  const app = useApp();
  const base = createUniqueId();
  const choices = () => app.modelChoices.of(props.server);
  const list = createList({ catalog: () => props.catalog, choices, chosen: () => props.model });
  const rowId = (at: number) => `${base}-${at}`;
  let field: HTMLInputElement | undefined;
  let grid: HTMLElement | undefined;

  onMount(() => {
    app.modelChoices.refresh(props.server);
    list.begin();
    field?.focus();
  });
  keepInView(
    () => grid,
    () => rowId(list.at()),
  );

  function choose(entry: ModelEntry | undefined): void {
    if (entry) app.modelChoices.change(props.server, (held) => used(held, entry.ref));
    props.onChoose(entry?.ref);
  }

  function turnProvider({ id }: ProviderEntry, hide: boolean): void {
    app.modelChoices.change(props.server, (held) => (hide ? providerHidden(held, id) : providerShown(held, id)));
    field?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      field?.focus();
      list.move(step);
    } else if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      const entry = list.entry();
      const provider = list.providers()[list.at()];
      if (provider) turnProvider(provider, provider.hidden < provider.models);
      else if (entry || (list.at() === -1 && list.hasDefault())) choose(entry);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and of the rows' buttons
    <div class={styles.room} onKeyDown={onKeyDown}>
      <input
        ref={(element) => {
          field = element;
        }}
        class={picker.search}
        type="text"
        role="combobox"
        aria-label="Search: Model"
        aria-expanded="true"
        aria-haspopup="grid"
        aria-controls={`${base}-grid`}
        aria-activedescendant={rowId(list.at())}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder={list.listing() === "providers" ? "Search providers" : "Search models"}
        value={list.query()}
        onInput={(event) => list.search(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a table is no list to choose from */}
      <div
        ref={(element) => {
          grid = element;
        }}
        id={`${base}-grid`}
        class={styles.list}
        role="grid"
        aria-label="Model"
        tabIndex={-1}
      >
        <Show when={list.hasDefault()}>
          <DefaultRow
            id={rowId(-1)}
            catalog={props.catalog}
            agent={props.agent}
            isChosen={props.model === undefined}
            isAt={list.at() === -1}
            onPoint={() => list.setAt(-1)}
            onChoose={() => choose(undefined)}
          />
        </Show>
        <KeyedFor each={list.providers()} by={({ id }) => id}>
          {(provider) => {
            const at = () => list.providers().findIndex(({ id }) => id === provider().id);
            return (
              <ProviderRow
                id={rowId(at())}
                entry={provider()}
                isAt={list.at() === at()}
                onPoint={() => list.setAt(at())}
                onHide={() => turnProvider(provider(), true)}
                onShow={() => turnProvider(provider(), false)}
              />
            );
          }}
        </KeyedFor>
        <KeyedFor each={list.shown().groups} by={groupKey}>
          {(group) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div role="rowgroup" aria-label={group().name || "Found"}>
              <Show when={group().name}>
                <div class={picker.group} aria-hidden="true">
                  {group().name}
                </div>
              </Show>
              {/* A star or a list that comes anew makes all entries anew: the focus stays at its button. */}
              <KeyedFor each={group().entries} by={entryKey}>
                {(entry) => {
                  const at = () => list.flat().indexOf(entry());
                  return (
                    <ModelRow
                      id={rowId(at())}
                      entry={entry()}
                      choices={choices()}
                      chosen={props.model}
                      isAt={list.at() === at()}
                      onPoint={() => list.setAt(at())}
                      onChoose={() => choose(entry())}
                      onStar={() => app.modelChoices.change(props.server, (held) => starred(held, entry().ref))}
                      onHide={() => {
                        app.modelChoices.change(props.server, (held) => hiddenOrShown(held, entry().ref));
                        field?.focus();
                      }}
                    />
                  );
                }}
              </KeyedFor>
            </div>
          )}
        </KeyedFor>
      </div>
      <Show when={list.more() > 0}>
        <p class={styles.more}>{`${list.more().toLocaleString()} more: type to find`}</p>
      </Show>
      <Show when={list.isEmpty()}>
        <NoneFound
          list={list}
          onShowHidden={() => {
            list.toggle("hidden");
            field?.focus();
          }}
        />
      </Show>
      <ModelFoot
        server={props.server}
        directory={props.directory}
        model={props.model}
        list={list}
        onLeave={props.onLeave}
      />
    </div>
  );
}

const entryKey = ({ ref }: ModelEntry): string => `${ref.providerId}/${ref.modelId}`;
/** Two providers may have one name. */
const groupKey = ({ name, entries }: ModelGroup): string => `${name} ${entries[0]?.ref.providerId ?? ""}`;
