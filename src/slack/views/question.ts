import { writeButtonValue } from '../button-value.js';
import { escapeLine, escapeText } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

/** More candidates than this are no question but a list. */
const maxChoices = 8;

/** One question, and a button for each candidate. */
export const questionView: View<'question'> = ({ question, choices, evidence }, { thread }) => [
  section(`*${escapeText(question).replace(/[*\n]/g, ' ')}*`),
  ...(evidence.length === 0 ? [] : [context(`What I recognised: ${evidence.slice(0, 3).map(escapeLine).join(' · ')}`)]),
  actions(
    'choices',
    choices
      .slice(0, maxChoices)
      .map(({ intentId, label }, index) =>
        button(`${actionIds.choose}:${index}`, label, writeButtonValue({ does: 'choose', thread, intent: intentId })),
      ),
  ),
  context('Press one, or add what you know in this thread.'),
];
