const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as a reader writes it, in the reader's own time; a text that is no date stays as it is. */
export function dayAndTime(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : format.format(time);
}
