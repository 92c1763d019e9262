import type { Choice } from '../../desk/reply.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { escapeText } from '../text.js';
import { alsoBlocks } from './also.js';
import { evidenceLine } from './article-card.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

/** More candidates than this are no question but a list. */
const maxChoices = 8;

/** What is asked. */
export function questionBlock(question: string): Block {
  return section(`*${escapeText(question).replace(/[*\n]/g, ' ')}*`);
}

/** A button for each candidate. */
export function choiceButtons(choices: readonly Choice[], thread: string): Block {
  return actions(
    'choices',
    choices
      .slice(0, maxChoices)
      .map(({ intentId, label }, index) =>
        button(`${actionIds.choose}:${index}`, label, writeButtonValue({ does: 'choose', thread, intent: intentId })),
      ),
  );
}

/** One question, and a button for each candidate. */
export const questionView: View<'question'> = ({ question, choices, evidence, also = [] }, { thread }) => [
  questionBlock(question),
  ...(evidence.length === 0 ? [] : [context(`What I recognised: ${evidenceLine(evidence)}`)]),
  choiceButtons(choices, thread),
  ...alsoBlocks(also, thread),
  context('Press one, or add what you know in this thread.'),
];
