/** The value of a JSON text, for a schema to judge; undefined, which no JSON text has, when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
