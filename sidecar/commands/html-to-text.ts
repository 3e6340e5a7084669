import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'iframe', 'object']);
const blocks = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The text that a browser shows for a page, blocks on lines of their own; markup errors are mended as a browser does. */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  collect(parse(html).childNodes, parts);
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(nodes: readonly Node[], parts: string[]): void {
  for (const node of nodes) {
    if ('value' in node) parts.push(node.value.replace(/\s+/g, ' '));
    else if ('tagName' in node && !unseen.has(node.tagName)) collectElement(node, parts);
  }
}

function collectElement(node: DefaultTreeAdapterTypes.Element, parts: string[]): void {
  const isBlock = blocks.has(node.tagName);
  if (node.tagName === 'br' || isBlock) parts.push('\n');
  if (node.tagName === 'li') parts.push('- ');
  collect(node.childNodes, parts);
  if (isBlock) parts.push(node.tagName === 'p' || /^h\d$/.test(node.tagName) ? '\n\n' : '\n');
  if (node.tagName === 'td' || node.tagName === 'th') parts.push('\t');
}
