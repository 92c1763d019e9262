import type { Reply } from '../../desk/reply.js';
import { renderReply } from '../views/index.js';
import type { Deps } from './deps.js';
import { onPress, type Press, type PressArgs } from './press.js';
import { shownIn } from './shown-in.js';
import { realPause, stillAsking, whileWaiting } from './while-waiting.js';

/**
 * Acknowledge, snooze and end a snooze: as often as an alert fires and gets worse, and by whom it may be. The alert's
 * message then says who did it, so nothing else is said; why it could not be done is told to the one who pressed.
 */
export function onAlertDeed(deps: Deps) {
  return onPress(deps, 'alert', 'repeats', async (press, args) => {
    const { value, place, by } = press;
    const reply = await deps.desk.actOnAlert({ which: value.alert, deed: value.deed, place, asker: by });
    if (reply.kind !== 'notice' || reply.tone !== 'done') await showPresser(press, args, reply);
  });
}

/** "Show fix": the article, to everybody who wants to read it, without filling the channel. */
export function onAlertFix(deps: Deps) {
  return onPress(deps, 'alert-fix', 'repeats', async (press, args) => {
    const { value, place, by } = press;
    const question = { text: `article ${value.article}`, surface: 'direct' as const, place, asker: by };
    await showPresser(press, args, await deps.desk.command(question, { asText: false }));
  });
}

/** "Run check": what the live tenants say about the person, to the one who pressed, if they may know it. */
export function onAlertCheck(deps: Deps) {
  const { desk, pause = realPause } = deps;
  return onPress(deps, 'alert-check', 'repeats', async (press, args) => {
    const { value, place, by } = press;
    const working = desk.lookUp({ lookup: 'check', who: value.who, place, asker: by });
    const reply = await whileWaiting(working, pause, () =>
      args.respond({ response_type: 'ephemeral', replace_original: false, text: stillAsking }),
    );
    await showPresser(press, args, reply);
  });
}

/** Shows a Reply below the channel's last message to the one who pressed: in the alert's thread they would not see it. */
async function showPresser({ place }: Press, { respond }: PressArgs, reply: Reply): Promise<void> {
  const message = renderReply(reply, shownIn(place, true));
  if (message !== undefined) await respond({ response_type: 'ephemeral', replace_original: false, ...message });
}
