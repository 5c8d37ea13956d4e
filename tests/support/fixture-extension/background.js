const api = globalThis.browser ?? globalThis.chrome;
const startedAt = `${Date.now()}-${Math.random()}`;

api.runtime.onInstalled.addListener(() => {
  api.contextMenus.create({ id: "ask", title: "Ask about selection", contexts: ["selection"] });
});

/** Opening must come first: both browsers accept it only directly inside the user's gesture. */
function openPanel(tab) {
  return api.sidePanel ? api.sidePanel.open({ windowId: tab.windowId }) : api.sidebarAction.open();
}

api.action.onClicked.addListener((tab) => openPanel(tab));

api.contextMenus.onClicked.addListener((info, tab) => {
  openPanel(tab);
  api.storage.local.set({ selection: info.selectionText });
});

api.commands.onCommand.addListener((command) => api.storage.local.set({ command }));

api.runtime.onMessage.addListener((message, _sender, reply) => {
  if (message === "startedAt") reply(startedAt);
});
