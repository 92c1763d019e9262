import { codeSpan, escapeText } from '../text.js';
import { section } from './blocks.js';
import type { View } from './view.js';

const marks = { done: ':white_check_mark:', refused: ':information_source:', friendly: ':wave:' } as const;

/** What was done, or why not. What the desk puts between backticks is a command to type. */
export const noticeView: View<'notice'> = ({ tone, text }) => [section(`${marks[tone]} ${withCode(text)}`)];

function withCode(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : codeSpan(part)))
    .join('');
}
