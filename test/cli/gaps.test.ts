/** `wo-okta gaps`: the list and the drafts, read beside a running bot, written only where they are told to. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gapsCard } from '../../src/cli/gaps-card.js';
import { createPaint } from '../../src/cli/output.js';
import { parseArticle, parseIntent } from '../../src/knowledge/parse.js';
import { openStore } from '../../src/state/index.js';
import { gap, proposedExample } from '../slack/helpers/samples.js';
import { fakeLog } from '../support/fake-log.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

const style = { paint: createPaint(false), width: 80 };
const call = 'DATA_DIR=data/playground wo-okta';

describe('the list in the terminal', () => {
  it('says of each how it was asked, how often, what is near, and what to type for a draft', () => {
    expect(gapsCard({ gaps: [gap()], proposals: [proposedExample()], answered: 1, older: 0 }, style, call)).toBe(
      `One gap is open.

1. “the tunnel app shows a purple triangle”
   asked 3 times by 2 people, handed over once · 2026-11-20 08:00 to 2026-11-24
   12:03 UTC
   also: “purple triangle in tunnel since the update”
   Did not help: scim-domain-mismatch
   Nearest: idp-not-found
   DATA_DIR=data/playground wo-okta gaps draft 3f2a9c01

Proposed examples

- “directory is not on the list of that provider” → idp-not-found
  It was not recognised; somebody then found this article.
  DATA_DIR=data/playground wo-okta gaps draft 77aa88bb

1 question since answered by the articles.
`,
    );
  });

  it('says of a recognised error text that its article lacks something, and names no neighbour', () => {
    const { nearest: _, ...known } = gap({ isKnown: true });
    const card = gapsCard({ gaps: [known], proposals: [], answered: 0, older: 0 }, style, call);

    expect(card.replace(/\s+/g, ' ')).toContain(
      'Did not help: scim-domain-mismatch. Its error text was recognised: the article lacks a cause, or this needs one of its own.',
    );
    expect(card).not.toContain('Nearest');
  });

  it('keeps within the window, and lets nothing through that a terminal would act on', () => {
    const hostile = `${'\u001B]0;x\u0007\u001B[2J\u202E a\nb '.repeat(20)}`;
    const card = gapsCard(
      {
        gaps: [gap({ texts: [hostile, hostile] })],
        proposals: [proposedExample({ text: hostile })],
        answered: 0,
        older: 3,
      },
      { ...style, width: 60 },
      call,
    );

    for (const sign of '\u001B\u0007\u202E') expect(card).not.toContain(sign);
    expect(card.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  });
});

describe('the real command line', () => {
  const question = 'the tunnel app shows ann@firma.de a purple triangle';
  let cli: CommandLine;
  let close: () => Promise<void>;
  let id: string;
  let proposal: string;
  beforeAll(async () => {
    cli = await commandLine();
    await mkdir(cli.dataDir, { recursive: true });
    // A bot that runs has the lock; nothing here takes it.
    const store = await openStore({ dataDir: cli.dataDir, clock: Date.now, log: fakeLog() });
    close = () => store.close();
    const at = '2026-03-02T08:00:00.000Z';
    const asked = {
      text: question,
      place: 'D1:1.1',
      by: 'U1',
      at,
      nearest: ['mobile-sso-password-prompt'],
      handedOver: false,
    };
    await store.put('unanswered', 'one', asked);
    await store.put('unanswered', 'two', {
      ...asked,
      place: 'C1:2.1',
      by: 'U2',
      text: 'purple triangle in the tunnel app',
    });
    await store.put('proposals', 'three', {
      text: 'the built in one does not know that folk',
      articleId: 'idp-not-found',
      because: 'unknown',
      place: 'C1:3.1',
      by: 'U1',
      at,
    });
    const listed = JSON.parse((await cli.run(['gaps', '--json'])).stdout);
    id = listed.gaps[0].id;
    proposal = listed.proposals[0].id;
  });
  afterAll(async () => {
    await close();
    await cli.remove();
  });

  it('says how to draft on the very folder that the shell named', async () => {
    const { stdout } = await cli.run(['gaps']);

    expect(stdout).toContain(`DATA_DIR=${cli.dataDir} npm run -s wo-okta -- gaps draft ${id}\n`);
  });

  it('lists what a running bot kept, as JSON without people and places', async () => {
    const { code, stdout } = await cli.run(['gaps', '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      gaps: [
        {
          id,
          texts: expect.arrayContaining(['the tunnel app shows someone@acme.example a purple triangle']),
          times: 2,
          people: 2,
          handedOver: 0,
          firstAt: '2026-03-02T08:00:00.000Z',
          lastAt: '2026-03-02T08:00:00.000Z',
          nearest: 'mobile-sso-password-prompt',
          isKnown: false,
          tried: [],
        },
      ],
      proposals: [expect.objectContaining({ article: 'idp-not-found', because: 'unknown' })],
      answered: 0,
      older: 0,
    });
    expect(stdout).not.toMatch(/U1|D1:|firma/);
  });

  it('prints a draft that is valid as it stands, and writes nothing', async () => {
    const { code, stdout } = await cli.run(['gaps', 'draft', id, '--json']);
    const { files } = JSON.parse(stdout);

    expect(code).toBe(0);
    expect(parseArticle(files[0].file, files[0].text)).toMatchObject({ ok: true });
    expect(parseIntent(files[1].file, files[1].text)).toMatchObject({ ok: true });
    expect((await cli.run(['gaps', 'draft', id])).stdout).toContain(files[1].text);
    expect(await readdir(cli.folder)).toEqual([]);
  });

  it('writes it below a folder, and never over what is there', async () => {
    const first = await cli.run(['gaps', 'draft', id, '--out', 'drafts']);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/drafts\/knowledge\/.*\.md\n.*\.yaml\n$/) });
    const [path = ''] = first.stdout.split('\n');
    await writeFile(path, 'mine');

    const again = await cli.run(['gaps', 'draft', id, '--out', 'drafts']);
    expect(again).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is not overwritten') });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('gives the whole file of the intent for an example, of a gap and of a proposal', async () => {
    for (const [which, file] of [
      [[id, '--example'], 'mobile-sso-password-prompt.yaml'],
      [[proposal], 'idp-not-found.yaml'],
    ] as const) {
      const { files } = JSON.parse((await cli.run(['gaps', 'draft', ...which, '--json'])).stdout);
      const before = await readFile(join('intents', file), 'utf8');

      expect(files).toHaveLength(1);
      expect(files[0].file).toBe(`intents/${file}`);
      expect(parseIntent(files[0].file, files[0].text)).toMatchObject({ ok: true });
      for (const line of before.split('\n')) expect(files[0].text.split('\n')).toContain(line);
    }
  });

  it.each([
    [['draft', 'ffffffff'], /no open gap “ffffffff”/],
    [['draft'], /Only draft <id> can follow/],
    [['drop', 'ffffffff'], /Only draft <id> can follow/],
    [['--out', 'x'], /Say which/],
  ])('%j is a mistake that says what to do', async (args, said) => {
    expect(await cli.run(['gaps', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(said),
    });
  });

  it.each(['gaps', 'trail', 'alerts'])('%s without any says where a playground keeps its own', async (command) => {
    const env = { DATA_DIR: join(cli.folder, 'tried') };
    expect((await cli.run([command], { env })).stdout).not.toContain('playground');
    const playground = join(env.DATA_DIR, 'playground');
    await mkdir(playground, { recursive: true });
    await (await openStore({ dataDir: playground, clock: Date.now, log: fakeLog() })).close();
    await writeFile(join(playground, 'state.json'), '', { flag: 'a' });

    const { stdout } = await cli.run([command], { env });
    expect(stdout).toContain(`DATA_DIR=tried/playground npm run -s wo-okta -- ${command}\n`);
    await rm(env.DATA_DIR, { recursive: true });
  });
});
