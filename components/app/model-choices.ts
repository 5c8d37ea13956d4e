import { createStore, reconcile } from "solid-js/store";
import type { StorageReport } from "../../lib/bridge/calls/panel";
import type { ServerId } from "../../lib/model";
import {
  changeModelChoices,
  type ModelChoices,
  noModelChoices,
  storedModelChoices,
} from "../../lib/storage/model-choices";
import { StorageFullError } from "../../lib/storage/stored";

/** What the user makes of each server's models, over storage. Reading is reactive. */
export interface ModelChoiceBook {
  of(server: ServerId): ModelChoices;
  /** Reads again what panels of other windows may have changed. */
  refresh(server: ServerId): void;
  change(server: ServerId, change: (held: ModelChoices) => ModelChoices): void;
}

export function createModelChoices(report: (report: StorageReport) => void): ModelChoiceBook {
  const [books, setBooks] = createStore<Record<ServerId, ModelChoices>>({});
  const asked = new Set<ServerId>();

  function refresh(server: ServerId): void {
    asked.add(server);
    void storedModelChoices(server)
      .load()
      .then(({ value, problem }) => {
        if (problem) report(problem);
        setBooks(server, reconcile(value));
      });
  }

  return {
    refresh,
    of(server) {
      if (!asked.has(server)) refresh(server);
      return books[server] ?? noModelChoices();
    },
    change(server, change) {
      changeModelChoices(server, change)
        .then((next) => setBooks(server, reconcile(next)))
        .catch((error: unknown) => report(error instanceof StorageFullError ? "full" : "failed"));
    },
  };
}
