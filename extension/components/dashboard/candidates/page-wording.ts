/**
 * Reasons of the local service that name an option of the command line, in words of this page: there the columns are
 * chosen from lists.
 */
export function pageWording(reason: string): string {
  return reason
    .replace(/name its column with --map \w+=COLUMN/, 'choose its column in the list “Columns of the file”')
    .replace(/^--map names column "(.*)"; the file has /, 'The file has no column “$1”; it has ');
}
