import { writeButtonValue } from '../button-value.js';
import { bold, cutPlain, escapeLine } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

const mostButtons = 10;
/** Longer names than any system takes have no button: a cut key would be another key. */
const longestKey = 300;

/** The name of the row of buttons. */
export const peopleRow = 'people';

/** Several people fit: a button for each. */
export const peopleView: View<'people'> = ({ lookup, question, choices }, { thread }) => {
  const shown = choices.filter(({ key }) => key !== '' && key.length <= longestKey).slice(0, mostButtons);
  const left = choices.length - shown.length;
  return [
    section(bold(cutPlain(question, 500))),
    section(shown.map(({ label }) => `• ${escapeLine(cutPlain(label, 200))}`).join('\n')),
    actions(
      peopleRow,
      shown.map(({ key, label }, index) =>
        button(`${actionIds.person}:${index}`, label, writeButtonValue({ does: 'person', thread, lookup, who: key })),
      ),
    ),
    ...(left > 0 ? [context(`${left} more are not shown: give the e-mail address instead.`)] : []),
  ];
};
