import { writeButtonValue } from '../button-value.js';
import { codeSpan, cutPlain, escapeLine, titleLength } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View } from './view.js';

/** As many as fit one row of buttons in every client. */
const maxButtons = 5;
const perSection = 15;
/** What can be listed before the message is full, whatever the titles. */
const maxLines = 150;

/** Articles that fit the words, or all of them. A short list gets buttons. */
export const articlesView: View<'articles'> = ({ query, matches }, { thread }) => {
  const words = escapeLine(query).slice(0, 200);
  if (matches.length === 0) {
    return [section(`No article fits “${words}”.`), context(`All of them: ${codeSpan('/wo-okta article')}`)];
  }
  const title = words === '' ? `*${matches.length} articles*` : `*${matches.length} articles fit “${words}”*`;
  const lines = matches
    .slice(0, maxLines)
    .map(({ articleId, title: name }) => `• ${escapeLine(cutPlain(name, titleLength))} ${codeSpan(articleId)}`);
  const groups = Array.from({ length: Math.ceil(lines.length / perSection) }, (_, index) =>
    section(lines.slice(index * perSection, (index + 1) * perSection).join('\n')),
  );
  if (matches.length > maxButtons) {
    return [section(title), ...groups, context(`Open one: ${codeSpan('/wo-okta article <id>')}`)];
  }
  const buttons = matches.map(({ articleId, title: name }, index) =>
    button(`${actionIds.open}:${index}`, name, writeButtonValue({ does: 'open', thread, article: articleId })),
  );
  return [section(title), ...groups, actions('articles', buttons)];
};
