import { escapeText, mentionUser } from '../text.js';
import { renderReply } from '../views/index.js';
import { withoutButton } from '../views/pressed.js';
import type { Deps } from './deps.js';
import { sayToPresser } from './lookups.js';
import { onPress, replaceMessage } from './press.js';
import { shownIn } from './shown-in.js';

/** "That's the right one", under an article that was opened where a question had no answer or a wrong one. */
export function onRightArticle(deps: Deps) {
  return onPress(deps, 'right-article', { each: true }, async (press, args) => {
    const { value, place, by, blocks } = press;
    const reply = await deps.desk.confirmArticle({ place, articleId: value.article, by });
    if (reply.kind === 'notice' && reply.tone === 'done' && blocks !== undefined) {
      const note = `${mentionUser(by)}: that’s the right one. ${escapeText(reply.text)}`;
      await replaceMessage(deps, args, withoutButton(blocks, press, note), note);
    } else {
      await sayToPresser(press, args, reply);
    }
  });
}

/**
 * What is done about a gap: a draft is shown below the list, as often as it is wanted; what was put aside leaves the list,
 * which is drawn anew.
 */
export function onGap(deps: Deps) {
  return onPress(deps, 'gap', 'repeats', async (press, args) => {
    const { value, place, by, ephemeral } = press;
    const { which, deed } = value;
    const reply = await deps.desk.actOnGap({ which, deed, asker: by });
    if (deed !== 'dismiss' || reply.kind !== 'notice' || reply.tone !== 'done') {
      await sayToPresser(press, args, reply);
      return;
    }
    const left = await deps.desk.command({ text: 'gaps', surface: 'direct', place, asker: by }, { asText: false });
    const message = renderReply(left, shownIn(place, ephemeral));
    if (message !== undefined) await replaceMessage(deps, args, message.blocks, message.text);
  });
}
