import * as v from "valibot";
import { PlacesSchema, type StoredView } from "./view";

const KEY = "places";

/** Where readers are in the sessions of a full tab. It outlasts a reload and goes with the tab; panels keep theirs apart. */
export const tabPlaces = {
  load(): StoredView["places"] {
    try {
      return v.parse(PlacesSchema, JSON.parse(sessionStorage.getItem(KEY) ?? "{}"));
    } catch (error) {
      console.warn("Where the reader was is lost", error);
      return {};
    }
  },
  save: (places: StoredView["places"]): void => sessionStorage.setItem(KEY, JSON.stringify(places)),
};
