import { writeButtonValue } from '../button-value.js';
import { bold, cutPlain, escapeLine, titleLength } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

/** Not recognised, or the fix did not help: says so, names the nearest two, offers a person. */
export const unknownView: View<'unknown'> = ({ tried, nearest, recordId }, { thread }) => {
  const near = nearest.slice(0, 2);
  const named =
    near.length === 0
      ? 'Nothing I know comes near it.'
      : `Nearest, but I am not sure: ${near.map(({ title }) => `“${escapeLine(cutPlain(title, titleLength))}”`).join(' or ')}.`;
  const said =
    tried === undefined
      ? '*I don’t know this one.*'
      : `${bold(`“${cutPlain(tried.title, titleLength)}”`)} did not help.`;
  const noted =
    tried === undefined
      ? 'I have noted the question so that an article can be written.'
      : 'I have noted it so that the article can be mended, or another one written.';
  return [
    section(`${said} ${named}`),
    context(`The exact error text, the device and the product help me. ${noted}`),
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
