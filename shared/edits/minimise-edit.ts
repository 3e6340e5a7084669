import type { Edit } from '../protocol/edit.ts';

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/**
 * Trims what `before` and `after` share at both ends, so that an editor touches (and re-formats) as little as possible.
 * Never cuts a surrogate pair. An edit that changes nothing becomes empty at its start.
 */
export function minimiseEdit(edit: Edit): Edit {
  const { before, after } = edit;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix -= 1;
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  if (suffix > 0 && isHighSurrogate(before.charCodeAt(before.length - suffix - 1))) suffix -= 1;
  return {
    ...edit,
    start: edit.start + prefix,
    end: edit.end - suffix,
    before: before.slice(prefix, before.length - suffix),
    after: after.slice(prefix, after.length - suffix),
  };
}
