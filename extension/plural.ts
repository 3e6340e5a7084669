/** A count with its noun, such as `1 change` or `1,024 changes`. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
