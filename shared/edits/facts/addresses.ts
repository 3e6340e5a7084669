import { matches } from './located-fact.ts';

/** Web addresses: with a scheme, `www.`, or a bare domain with a common ending. Compared letter by letter. */
export const findUrls = matches(
  'url',
  /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+[^\s<>"')\].,;:!?]|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|edu|gov|co|uk|de|eu|us|example|careers|jobs|app|dev)\b(?:\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])?|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/gi,
  (text) => text,
);

/** E-mail addresses, `@handles` included. Compared letter by letter. */
export const findEmails = matches(
  'email',
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\S)@\w{2,}|\b[\w.+-]+\s?[[(]at[\])]\s?[\w-]+(?:\.[\w-]+)+/g,
  (text) => text,
);
