import { linkTo } from '../../desk/find-articles.js';
import type { Article } from '../../model/article.js';
import { toMessage } from '../limits.js';
import { escapeLine, escapeText, mentionUser } from '../text.js';
import { alsoBlocks } from '../views/also.js';
import { articleCard, whereTheRestIs } from '../views/article-card.js';
import { context } from '../views/blocks.js';
import { renderReply } from '../views/index.js';
import { withoutButton, withoutButtons } from '../views/pressed.js';
import { sharedView } from '../views/shared.js';
import type { Deps } from './deps.js';
import { choiceNote, sayToPresser } from './lookups.js';
import { onPress, type Press, type PressArgs, replaceMessage, say } from './press.js';
import { proven } from './prove-in-place.js';
import { addMark } from './reactions.js';
import { shownIn } from './shown-in.js';

/** "Solved" and "Not solved". */
export function onFeedback(deps: Deps) {
  return onPress(deps, 'feedback', { each: false }, async (press, args) => {
    const { value, place, by } = press;
    const reply = await deps.desk.feedback({
      place,
      articleId: value.article,
      articleVersion: value.articleVersion,
      solved: value.solved,
      by,
    });
    const recorded = reply.kind !== 'notice' || reply.tone === 'done';
    if (recorded) {
      const did = value.solved ? ':white_check_mark: Solved, says' : 'Not solved, says';
      const said = reply.kind === 'notice' ? ` ${escapeText(reply.text)}` : '';
      await settle(deps, press, args, `${did} ${mentionUser(by)}.${said}`, value);
      if (value.solved)
        await addMark(deps, args.client, { channel: place.channel, ts: place.thread }, 'white_check_mark');
    }
    if (recorded && reply.kind === 'notice') return;
    const message = renderReply(reply, shownIn(place, press.ephemeral));
    if (message !== undefined) await say(press, args, message);
  });
}

/** The answer to a question of ours. */
export function onChoice(deps: Deps) {
  return onPress(deps, 'choose', { each: false }, async (press, args) => {
    const { place, by } = press;
    const chosen = await deps.desk.choose(place, press.value.intent, by);
    const reply = await proven(deps.desk, chosen, { place, asker: by });
    const note = choiceNote(press);
    const message = renderReply(reply, shownIn(press.place, press.ephemeral));
    if (press.blocks === undefined && message !== undefined) {
      await replaceMessage(deps, args, [...message.blocks, context(note)], message.text);
      return;
    }
    await settle(deps, press, args, note);
    await sayToPresser(press, args, reply);
  });
}

/** An article named as near, or in a list. */
export function onOpen(deps: Deps) {
  return onPress(deps, 'open', { each: true }, async (press, args) => {
    const reply = await readArticle(deps, press, press.value.article);
    const message = renderReply(reply, shownIn(press.place, press.ephemeral));
    if (message !== undefined) await say(press, args, message);
    if (press.blocks === undefined) return;
    const note = `${mentionUser(press.by)} opened “${escapeLine(press.label)}”.`;
    await replaceMessage(deps, args, withoutButton(press.blocks, press, note), note);
  });
}

/**
 * "Share in channel" under an answer that only the asker sees. It goes by way of the response URL, which works where
 * the bot is no member. The asker keeps the private one: it may hold more than what was shared.
 */
export function onShare(deps: Deps) {
  return onPress(deps, 'share', { each: true }, async (press, args) => {
    const { place, value, by } = press;
    const reply = await readArticle(deps, press, value.article);
    if (reply.kind === 'article') {
      const message = sharedView(reply, by, place.thread);
      await args.respond({ response_type: 'in_channel', replace_original: false, ...message });
      return;
    }
    const message = renderReply(reply, shownIn(place, true));
    if (message !== undefined) await say(press, args, message);
  });
}

/** An article by its id, through the same door as everybody. */
function readArticle({ desk }: Deps, { place, by }: Press, id: string) {
  return desk.command({ text: `article ${id}`, surface: 'direct', place, asker: by }, { asText: false });
}

/**
 * Puts `note` in the place of the pressed row of buttons. Slack does not send the blocks of an ephemeral message, so
 * there the article is drawn anew without buttons, and the articles beside it as buttons that open them.
 */
export async function settle(
  deps: Deps,
  press: Press,
  args: PressArgs,
  note: string,
  shown: { readonly article?: string; readonly beside?: readonly string[] | undefined } = {},
): Promise<void> {
  if (press.blocks !== undefined) {
    await replaceMessage(deps, args, withoutButtons(press.blocks, press.rowId, note), note);
    return;
  }
  const ids = shown.article === undefined ? [] : [shown.article, ...(shown.beside ?? [])];
  const replies = await Promise.all(ids.map((id) => readArticle(deps, press, id)));
  const [article, ...beside] = replies.flatMap((reply): Article[] => (reply.kind === 'article' ? [reply.article] : []));
  const card = article === undefined ? [] : articleCard(article);
  const also = beside.map((one) => ({ articles: [linkTo(one)] }));
  const { blocks } = toMessage(
    [...card, context(note), ...alsoBlocks(also, press.place.thread)],
    article === undefined ? '…' : whereTheRestIs(article),
  );
  await replaceMessage(deps, args, blocks, note);
}
