import { escapeText } from '../text.js';
import { section } from './blocks.js';
import type { View } from './view.js';

/** What was done, or why not. */
export const noticeView: View<'notice'> = ({ tone, text }) => [
  section(`${tone === 'done' ? ':white_check_mark:' : ':information_source:'} ${escapeText(text)}`),
];
