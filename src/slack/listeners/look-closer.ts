import type { Reply } from '../../desk/reply.js';
import { slackErrorCode } from '../slack-error.js';
import { renderReply } from '../views/index.js';
import { closerView } from '../views/look-closer.js';
import type { Deps } from './deps.js';
import { sayToPresser } from './lookups.js';
import { onPress, type Press, type PressArgs } from './press.js';
import { shownIn } from './shown-in.js';

/** "What I read": all of the text that was read in files, for the one who asks. */
export function onFullText(deps: Deps) {
  return onPress(deps, 'full-text', 'repeats', async (press, args) => {
    await showCloser(deps, press, args, 'What I read', deps.desk.fullText(press.value.reading));
  });
}

/** "What was read": for the one who asks. */
export function onExplain(deps: Deps) {
  return onPress(deps, 'explain', 'repeats', async (press, args) => {
    await showCloser(deps, press, args, 'What was read', deps.desk.explain(press.value.diagnosis, press.by));
  });
}

/** Opens it over everything else; where Slack does not, as when the press is older than three seconds, it is a message. */
async function showCloser({ log }: Deps, press: Press, args: PressArgs, title: string, reply: Reply): Promise<void> {
  const message = reply.kind === 'notice' ? undefined : renderReply(reply, shownIn(press.place, true));
  if (message !== undefined) {
    try {
      await args.client.views.open({ trigger_id: args.body.trigger_id, view: closerView(title, message) });
      return;
    } catch (err) {
      log.warn('Could not open what was read', { code: slackErrorCode(err), err });
    }
  }
  await sayToPresser(press, args, reply);
}
