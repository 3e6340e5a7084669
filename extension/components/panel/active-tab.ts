/** The tab a page of the extension is about: the one named in its address (`#tab=12`), or the active one of its window. */
export async function tabInQuestion(hash: string): Promise<number | undefined> {
  const named = Number(new URLSearchParams(hash.replace(/^#/, '')).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}
