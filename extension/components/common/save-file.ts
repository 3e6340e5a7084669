/** Saves a data or blob URL under a name, the way a click on a download link does. */
export function saveFile(fileName: string, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

/** Saves text as a file of the given type. */
export function saveText(fileName: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveFile(fileName, url);
  URL.revokeObjectURL(url);
}
