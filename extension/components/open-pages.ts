/** Where the extension's own pages stand, and how one opens another. */
const pages = { options: 'options.html', welcome: 'welcome.html', dashboard: 'dashboard.html' } as const;

/** Opens a page of the extension in a tab, at a section of it where one is named. */
export function openPage(page: keyof typeof pages, section?: string): void {
  const url = chrome.runtime.getURL(pages[page]) + (section ? `#${section}` : '');
  void chrome.tabs.create({ url });
}
