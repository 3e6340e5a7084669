const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
} as const;

/** A 16 by 16 line icon that takes the colour of the text. */
export function icon(document: Document, name: keyof typeof paths): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
