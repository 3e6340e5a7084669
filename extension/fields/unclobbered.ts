/**
 * Questions to elements that a page cannot falsify. A form answers for its own inputs, under their names, before it answers
 * for itself: in `<form><input name="parentElement"></form>` the form's parent seems to be its child, and a walk upwards
 * never ends. What is asked of elements around a field is therefore asked through the prototypes, which in our own world
 * are our own. They hold across realms too.
 */

/** Looked up at first use: the file can then be loaded where there is no page. */
function getter<Target extends object, Value>(prototype: () => Target, name: keyof Target) {
  let get: (() => unknown) | undefined;
  return (target: Target): Value => {
    get ??= Object.getOwnPropertyDescriptor(prototype(), name)?.get;
    if (!get) throw new TypeError(`${String(name)} is no getter of this prototype.`);
    return get.call(target) as Value;
  };
}

const node = () => Node.prototype;
const element = () => Element.prototype;

export const ownerDocumentOf = getter<Node, Document | null>(node, 'ownerDocument');
export const parentElementOf = getter<Node, HTMLElement | null>(node, 'parentElement');
export const textContentOf = getter<Node, string | null>(node, 'textContent');
export const previousElementOf = getter<Element, Element | null>(element, 'previousElementSibling');
export const shadowRootOf = getter<Element, ShadowRoot | null>(element, 'shadowRoot');
export const localNameOf = getter<Element, string>(element, 'localName');

export const rootOf = (of: Node): Node => Node.prototype.getRootNode.call(of);
export const matchesSelector = (of: Element, selector: string): boolean =>
  Element.prototype.matches.call(of, selector);
export const closestOf = (of: Element, selector: string): Element | null =>
  Element.prototype.closest.call(of, selector);
export const holds = (of: Element, selector: string): boolean =>
  Element.prototype.querySelector.call(of, selector) !== null;
export const boxOf = (of: Element): DOMRect => Element.prototype.getBoundingClientRect.call(of);
