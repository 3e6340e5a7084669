type Child = Node | string | undefined;

interface Attributes {
  readonly class?: string;
  readonly [name: string]: string | undefined;
}

/** Builds one element. Text goes in as text, never as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** A button that acts on what a person does, and on nothing that a page makes up. */
export function button(
  document: Document,
  attributes: Attributes,
  child: Child,
  onPress: () => void,
): HTMLButtonElement {
  const node = element(document, 'button', { type: 'button', ...attributes }, child);
  node.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return node;
}
