import { articleBefore } from '../../shared/edits/indefinite-article.ts';

/** `an accountant`, `a nurse`. */
export function withArticle(noun: string): string {
  return `${articleBefore(noun, 'a')} ${noun}`;
}
