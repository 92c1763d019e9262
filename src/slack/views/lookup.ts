import { placeNames } from '../../model/system.js';
import { bold, codeSpan, escapeLine } from '../text.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

/** How to find the answer in the consoles. Named people are shown as code: repeating a mention would call them. */
export const lookupView: View<'lookup'> = ({ title, users, byHand }) => {
  const about = users.slice(0, 5).map(codeSpan).join(', ');
  return [
    section(`${bold(title)}${about === '' ? '' : ` for ${about}`}: look here`),
    ...byHand
      .slice(0, 12)
      .map(({ place, where, look }, index) =>
        section(`*${index + 1}.* ${placeNames[place]}: ${escapeLine(where)}\nLook for: ${escapeLine(look)}`),
      ),
    context(
      'Live lookups are not connected, so I cannot look myself: whoever runs me sets the OKTA_, ACCESS_ and UEM_ variables.',
    ),
  ];
};
