/** A bar for work over two seconds, on a terminal only; it never shows when piped or quiet. */
export interface ProgressBar {
  update(done: number, total: number | undefined, message: string): void;
  clear(): void;
}

const quietTime = 2_000;
const width = 24;

export function createProgressBar(
  stream: NodeJS.WritableStream,
  quiet: boolean,
  now: () => number,
): ProgressBar {
  const terminal = 'isTTY' in stream && stream.isTTY === true && !quiet;
  const start = now();
  let shown = false;
  return {
    update(done, total, message) {
      if (!terminal || now() - start < quietTime) return;
      shown = true;
      stream.write(
        `\r\u001b[2K${message} ${total === undefined ? done.toLocaleString('en') : bar(done / total)}`,
      );
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${Math.round(share * 100)} %`;
}
