/** Marks of a terminal; all of them leave text as it is when there is none, or when NO_COLOR is set (no-color.org). */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  alert(text: string): string;
  warn(text: string): string;
}

const plain: Style = {
  bold: (text) => text,
  dim: (text) => text,
  underline: (text) => text,
  alert: (text) => text,
  warn: (text) => text,
};

const wrap = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

const ansi: Style = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  underline: wrap(4, 24),
  alert: wrap(31, 39),
  warn: wrap(33, 39),
};

export function styleFor(stream: NodeJS.WritableStream, environment = process.env): Style {
  const terminal = 'isTTY' in stream && stream.isTTY === true;
  return terminal && !environment.NO_COLOR ? ansi : plain;
}
