import { serveLocally } from '../../sidecar/server.ts';

export type BenchPage = 'short' | 'empty' | 'long' | 'frames' | 'storm';
/** `on`: a host where AutoRefine runs; `off`: the same page on one where it does not. */
export type Side = 'on' | 'off';

export interface PageServer {
  url(page: BenchPage, side: Side): string;
  close(): Promise<void>;
}

const sentences = [
  'You plan the routes of our vans together with the drivers and keep the customers informed.',
  'We look for a salesman who knows the region and likes to travel to our partners.',
  'The team meets every morning and shares out the work of the day.',
  'A ninja with spreadsheets will feel at home, and everyone else learns it here.',
  'Your tasks change with the season, and so do the hours, which we agree on four weeks ahead.',
  'You report to the head of the depot and stand in for her twice a year.',
  'We offer training on the job, a fair wage and a canteen that people praise.',
  'Recent graduates are welcome, as is anyone with a head for numbers.',
];

/** Made-up text of about so many words, in paragraphs of six sentences. Synthetic. */
export function postingHtml(words: number): string {
  const paragraphs: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i += 1) {
    const text = Array.from(
      { length: 6 },
      (_, j) => sentences[(i * 5 + j * 3 + i) % sentences.length] ?? '',
    ).join(' ');
    // No two paragraphs alike: what was checked once is remembered.
    paragraphs.push(`<p>Part ${i + 1} of ${i * 7 + 3}: ${text.replaceAll('the ', `the ${i + 1}. `)}</p>`);
    count += text.split(' ').length;
  }
  return paragraphs.join('');
}

/** `window.longest`: the longest time (ms) in which nothing else ran, since it was last set to 0; by messages to itself. */
const heartbeat = `
  window.longest = 0;
  { const { port1, port2 } = new MessageChannel(); let last = performance.now();
    port1.onmessage = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; setTimeout(() => port2.postMessage(0), 1); };
    window.startHeart = () => { last = performance.now(); window.longest = 0; port2.postMessage(0); }; }`;

const field = (html: string) =>
  `<div id="editor" contenteditable role="textbox" aria-label="Job description" style="min-height:200px;width:640px">${html}</div>`;

/** Notes when the first mark is there, counted from when the page was ready. */
const firstMark = `
  addEventListener('DOMContentLoaded', () => { const ready = performance.now();
    const look = () => CSS.highlights.size > 0 ? (window.firstMark = performance.now() - ready) : setTimeout(look, 0); look(); });`;

const pages: Record<BenchPage, () => string> = {
  short: () => `<script>${firstMark}</script>${field(postingHtml(830).slice(0, 5_000))}`,
  empty: () => `<script>${heartbeat}</script>${field('<p>A salesman.</p>')}`,
  long: () => field(postingHtml(5_000)),
  storm: () => `${field(postingHtml(800))}<ul id="feed"></ul>`,
  frames: () =>
    Array.from(
      { length: 30 },
      (_, i) => `<iframe sandbox="allow-scripts" srcdoc="<p>Frame ${i}</p>"></iframe>`,
    ).join(''),
};

/** Serves the pages on 127.0.0.1, which Chromium also reaches as `localhost`. */
export async function startPageServer(): Promise<PageServer> {
  const server = await serveLocally((request) => {
    const page = pages[new URL(request.url).pathname.slice(1) as BenchPage];
    if (!page) return new Response('Not found', { status: 404 });
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>New job posting</title><h1>New job posting</h1>${page()}</html>`;
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }, 0);
  return {
    url: (page, side) => `http://${side === 'on' ? '127.0.0.1' : 'localhost'}:${server.port}/${page}`,
    close: () => server.close(),
  };
}
