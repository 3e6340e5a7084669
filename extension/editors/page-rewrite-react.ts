import type { PageRewrite } from '../messages.ts';

/**
 * As `rewriteInPage`, for editors that keep their text in a model which React renders: the editor is reached through what
 * React leaves on its element, and the model takes all changes as one. It is sent as source text, so it may use nothing but
 * its argument and the page's globals.
 */
export const rewriteInReact = ({ family, pieces }: PageRewrite): boolean => {
  type Fiber = {
    readonly return: Fiber | null;
    readonly memoizedProps: Readonly<Record<string, unknown>> | null;
    readonly stateNode: unknown;
  };
  let root = document.activeElement;
  while (root?.shadowRoot?.activeElement) root = root.shadowRoot.activeElement;
  const editable = root;
  if (!editable) return false;

  /** The first thing that `find` finds, from the element outwards through the components that render it. */
  const inReact = <Found>(find: (fiber: Fiber) => Found | undefined): Found | undefined => {
    const key = Object.keys(editable).find((name) => /^__react(?:Fiber|InternalInstance)\$/.test(name));
    let fiber = key ? (editable as unknown as Record<string, Fiber | null>)[key] : null;
    for (; fiber; fiber = fiber.return) {
      const found = find(fiber);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const places = pieces.flatMap(({ path, ...rest }) => {
    const node = path.reduce<Node | undefined>((at, index) => at?.childNodes[index], editable);
    return node?.nodeType === 3
      ? [{ ...rest, node: node as Text, old: (node as Text).data.slice(rest.start, rest.end) }]
      : [];
  });
  if (places.length < pieces.length) return false;

  const slate = (): boolean => {
    type SlateNode = { readonly text?: string; readonly children?: readonly SlateNode[] };
    type Editor = {
      readonly children: readonly SlateNode[];
      apply(operation: object): void;
      withoutNormalizing(change: () => void): void;
    };
    const editor = inReact(({ memoizedProps }) => {
      const candidate = memoizedProps?.editor as Partial<Editor> | undefined;
      const { children, apply, withoutNormalizing } = candidate ?? {};
      return children && apply && withoutNormalizing ? (candidate as Editor) : undefined;
    });
    if (!editor) return false;
    const leaves: { readonly path: readonly number[]; readonly text: string }[] = [];
    const collect = (nodes: readonly SlateNode[], around: readonly number[]): void =>
      nodes.forEach(({ text, children }, index) => {
        const path = [...around, index];
        if (text === undefined) collect(children ?? [], path);
        else leaves.push({ path, text });
      });
    collect(editor.children, []);
    const shown = [...editable.querySelectorAll('[data-slate-node="text"]')];
    const spans = places.flatMap(({ node, start, old, text }) => {
      const index = shown.findIndex((element) => element.contains(node));
      const strings = [...(shown[index]?.querySelectorAll('[data-slate-string]') ?? [])];
      const earlier = strings.slice(
        0,
        strings.findIndex((string) => string.contains(node)),
      );
      const offset = earlier.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), start);
      const leaf = leaves[index];
      return leaf?.text.startsWith(old, offset) ? [{ path: leaf.path, offset, old, text }] : [];
    });
    if (shown.length !== leaves.length || spans.length < places.length) return false;
    // What is applied in one go is one step of its history; a text that is empty for a moment must not be tidied away.
    editor.withoutNormalizing(() => {
      for (const { path, offset, old, text } of spans) {
        if (old !== '') editor.apply({ type: 'remove_text', path, offset, text: old });
        if (text !== '') editor.apply({ type: 'insert_text', path, offset, text });
      }
    });
    return true;
  };

  const draft = (): boolean => {
    type Characters = {
      readonly size: number;
      get(index: number): unknown;
      slice(start: number, end?: number): Characters;
      concat(more: unknown): Characters;
    };
    type Block = {
      getText(): string;
      getCharacterList(): Characters;
      merge(parts: object): Block;
    };
    type Content = {
      getBlockForKey(key: string): Block | undefined;
      getBlockMap(): { merge(blocks: object): unknown };
      merge(parts: object): Content;
    };
    type State = {
      readonly constructor: { push(state: State, content: Content, change: string): State };
      getCurrentContent(): Content;
      getSelection(): { merge(parts: object): unknown };
      getBlockTree(key: string): {
        getIn(path: readonly unknown[]): { get(name: string): number } | undefined;
      };
    };
    type Editor = { readonly props: { readonly editorState?: State }; update(state: State): void };
    const editor = inReact(({ stateNode }) => {
      const candidate = stateNode as Partial<Editor> | null;
      return candidate?.props?.editorState && candidate.update ? (candidate as Editor) : undefined;
    });
    const state = editor?.props.editorState;
    if (!editor || !state) return false;
    const content = state.getCurrentContent();
    const blocks: Record<string, Block> = {};
    let selection: unknown;
    for (const { node, start, old, text } of places) {
      // `block-decorator-leaf`; the key of a block may have dashes of its own.
      const address = node.parentElement?.closest('[data-offset-key]')?.getAttribute('data-offset-key') ?? '';
      const [, key = '', decorator, leaf] = /^(.+)-(\d+)-(\d+)$/.exec(address) ?? [];
      const block = blocks[key] ?? content.getBlockForKey(key);
      const from = state
        .getBlockTree(key)
        ?.getIn([Number(decorator), 'leaves', Number(leaf)])
        ?.get('start');
      if (!block || from === undefined || !block.getText().startsWith(old, from + start)) return false;
      const at = from + start;
      const characters = block.getCharacterList();
      const like = characters.get(old === '' ? Math.max(0, at - 1) : at);
      const written = block.getText();
      blocks[key] = block.merge({
        text: written.slice(0, at) + text + written.slice(at + old.length),
        characterList: characters
          .slice(0, at)
          .concat(Array(text.length).fill(like))
          .concat(characters.slice(at + old.length)),
      });
      const caret = at + text.length;
      selection = state.getSelection().merge({
        anchorKey: key,
        anchorOffset: caret,
        focusKey: key,
        focusOffset: caret,
        isBackward: false,
      });
    }
    const next = content.merge({
      blockMap: content.getBlockMap().merge(blocks),
      selectionAfter: selection,
    });
    editor.update(state.constructor.push(state, next, 'insert-fragment'));
    return true;
  };

  return family === 'slate' ? slate() : family === 'draft' ? draft() : false;
};
