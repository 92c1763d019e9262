import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import * as z from 'zod';
import { filesOf } from '../files/given-files.js';
import { isNotInChannel, slackErrorCode } from '../slack-error.js';
import { cutPlain } from '../text.js';
import { renderReply } from '../views/index.js';
import { traceForm, traceFormView } from '../views/trace-form.js';
import type { Client, Deps } from './deps.js';
import { postForOne } from './post.js';

/** A line below a field has room for little. */
const longestError = 150;

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Where the command was typed, as the form carries it. */
const originSchema = z.strictObject({ channel: z.string().max(50), thread: z.string().max(200) });
type Origin = z.infer<typeof originSchema>;

/** Opens the form; false when Slack does not let it, as when the trigger is older than three seconds. */
export async function openTraceForm(
  { log }: Deps,
  client: Client,
  triggerId: string,
  origin: Origin,
): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: triggerId, view: traceFormView(JSON.stringify(origin)) });
    return true;
  } catch (err) {
    log.warn('Could not open the form for a trace', { code: slackErrorCode(err), err });
    return false;
  }
}

/** The form was sent: what the trace says goes to the one who sent it. */
export function onTraceForm(deps: Deps) {
  return async ({ ack, view, body, client }: Args): Promise<void> => {
    const values = view.state.values;
    const text = values[traceForm.text.block]?.[traceForm.text.action]?.value?.trim() ?? '';
    const file = values[traceForm.file.block]?.[traceForm.file.action] ?? {};
    const files = filesOf(file, { ...deps, client });
    if (text === '' && files.files === undefined) {
      await ack({
        response_action: 'errors',
        errors: { [traceForm.text.block]: 'Paste the trace here, or add a file above.' },
      });
      return;
    }
    const { channel, thread } = originOf(view.private_metadata, body.user.id);
    const place = { channel, thread };
    const question = { text: `trace ${text}`, surface: 'direct' as const, place, asker: body.user.id };
    const read = () => deps.desk.command({ ...question, ...files }, { asText: false });
    // A text is read at once; a file is fetched first, which may take longer than Slack waits.
    const known = files.files === undefined ? await read() : undefined;
    if (known?.kind === 'notice') {
      // What was pasted stays in sight, to be put right.
      await ack({ response_action: 'errors', errors: { [traceForm.text.block]: cutPlain(known.text, longestError) } });
      return;
    }
    await ack();
    if (!(await deps.desk.firstTime(`form:${view.id}`))) return;
    const reply = known ?? (await read());
    const message = renderReply(reply, { thread, ephemeral: true });
    if (message === undefined) return;
    try {
      await postForOne(client, { channel }, body.user.id, message);
    } catch (error) {
      // The command works in every channel, also where the bot is no member: there a direct message says it.
      if (!isNotInChannel(error)) throw error;
      await client.chat.postMessage({ channel: body.user.id, ...message });
    }
  };
}

function originOf(metadata: string, user: string): Origin {
  try {
    return originSchema.parse(JSON.parse(metadata));
  } catch {
    // A form of an older version: the conversation with the bot is always there.
    return { channel: user, thread: `command-${user}` };
  }
}
