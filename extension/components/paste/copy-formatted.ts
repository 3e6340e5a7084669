/** Puts a text on the clipboard twice: with its formatting, and plain for where formatting does not go. */
export async function copyFormatted(html: string, text: string): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  await navigator.clipboard.write([item]);
}
