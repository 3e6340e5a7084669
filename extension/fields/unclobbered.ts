/**
 * Questions to elements that a page cannot falsify. A form answers for its own inputs, under their names, before it answers
 * for itself: in `<form><input name="parentElement"></form>` the form's parent seems to be its child, and a walk upwards
 * never ends. What is asked of elements around a field is therefore asked through the prototypes, which in our own world
 * are our own. They hold across realms too.
 */

function getter<Target extends object, Value>(
  prototype: Target,
  name: keyof Target,
): (target: Target) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`${String(name)} is no getter of this prototype.`);
  return (target) => get.call(target) as Value;
}

export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const ownerDocumentOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
export const parentElementOf = getter<Node, HTMLElement | null>(Node.prototype, 'parentElement');
export const textContentOf = getter<Node, string | null>(Node.prototype, 'textContent');
export const previousElementOf = getter<Element, Element | null>(Element.prototype, 'previousElementSibling');
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const localNameOf = getter<Element, string>(Element.prototype, 'localName');

const { getRootNode } = Node.prototype;
const { matches, querySelector, getBoundingClientRect } = Element.prototype;

export const rootOf = (node: Node): Node => getRootNode.call(node);
export const matchesSelector = (element: Element, selector: string): boolean =>
  matches.call(element, selector);
export const holds = (element: Element, selector: string): boolean =>
  querySelector.call(element, selector) !== null;
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
