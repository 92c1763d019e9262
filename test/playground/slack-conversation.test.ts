import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { socketModeApp } from './bolt-app.js';

const button = (actionId: string, value: string) => ({
  type: 'button' as const,
  action_id: actionId,
  value,
  text: { type: 'plain_text' as const, text: 'Solved' },
});

describe('a Bolt app in Socket Mode, run against the local Slack', () => {
  let slack: SlackServer;
  let app: App;

  beforeEach(async () => {
    slack = await startSlack({ clock: systemClock });
    app = socketModeApp(slack);
  });

  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('hears a mention and replies in its thread', async () => {
    app.event('app_mention', async ({ event, client }) => {
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: `You said: ${event.text}` });
    });
    await app.start();
    const { driver } = slack;
    const asked = driver.say({ channel: 'helpdesk', text: '@wo-okta 404 & <broken>' });
    const reply = await driver.waitFor(() => driver.messages('helpdesk', asked.ts)[1], {
      for: 'a reply in the thread',
    });
    expect(reply.text).toBe('You said: <@U0WOOKTA01> 404 &amp; &lt;broken&gt;');
    expect(reply.threadTs).toBe(asked.ts);
  });

  it('hears a direct message as a message only, never as a mention', async () => {
    const heard: string[] = [];
    app.event('app_mention', async () => {
      heard.push('app_mention');
    });
    app.message(async ({ message, say }) => {
      heard.push(`${message.type} ${'channel_type' in message ? message.channel_type : ''}`);
      await say('Here.');
    });
    await app.start();
    const { driver } = slack;
    driver.say({ channel: driver.directId(), text: '@wo-okta are you there?' });
    await driver.waitFor(() => driver.messages(driver.directId())[1], { for: 'the answer' });
    await driver.delivered();
    expect(heard).toEqual(['message im']);
  });

  it('is told of what happens in its channels and of nothing else', async () => {
    const heard: string[] = [];
    app.message(async ({ message, client }) => {
      heard.push('text' in message ? (message.text ?? '') : '');
      await client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'eyes' });
    });
    await app.start();
    const { driver } = slack;
    driver.say({ channel: 'general', text: 'lunch at 12?' });
    const said = driver.say({ channel: 'helpdesk', text: 'printer again' });
    await driver.waitFor(() => driver.messages('helpdesk', said.ts)[0]?.reactions[0], { for: 'the eyes' });
    expect(heard).toEqual(['printer again']);
    expect(driver.ephemerals()).toEqual([]);
  });

  it('is invited where somebody mentioned it in vain', async () => {
    app.event('member_joined_channel', async ({ event, client }) => {
      await client.chat.postMessage({
        channel: event.channel,
        text: `${event.user} brought in by ${event.inviter ?? ''}`,
      });
    });
    await app.start();
    const { driver } = slack;
    driver.say({ channel: 'general', text: '@wo-okta hello' });
    expect(driver.ephemerals().map((message) => message.text)).toEqual([
      "You mentioned <@U0WOOKTA01>, but they're not in this channel. Invite them with `/invite @wo-okta`.",
    ]);
    await driver.command({ channel: 'general', line: '/invite @wo-okta' });
    const hello = await driver.waitFor(() => driver.messages('general').find(({ text }) => text.includes('brought')), {
      for: 'a greeting',
    });
    expect(hello.text).toBe('U0WOOKTA01 brought in by U0ANNACE01');
  });

  it('hears reactions, and reacts itself', async () => {
    app.event('reaction_added', async ({ event, client }) => {
      if (event.reaction !== 'eyes' || event.item.type !== 'message') return;
      await client.reactions.add({ channel: event.item.channel, timestamp: event.item.ts, name: 'white_check_mark' });
    });
    await app.start();
    const { driver } = slack;
    const said = driver.say({ channel: 'helpdesk', text: 'look' });
    driver.react(said, 'eyes');
    const reactions = await driver.waitFor(
      () => {
        const now = driver.messages('helpdesk', said.ts)[0]?.reactions ?? [];
        return now.length === 2 ? now : undefined;
      },
      { for: 'both reactions' },
    );
    expect(reactions).toEqual([
      { name: 'eyes', users: ['U0ANNACE01'] },
      { name: 'white_check_mark', users: ['U0WOOKTA01'] },
    ]);
    driver.react(said, 'eyes');
    expect(driver.messages('helpdesk', said.ts)[0]?.reactions.map(({ name }) => name)).toEqual(['white_check_mark']);
  });

  it('answers a slash command to the person alone, then to the channel', async () => {
    app.command('/wo-okta', async ({ ack, command, respond }) => {
      await ack(`Looking for ${command.text}`);
      await respond({ response_type: 'in_channel', text: `${command.user_name} asked in ${command.channel_name}` });
    });
    await app.start();
    const { driver } = slack;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta fix  two words' });
    const posted = await driver.waitFor(() => driver.messages('helpdesk')[1], { for: 'the answer in the channel' });
    expect(driver.ephemerals().map((message) => message.text)).toEqual(['Looking for fix  two words']);
    expect(posted).toMatchObject({ text: 'ann asked in helpdesk', botId: 'B0WOOKTA01' });
  });

  it('hears whom a slash command mentions by id, as the manifest asks for', async () => {
    app.command('/wo-okta', async ({ ack, command }) => ack({ text: JSON.stringify(command.text) }));
    await app.start();
    const { driver } = slack;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta check @benito & ann@acme.example' });
    const heard = driver.ephemerals()[0]?.text.replaceAll('&amp;amp;', '&amp;');
    expect(heard).toBe('"check <@U0BENITO02> &amp; <mailto:ann@acme.example|ann@acme.example>"');
  });

  it('is refused slash commands in threads and commands nobody registered, as in Slack', async () => {
    await app.start();
    const { driver } = slack;
    const said = driver.say({ channel: 'helpdesk', text: 'thread' });
    await expect(driver.command({ channel: 'helpdesk', line: '/wo-okta help', threadTs: said.ts })).rejects.toThrow(
      '/wo-okta is not supported in threads. Sorry!',
    );
    await expect(driver.command({ channel: 'helpdesk', line: '/nope' })).rejects.toThrow(
      '/nope is not a valid command.',
    );
  });

  it('changes its message when a button in it is pressed', async () => {
    app.action('solved', async ({ ack, body, client, action }) => {
      await ack();
      if (body.type !== 'block_actions' || body.message === undefined || body.channel === undefined) return;
      const value = action.type === 'button' ? action.value : '';
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: `Solved: ${value}`, blocks: [] });
    });
    await app.start();
    const { driver } = slack;
    const { ts } = await app.client.chat.postMessage({
      channel: 'C0HELPDESK',
      text: 'Fixed?',
      blocks: [{ type: 'actions', block_id: 'verdict', elements: [button('solved', 'idp-not-found')] }],
    });
    const message = { channel: 'C0HELPDESK', ts: String(ts) };
    await driver.click(message, { actionId: 'solved' });
    const changed = await driver.waitFor(
      () => driver.messages('helpdesk', message.ts).find((each) => each.edited !== undefined),
      { for: 'the edited message' },
    );
    expect(changed.text).toBe('Solved: idp-not-found');
    expect(changed.blocks).toBeUndefined();
    await expect(driver.click(message, { actionId: 'solved' })).rejects.toThrow('That button is not there any more.');
  });

  it('replaces and deletes an ephemeral message through its response_url', async () => {
    app.action('again', async ({ ack, respond }) => {
      await ack();
      await respond({
        replace_original: true,
        text: 'replaced',
        blocks: [{ type: 'actions', elements: [button('gone', 'x')] }],
      });
    });
    app.action('gone', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
    await app.start();
    const { driver } = slack;
    await app.client.chat.postEphemeral({
      channel: 'C0HELPDESK',
      user: driver.userId('ann'),
      text: 'only you',
      blocks: [{ type: 'actions', elements: [button('again', 'x')] }],
    });
    const [shown] = driver.ephemerals();
    if (shown === undefined) throw new Error('nothing was shown');
    await driver.click(shown, { actionId: 'again' });
    await driver.waitFor(() => driver.ephemerals().find(({ text }) => text === 'replaced'), { for: 'the replacement' });
    expect(driver.ephemerals('benito')).toEqual([]);
    await driver.click(shown, { actionId: 'gone' });
    await driver.waitFor(() => (driver.ephemerals().length === 0 ? true : undefined), { for: 'the deletion' });
    expect(driver.messages('helpdesk')).toHaveLength(1);
  });

  it('opens a modal from a message shortcut, refuses what is entered, then takes it', async () => {
    const submitted: unknown[] = [];
    app.shortcut('find_the_fix', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'message_action') return;
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'refine',
          private_metadata: body.message_ts,
          notify_on_close: true,
          title: { type: 'plain_text', text: 'Find the fix' },
          submit: { type: 'plain_text', text: 'Search' },
          blocks: [
            {
              type: 'input',
              block_id: 'error',
              label: { type: 'plain_text', text: 'Error' },
              element: {
                type: 'plain_text_input',
                action_id: 'text',
                initial_value: body.message.text ?? '',
                max_length: 20,
              },
            },
          ],
        },
      });
    });
    app.view('refine', async ({ ack, view }) => {
      const text = view.state.values['error']?.['text']?.value ?? '';
      if (!text.includes('404')) {
        await ack({ response_action: 'errors', errors: { error: 'Name the error code.' } });
        return;
      }
      submitted.push({ text, about: view.private_metadata });
      await ack();
    });
    app.view({ callback_id: 'refine', type: 'view_closed' }, async ({ ack }) => {
      submitted.push('closed');
      await ack();
    });
    await app.start();
    const { driver } = slack;
    const said = driver.say({ channel: 'helpdesk', text: 'it fails' });
    const entered = (value: string) => ({ error: { text: { type: 'plain_text_input', value } } });
    const open = async () => {
      await driver.shortcut({ callbackId: 'find_the_fix', channel: 'helpdesk', ts: said.ts });
      return (await driver.waitFor(() => driver.modal(), { for: 'the modal' })).id;
    };
    const viewId = await open();
    expect(await driver.submit(viewId, entered(''))).toEqual({ error: 'Please complete this required field.' });
    expect(await driver.submit(viewId, entered('x'.repeat(21)))).toEqual({
      error: 'Please enter no more than 20 characters.',
    });
    expect(await driver.submit(viewId, entered('no code'))).toEqual({ error: 'Name the error code.' });
    expect(driver.modal()?.id).toBe(viewId);
    expect(await driver.submit(viewId, entered('code 404'))).toBeUndefined();
    expect(driver.modal()).toBeUndefined();
    await driver.closeView(await open());
    expect(submitted).toEqual([{ text: 'code 404', about: said.ts }, 'closed']);
  });

  it('publishes a Home tab when a person opens it', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    });
    await app.start();
    slack.driver.openHome();
    const home = await slack.driver.waitFor(() => slack.driver.home(), { for: 'the Home tab' });
    expect(home.view.blocks).toHaveLength(1);
  });

  it('shares a file in three steps and reads back what a person shared', async () => {
    app.message(async ({ message, say }) => {
      if (!('files' in message) || message.user === slack.driver.userId('wo-okta')) return;
      const [file] = message.files ?? [];
      const answer = await fetch(file?.url_private_download ?? '', {
        headers: { authorization: `Bearer ${slack.botToken}` },
      });
      await say(`It says: ${await answer.text()}`);
    });
    await app.start();
    const { driver } = slack;
    await app.client.filesUploadV2({ channel_id: 'C0HELPDESK', filename: 'trace.log', content: 'line one' });
    expect(
      driver
        .messages('helpdesk')
        .at(-1)
        ?.files?.map(({ name, mimetype }) => `${name} ${mimetype}`),
    ).toEqual(['trace.log text/plain']);
    driver.say({
      channel: 'helpdesk',
      text: '',
      files: [{ name: 'a.log', bytes: new TextEncoder().encode('404 here') }],
    });
    await driver.waitFor(() => driver.messages('helpdesk').find(({ text }) => text === 'It says: 404 here'), {
      for: 'the file to be read',
    });
  });
});
