import type { ReactElement } from 'react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { request } from '../../pages-client.ts';
import { readCheckSettings, watchCheckSettings } from './check-settings.ts';
import { createServices } from './create-services.ts';
import type { PageServices } from './services.ts';

/** Draws a page into `#root` and again whenever the settings that it depends on change. Lives as long as the page. */
export async function startPage(page: (services: PageServices) => ReactElement): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('The page has no element with the id "root" to draw into.');
  const root = createRoot(container);
  const draw = async () => {
    const services = createServices(await readCheckSettings(), request);
    root.render(<StrictMode>{page(services)}</StrictMode>);
  };
  watchCheckSettings(() => void draw());
  await draw();
}
