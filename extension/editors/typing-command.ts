/** An editing command of the browser (`document.execCommand`) that puts `text` in the place of what is selected. */
export interface TypingCommand {
  readonly command: 'delete' | 'insertText' | 'insertHTML';
  readonly value: string;
}

/**
 * The command that keeps the formatting around a selection. Plain typing does, with one exception: when a whole link is
 * selected the browser takes the link away with its text, so the link is put in anew around the new text.
 */
export function typingCommand(range: Range, text: string): TypingCommand {
  if (text === '') return { command: 'delete', value: '' };
  const link = wholeLink(range);
  if (!link) return { command: 'insertText', value: text };
  return { command: 'insertHTML', value: link(text) };
}

/** When the selection is all the text of a link: how to write that link, and what is bold or italic in it, anew. */
function wholeLink(range: Range): ((text: string) => string) | undefined {
  const { startContainer } = range;
  const inner = startContainer.parentElement;
  const link = inner?.closest('a[href]');
  if (!inner || !link?.contains(range.endContainer) || link.textContent !== range.toString())
    return undefined;
  return (text) => {
    let node: Node = inner.ownerDocument.createTextNode(text);
    for (let element: Element = inner; ; element = element.parentElement ?? link) {
      const copy = element.cloneNode(false) as Element;
      copy.append(node);
      if (element === link) return copy.outerHTML;
      node = copy;
    }
  };
}
