import type { DiagnosisRequest } from '../../desk/question.js';
import type { LiveRequest, Reply } from '../../desk/reply.js';
import { isForAskerOnly } from '../../desk/reply.js';
import type { Message } from '../limits.js';
import { context } from '../views/blocks.js';
import { renderReply } from '../views/index.js';
import type { Client, Deps } from './deps.js';
import type { Asked } from './post.js';
import { isDirect, shownIn } from './shown-in.js';
import { realPause } from './while-waiting.js';

/** How often somebody who waits is told how far it is. */
const progressMs = 3_000;

/** What of a Reply can be held against the live tenants. */
export function liveOf(reply: Reply): LiveRequest | undefined {
  return 'live' in reply && reply.kind !== 'diagnosis' ? reply.live : undefined;
}

/** The message with a line below its first block that says that the checks are under way. */
export function withProgress(
  { text, blocks }: Message,
  said = 'Asking the live systems whether this is it …',
): Message {
  const [first, ...rest] = blocks;
  const line = `:eyes: ${said}`;
  return { text: `${text}\n${line}`, blocks: [...(first === undefined ? [] : [first]), context(line), ...rest] };
}

/**
 * Holds a posted answer against the live tenants, and puts what they say in its place. While that takes long the
 * message says how far it is. When it fails the answer stands as it was.
 */
export async function proveInPlace(
  { desk, log, pause = realPause }: Deps,
  client: Client,
  post: Asked,
  posted: { readonly ts: string; readonly message: Message },
  reply: Reply,
): Promise<void> {
  const live = liveOf(reply);
  if (live === undefined) return;
  const { channel, thread, asker } = post;
  const place = { channel, thread };
  const update = ({ text, blocks }: Message) => client.chat.update({ channel, ts: posted.ts, text, blocks });
  const over = new AbortController();
  let progress = '';
  const telling = tell();
  let shown: Message = posted.message;
  try {
    const { redactions } = reply;
    const found = await desk.diagnose(
      { live, place, asker, ...(redactions === undefined ? {} : { redactions }) },
      (ended, all) => {
        progress = `${ended} of ${all} live checks are done …`;
      },
    );
    // About a person, where somebody else reads along: the fix stands without it.
    if (found.kind === 'diagnosis' && !(isForAskerOnly(found) && !isDirect(channel)))
      shown = renderReply(withRest(found, reply), shownIn(place, false)) ?? shown;
  } catch (error) {
    log.error('An answer could not be held against the live systems', { error });
  }
  over.abort();
  await telling;
  try {
    await update(shown);
  } catch (error) {
    // The answer stands in the channel: that it could not be replaced is no failure to tell the asker of.
    log.error('An answer could not be replaced by its diagnosis', { error });
  }

  async function tell(): Promise<void> {
    try {
      for (;;) {
        await pause(progressMs, over.signal);
        if (progress !== '') await update(withProgress(posted.message, progress));
      }
    } catch {
      // It is over, or Slack did not take the line: what counts comes after it.
    }
  }
}

/** The answer with what the live tenants say of it, where nothing can take its place later. */
export async function proven(
  { diagnose }: Deps['desk'],
  reply: Reply,
  by: Pick<DiagnosisRequest, 'place' | 'asker'>,
): Promise<Reply> {
  const live = reply.kind === 'answer' || reply.kind === 'question' ? reply.live : undefined;
  if (live === undefined) return reply;
  const { redactions } = reply;
  const found = await diagnose({ live, ...by, ...(redactions === undefined ? {} : { redactions }) });
  return found.kind === 'diagnosis' ? withRest(found, reply) : reply;
}

/** What was read in files, and what else was recognised, stays in sight when the diagnosis takes the answer's place. */
function withRest<R extends Reply>(found: R, { read, also }: Reply): R {
  return { ...found, ...(read === undefined ? {} : { read }), ...(also === undefined ? {} : { also }) };
}
