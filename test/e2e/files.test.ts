/** What is dropped into Slack, read by the shipped program: a screenshot, a trace, an exported log, the form. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, press, reply, shown, type Workspace } from './support/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const sample = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../src/playground/samples/${name}`, import.meta.url)),
});

/** Sends a file to the bot; its reply, once it is no more than a word. Reading a picture opens the engine first. */
async function send(file: { readonly name: string; readonly bytes: Uint8Array }, text: string) {
  const post = workspace.driver.say({ channel: 'helpdesk', text, files: [file] });
  await workspace.driver.waitFor(() => workspace.driver.messages('helpdesk', post.ts)[1], {
    for: 'a reply to the file',
    within: 60_000,
  });
  return reply(workspace, post);
}

describe('a file dropped into a channel with a mention', () => {
  it('that is a screenshot is answered by the error in it, and shows what was read to whoever asks', async () => {
    const answer = await send(sample('sign-in-error.png'), '@wo-okta what is this?');

    expect(shown(answer)).toContain('federationArtifact.not.found');
    expect(shown(answer)).toContain('A picture with');
    expect(shown(answer)).toContain('`Federation Artifact not found.`');

    await press(workspace, answer, 'What I read');
    const text = await workspace.driver.waitFor(() => workspace.driver.modal(), { for: 'the text' });
    expect(JSON.stringify(text.view)).toContain('Request Failed\\nFederation Artifact not found.');
    await workspace.driver.closeView(text.id);
  });

  it('that is a SAML trace is read, and names the problem first', async () => {
    const answer = await send(sample('saml-tracer.json'), '@wo-okta');

    expect(shown(answer)).toMatch(/^.{0,20}The NameID is ann, without an @/);
    expect(shown(answer)).toContain('username-mismatch');
    expect(shown(answer)).not.toContain('c2lnbmF0dXJl');
  });

  it('that is Okta’s System Log is read by its fields', async () => {
    const event = {
      uuid: 'e1',
      published: '2026-11-24T09:00:00.000Z',
      eventType: 'user.authentication.auth_via_IDP',
      displayMessage: 'Authenticate user via IDP',
      outcome: { result: 'FAILURE', reason: 'Unable to match transformed username' },
    };
    const answer = await send({ name: 'log.json', bytes: Buffer.from(JSON.stringify([event])) }, '@wo-okta');

    expect(shown(answer)).toContain('1 event, 2026-11-24 09:00 UTC; 1 failed.');
    expect(shown(answer)).toContain('Unable to match transformed username');
  });

  it('that is no picture and no text is named, with what to do', async () => {
    const answer = await send({ name: 'guide.pdf', bytes: Buffer.from('%PDF-1.7 …') }, '@wo-okta');

    expect(shown(answer)).toContain('I could not read guide.pdf. It is a PDF');
    expect(workspace.logged()).not.toContain('"level":"error"');
  });
});

describe('/wo-okta trace', () => {
  it('opens a form; what the trace says, only its sender sees', async () => {
    const { driver } = workspace;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta trace' });
    const form = await driver.waitFor(() => driver.modal(), { for: 'the form' });
    const { id } = driver.upload(sample('saml-tracer.json'));
    const before = driver.ephemerals().length;

    await driver.submit(form.id, { trace_file: { file: { type: 'file_input', files: [{ id }] } } });

    const answer = await driver.waitFor(() => driver.ephemerals()[before], { for: 'what the trace says' });
    expect(shown(answer)).toContain('The NameID is ann, without an @');
    expect(shown(answer)).toContain('nobody here has seen it');
  });
});
