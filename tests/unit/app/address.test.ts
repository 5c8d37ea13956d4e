import { expect, it } from "vitest";
import { addressOf, viewAt } from "../../../components/app/address";
import type { View } from "../../../components/app/context";

it.each<[View, string]>([
  [{ screen: "home" }, "#/home"],
  [{ screen: "new" }, "#/new"],
  [{ screen: "session", key: "server/ses_1" }, "#/session/server/ses_1"],
  [{ screen: "session", key: "server/ses/ü #1" }, "#/session/server/ses%2F%C3%BC%20%231"],
  [{ screen: "settings" }, "#/settings"],
  [{ screen: "keys" }, "#/keys"],
  [{ screen: "server" }, "#/server"],
  [{ screen: "server", id: "one" }, "#/server/one"],
  [{ screen: "providers", place: { server: "one" }, back: { screen: "settings" } }, "#/providers/one"],
  [
    { screen: "providers", place: { server: "one", directory: "/a/b" }, back: { screen: "settings" } },
    "#/providers/one/%2Fa%2Fb",
  ],
])("%j has an address that leads there", (view, address) => {
  expect(addressOf(view)).toBe(address);
  expect(viewAt(address)).toEqual(view);
});

it("what is looked for in a session is not in its address", () => {
  const view: View = { screen: "session", key: "s/1", find: { query: "tides", messageId: "msg_1" } };
  expect(addressOf(view)).toBe("#/session/s/1");
});

it.each(["", "#", "#/", "#home", "#/nowhere", "#/session", "#/session/s", "#/session/s/%", "#/providers"])(
  "%j leads nowhere",
  (address) => expect(viewAt(address)).toBeUndefined(),
);
