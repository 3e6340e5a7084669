import type { ReactElement } from 'react';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';

/** A place in the page to draw a component into, taken down after every test of the file. */
export interface Mounted {
  readonly container: HTMLElement;
  /** Draws, or draws anew, and waits until all that follows from it at once has happened. */
  draw(element: ReactElement): Promise<void>;
  /** Leaves the page before the test is over. */
  leave(): Promise<void>;
}

/** For test files that run in jsdom: called once, at the top. */
export function mounted(): Mounted {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const container = document.body.appendChild(document.createElement('div'));
  let root: Root | undefined;
  const leave = async () => {
    await act(() => root?.unmount());
    root = undefined;
  };
  beforeEach(() => {
    root = createRoot(container);
  });
  afterEach(leave);
  return { container, leave, draw: (element) => act(async () => root?.render(element)) };
}
