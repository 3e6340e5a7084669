const white = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class InvalidJson extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super(`Not valid JSON at offset ${offset}.`);
    this.offset = offset;
  }
}

/**
 * Line, counting from 1, of the value at a path in a JSON text; of the nearest enclosing value when the path does not exist; of the
 * first mistake when the text is not valid JSON. `JSON.parse` tells none of these.
 */
export function lineOfPath(json: string, path: readonly PropertyKey[] = []): number {
  try {
    return lineAt(json, offsetOfPath(json, path));
  } catch (error) {
    if (error instanceof InvalidJson) return lineAt(json, error.offset);
    throw error;
  }
}

function offsetOfPath(json: string, path: readonly PropertyKey[]): number {
  let at = 0;
  const take = (token: RegExp): string | undefined => {
    token.lastIndex = at;
    const taken = token.exec(json)?.[0];
    at += taken?.length ?? 0;
    return taken;
  };
  const punctuation = (mark: string): boolean => {
    take(white);
    if (json[at] !== mark) return false;
    at += 1;
    return true;
  };
  const need = <T>(value: T | undefined | false): T => {
    if (value === undefined || value === false) throw new InvalidJson(at);
    return value;
  };

  let found = 0;
  /** Reads one value; `rest` is what remains of the path, absent outside of it. */
  const value = (rest: readonly PropertyKey[] | undefined): void => {
    take(white);
    if (rest) found = at;
    const child = (key: PropertyKey) =>
      value(rest && rest.length > 0 && String(rest[0]) === String(key) ? rest.slice(1) : undefined);
    if (punctuation('{')) {
      if (punctuation('}')) return;
      do {
        take(white);
        const key: unknown = JSON.parse(need(take(string)));
        need(punctuation(':'));
        child(String(key));
      } while (punctuation(','));
      need(punctuation('}'));
    } else if (punctuation('[')) {
      if (punctuation(']')) return;
      let index = 0;
      do {
        child(index);
        index += 1;
      } while (punctuation(','));
      need(punctuation(']'));
    } else need(take(string) ?? take(scalar));
  };
  value(path);
  take(white);
  if (at < json.length) throw new InvalidJson(at);
  return found;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
