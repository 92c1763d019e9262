import { isForAskerOnly } from '../../desk/reply.js';
import { renderReply } from '../views/index.js';
import type { Deps } from './deps.js';
import { sayToPresser } from './lookups.js';
import { onPress } from './press.js';
import { isDirect, shownIn } from './shown-in.js';

/** "Run live checks" and "Run again": what the tenants say now takes the place of the message. */
export function onDiagnose(deps: Deps) {
  return onPress(deps, 'diagnose', 'repeats', async (press, args) => {
    const { value, place, by, ephemeral } = press;
    const { articles, cause, who, whoFor, choices, heldBack, asked, isWanted, hasSeveralErrors } = value;
    const reply = await deps.desk.diagnose({
      live: {
        articles,
        ...(cause === undefined ? {} : { cause }),
        ...(who === undefined ? {} : { who }),
        ...(whoFor === undefined ? {} : { whoFor }),
        ...(choices === undefined ? {} : { choices }),
        ...(heldBack === undefined ? {} : { heldBack }),
        ...(asked === undefined ? {} : { asked }),
        ...(isWanted === undefined ? {} : { isWanted }),
        ...(hasSeveralErrors === undefined ? {} : { hasSeveralErrors }),
      },
      place,
      asker: by,
      isAgain: true,
      isExplicit: who !== undefined,
    });
    const isPrivate = isForAskerOnly(reply) && !isDirect(place.channel);
    const message = renderReply(reply, shownIn(place, ephemeral || isPrivate));
    if (reply.kind !== 'diagnosis' || message === undefined || (isPrivate && !ephemeral)) {
      await sayToPresser(press, args, reply);
      return;
    }
    await args.respond({ replace_original: true, ...message });
  });
}
