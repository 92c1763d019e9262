/** The form that `/wo-okta trace` opens, and what comes of it. */
import { describe, expect, it } from 'vitest';
import { traceFormView } from '../../../src/slack/views/trace-form.js';
import { type Bot, startBot } from '../helpers/bot.js';
import { command } from '../helpers/payloads.js';
import { ordinaryReplies } from '../helpers/samples.js';

const read = () => ordinaryReplies.trace;

async function opened() {
  const bot = await startBot({ command: read });
  await bot.deliver(command(bot.slack, 'trace'));
  const view = JSON.parse(String(bot.slack.of('views.open')[0]?.['view'])) as Record<string, unknown>;
  return { bot, view };
}

let count = 0;
function submitted(view: Record<string, unknown>, values: object) {
  count += 1;
  return {
    type: 'view_submission',
    trigger_id: `tr.form.${count}`,
    user: { id: 'U0KIM', name: 'kim', team_id: 'T1' },
    team: { id: 'T1', domain: 'acme' },
    view: { ...view, id: `V${count}`, state: { values } },
  };
}
const typed = (value: string) => ({ trace_text: { text: { type: 'plain_text_input', value } } });
const uploaded = (files: readonly object[]) => ({ trace_file: { file: { type: 'file_input', files } } });
const asked = (bot: Bot) => bot.desk.commands.map(({ question }) => question);

describe('/wo-okta trace', () => {
  it('opens a form, and says nothing in the channel', async () => {
    const { bot, view } = await opened();

    expect(view).toMatchObject({ type: 'modal', callback_id: 'trace_form' });
    expect(bot.desk.commands).toEqual([]);
    expect(bot.slack.of('respond')).toEqual([]);
  });

  it.each(['TRACE', '`trace`', ' trace '])('opens it too as %j', async (line) => {
    const bot = await startBot({ command: read });
    await bot.deliver(command(bot.slack, line));

    expect(bot.slack.of('views.open')).toHaveLength(1);
  });

  it('with a trace behind it reads that', async () => {
    const bot = await startBot({ command: read });
    await bot.deliver(command(bot.slack, 'trace SAMLRequest=abc'));

    expect(bot.slack.of('views.open')).toEqual([]);
    expect(asked(bot)).toMatchObject([{ text: 'trace SAMLRequest=abc' }]);
  });

  it('says how to give a trace where Slack opens no form', async () => {
    const bot = await startBot({ command: read });
    bot.slack.refuse('views.open', 'expired_trigger_id');
    await bot.deliver(command(bot.slack, 'trace'));

    expect(asked(bot)).toMatchObject([{ text: 'trace' }]);
    expect(bot.slack.of('respond')).toHaveLength(1);
  });
});

describe('the form for a trace', () => {
  it('hands the text to the desk and shows what it says to the sender alone', async () => {
    const { bot, view } = await opened();
    await bot.deliver(submitted(view, typed('SAMLRequest=abc')));

    expect(asked(bot)).toMatchObject([
      { text: 'trace SAMLRequest=abc', surface: 'direct', place: { channel: 'C0HELP' }, asker: 'U0KIM' },
    ]);
    expect(bot.slack.of('chat.postEphemeral')).toMatchObject([{ channel: 'C0HELP', user: 'U0KIM' }]);
  });

  it('hands a file to the desk', async () => {
    const { bot, view } = await opened();
    const url = 'https://files.slack.com/files-pri/T1-F1/a.har';
    await bot.deliver(submitted(view, uploaded([{ id: 'F1', name: 'a.har', size: 9, url_private: url }])));

    expect(asked(bot)).toMatchObject([{ files: [{ name: 'a.har', size: 9 }] }]);
  });

  it('is answered once, though Slack may deliver it twice', async () => {
    const { bot, view } = await opened();
    const payload = submitted(view, typed('SAMLRequest=abc'));
    await bot.deliver(payload);
    await bot.deliver(payload);

    expect(bot.slack.of('chat.postEphemeral')).toHaveLength(1);
  });

  it('with nothing in it stays open', async () => {
    const { bot, view } = await opened();
    await bot.deliver(submitted(view, {}));

    expect(asked(bot)).toEqual([]);
  });

  it('with a text that is no trace stays open and says so below it: what was pasted is not lost', async () => {
    const bot = await startBot({
      command: () => ({ kind: 'notice', tone: 'refused', text: 'No SAML message is in it.' }),
    });
    const { answered } = await bot.deliver(submitted({ ...traceFormView('{}') }, typed('hello')));

    expect(answered).toEqual({ response_action: 'errors', errors: { trace_text: 'No SAML message is in it.' } });
    expect(bot.slack.of('chat.postEphemeral')).toEqual([]);
    expect(bot.slack.of('chat.postMessage')).toEqual([]);
  });

  it('answers by direct message where the bot is not in the channel', async () => {
    const { bot, view } = await opened();
    bot.slack.refuse('chat.postEphemeral', 'not_in_channel');
    await bot.deliver(submitted(view, typed('SAMLRequest=abc')));

    expect(bot.slack.of('chat.postMessage')).toMatchObject([{ channel: 'U0KIM' }]);
  });

  it('of an older version answers by direct message', async () => {
    const { bot, view } = await opened();
    await bot.deliver(submitted({ ...view, private_metadata: 'x' }, typed('SAMLRequest=abc')));

    expect(asked(bot)).toMatchObject([{ place: { channel: 'U0KIM' } }]);
  });
});
