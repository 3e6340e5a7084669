/** Elements that survive, under the name they get. Everything else gives up its tag and keeps its text. */
const kept: Readonly<Record<string, string>> = {
  BR: 'br',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  B: 'strong',
  STRONG: 'strong',
  I: 'em',
  EM: 'em',
  U: 'u',
  A: 'a',
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h5',
  H6: 'h6',
};
const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'MATH',
]);
/** Containers that are a paragraph when they hold no block of their own. */
const containers = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'BLOCKQUOTE', 'TD', 'TH', 'PRE']);
const blocks = 'p, div, section, article, ul, ol, li, table, h1, h2, h3, h4, h5, h6, blockquote, pre';
const safeProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * HTML from a clipboard or a file, reduced to what a posting needs: paragraphs, headings, lists, bold, italic, underline,
 * links. No script, style, attribute, image or other address survives. The input is parsed inertly and never run.
 */
export function cleanHtml(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const clean = document.implementation.createHTMLDocument('');
  for (const child of source.body.childNodes) appendClean(child, clean.body);
  return clean.body.innerHTML;
}

function appendClean(node: Node, into: HTMLElement): void {
  const { ownerDocument } = into;
  if (node.nodeType === Node.TEXT_NODE) {
    into.append(ownerDocument.createTextNode(node.textContent ?? ''));
    return;
  }
  if (!(node instanceof Element) || dropped.has(node.tagName.toUpperCase())) return;
  const name = nameFor(node);
  const target = name ? ownerDocument.createElement(name) : into;
  const address = name === 'a' ? safeAddress(node) : undefined;
  if (address) target.setAttribute('href', address);
  for (const child of node.childNodes) appendClean(child, target);
  if (target !== into) into.append(target);
}

function nameFor(element: Element): string | undefined {
  const isParagraph = containers.has(element.tagName) && !element.querySelector(blocks);
  return isParagraph ? 'p' : kept[element.tagName];
}

function safeAddress(element: Element): string | undefined {
  const address = element.getAttribute('href');
  if (!address || !URL.canParse(address)) return undefined;
  return safeProtocols.has(new URL(address).protocol) ? address : undefined;
}

/** Plain text as paragraphs: an empty line ends one, a single line end is a line break. */
export function textToHtml(text: string): string {
  const paragraph = document.createElement('p');
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      paragraph.textContent = part.trim();
      return `<p>${paragraph.innerHTML.replaceAll('\n', '<br>')}</p>`;
    })
    .join('');
}
