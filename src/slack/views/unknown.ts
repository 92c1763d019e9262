import { writeButtonValue } from '../button-value.js';
import { bold, escapeLine } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

/** Not recognised, or the fix did not help: says so, names the nearest two, offers a person. */
export const unknownView: View<'unknown'> = ({ tried, nearest, recordId }, { thread }) => {
  const near = nearest.slice(0, 2);
  const named =
    near.length === 0
      ? 'Nothing I know comes near it.'
      : `Nearest, but I am not sure: ${near.map(({ title }) => `“${escapeLine(title)}”`).join(' or ')}.`;
  const said = tried === undefined ? '*I don’t know this one.*' : `${bold(`“${tried.title}”`)} did not help.`;
  return [
    section(`${said} ${named}`),
    context(
      'The exact error text, the device and the product help me. I have noted the question so that an article can be written.',
    ),
    actions('unknown', [
      ...near.map(({ articleId, title }, index) =>
        button(`${actionIds.open}:${index}`, title, writeButtonValue({ does: 'open', thread, article: articleId })),
      ),
      button(
        actionIds.handOver,
        'Hand over to a colleague',
        writeButtonValue({ does: 'hand-over', thread, record: recordId }),
      ),
    ]),
  ];
};
