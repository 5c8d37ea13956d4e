import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freePort } from "../../tools/opencode/port";
import { type FakeServer, openCode2, otherApi, webSite } from "../support/fake-servers";
import { useNexus } from "./scene";

const servers: FakeServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));
const { nexus, panel } = useNexus();
beforeAll(() => panel.button(/^Use another server/).click());

async function started(server: Promise<FakeServer>): Promise<string> {
  servers.push(await server);
  return servers.at(-1)?.url ?? "";
}

const address = () => panel.page.getByRole("textbox", { name: "Address" });
beforeEach(async () => {
  await address().fill("");
});

test.each([
  {
    what: "a web site",
    url: () => started(webSite()),
    title: "There is no OpenCode server at this address",
    remedy: "Something else answered. Check the address and the port.",
  },
  {
    what: "another program's API",
    url: () => started(otherApi()),
    title: "There is no OpenCode server at this address",
    remedy: "Something else answered. Check the address and the port.",
  },
  {
    what: "a port nobody listens on",
    url: async () => `127.0.0.1:${await freePort("127.0.0.1")}`,
    title: "The server does not answer",
    remedy: "Check that “opencode serve” is running and that the address is right.",
  },
  {
    what: "an OpenCode 2 server",
    url: () => started(openCode2()),
    title: "This is an OpenCode 2 server",
    remedy: "This version of the extension speaks to OpenCode 1.18 and later 1.x servers. Start one of those.",
  },
])("$what is tried before it is saved, and told in words", async ({ url, title, remedy }) => {
  await address().fill(await url());
  await panel.button("Test connection").click();
  const outcome = panel.page.getByRole("alert").filter({ hasText: title });
  await outcome.getByText(remedy).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("nonsense gets a sentence, and the field that is wrong gets the focus", async () => {
  await address().fill("ftp://tides");
  await panel.button("Save and connect").click();
  await panel.page.getByText("The address must begin with http:// or https://, not ftp://.").waitFor();
  expect(await address().evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a password over plain http to another machine has to be confirmed", async () => {
  await address().fill("http://tides.example:4096");
  await panel.page.getByLabel("Password", { exact: true }).fill("moon");
  await panel.page.getByText("Everything sent to this address travels unencrypted").waitFor();
  await panel.button("Test connection").click();
  await panel.page.getByText("Confirm that the password may travel unencrypted, or use https.").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.getByLabel("Password", { exact: true }).fill("");
});

test("a server that is saved although nothing answers is tried again, with the cause and the time of the next try", async () => {
  await address().fill(`127.0.0.1:${await freePort("127.0.0.1")}`);
  await panel.button("Save and connect").click();
  await panel.status.getByText("Reconnecting to Local").waitFor();
  await panel.page.getByText("The server does not answer", { exact: true }).waitFor();
  await panel.page.getByText(/^Reconnecting in \d+ s$/).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});
