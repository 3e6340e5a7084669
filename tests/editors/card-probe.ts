import type { Page } from 'playwright-core';

interface AxNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly properties?: readonly { name: string; value: { value: unknown } }[];
}

export interface CardView {
  /** The name of the dialog; undefined when no card is open. */
  readonly name: string | undefined;
  readonly buttons: readonly string[];
  /** The name of the button or link that has the focus. */
  readonly focused: string | undefined;
}

/** Whether the live region of the card says that a change is done. */
export async function saysDone(page: Page): Promise<boolean> {
  const client = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await client.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    return nodes.some(({ name }) => /^(?:Changed\.|No marks left)/.test(name?.value ?? ''));
  } finally {
    await client.detach();
  }
}

/** What a screen reader finds of the card. Its shadow root is closed to scripts, but not to the accessibility tree. */
export async function readCard(page: Page): Promise<CardView> {
  const client = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await client.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    const dialog = nodes.find(
      ({ role, name }) => role?.value === 'dialog' && name?.value.startsWith('AutoRefine'),
    );
    if (!dialog) return { name: undefined, buttons: [], focused: undefined };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inside = descendants(dialog, byId);
    const buttons = inside
      .filter(({ role }) => role?.value === 'button')
      .map(({ name }) => name?.value ?? '');
    const focused = inside.find(
      (node) =>
        (node.role?.value === 'button' || node.role?.value === 'link') &&
        node.properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return { name: dialog.name?.value, buttons, focused: focused?.name?.value };
  } finally {
    await client.detach();
  }
}

function descendants(node: AxNode, byId: ReadonlyMap<string, AxNode>): AxNode[] {
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  return children.flatMap((child) => [child, ...descendants(child, byId)]);
}
