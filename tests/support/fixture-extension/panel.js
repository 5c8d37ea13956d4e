const api = globalThis.browser ?? globalThis.chrome;
const find = (id) => document.getElementById(id);

async function show() {
  document.querySelector("[role=status]").textContent = await api.runtime.sendMessage("startedAt");
  const { selection } = await api.storage.local.get("selection");
  find("selection").textContent = selection ?? "";
}

api.storage.onChanged.addListener(show);
find("greet").addEventListener("click", () => {
  find("greeting").textContent = `Hello ${find("name").value}`;
});
find("allow").addEventListener("click", async () => {
  find("allowed").textContent = String(await api.permissions.request({ origins: ["https://example.test/*"] }));
});
void show();
