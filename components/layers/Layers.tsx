import { For, Match, Switch } from "solid-js";
import { useApp } from "../app/context";
import { type Layer, LayerDepth } from "../app/layers";
import { RawSheet } from "../chat/raw/RawSheet";
import { FileSheet } from "../files/FileSheet";
import { ReviewSheet } from "../review/ReviewSheet";

/** A layer of one kind, or nothing. */
function ofType<T extends Layer["type"]>(layer: Layer, type: T): Extract<Layer, { type: T }> | undefined {
  return layer.type === type ? (layer as Extract<Layer, { type: T }>) : undefined;
}

/** What lies over the screen, one above the other. */
export function Layers() {
  const app = useApp();
  return (
    <For each={app.layers.list()}>
      {(layer, index) => (
        <LayerDepth.Provider value={index() + 1}>
          <Switch>
            <Match when={ofType(layer, "file")}>
              {(file) => (
                <FileSheet key={file().key} path={file().path} line={file().line} onClose={app.layers.close} />
              )}
            </Match>
            <Match when={ofType(layer, "review")}>
              {(review) => (
                <ReviewSheet
                  key={review().key}
                  scope={review().scope}
                  path={review().path}
                  onClose={app.layers.close}
                />
              )}
            </Match>
            <Match when={ofType(layer, "raw")}>
              {(raw) => <RawSheet key={raw().key} messages={raw().messages} onClose={app.layers.close} />}
            </Match>
          </Switch>
        </LayerDepth.Provider>
      )}
    </For>
  );
}
