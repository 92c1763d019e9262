/** Every planted secret through everything that says, logs or keeps something. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card } from '../src/cli/cards.js';
import { createPaint } from '../src/cli/output.js';
import { toJson } from '../src/cli/plain-text.js';
import { readingBlocks } from '../src/cli/read-along-card.js';
import { traceCard } from '../src/cli/trace-card.js';
import { createDesk } from '../src/desk/desk.js';
import { type Desk, keyOf, type Question } from '../src/desk/question.js';
import type { Knowledge } from '../src/desk/replies.js';
import type { Reply } from '../src/desk/reply.js';
import { loadLibrary } from '../src/knowledge/load.js';
import { createLog } from '../src/log/index.js';
import type { GivenFile } from '../src/model/given-file.js';
import type { Understanding } from '../src/model/understanding.js';
import { renderReply } from '../src/slack/views/index.js';
import { openStore } from '../src/state/index.js';
import type { Store } from '../src/state/store.js';
import { leakedIn, type PlantedText } from '../src/understanding/evaluate-redaction.js';
import { createUnderstand } from '../src/understanding/index.js';
import { redact } from '../src/understanding/redact.js';
import { readTrace } from '../src/understanding/trace/index.js';
import { plantedTexts } from './support/planted-texts.js';
import { temporaryFolder } from './support/temporary-folder.js';

const texts = plantedTexts();
/** What `redact` misses in a text that stands alone is counted by `npm run evaluate`; whatever it finds has to be gone everywhere. */
const planted = texts.flatMap((text) => {
  const missed = leakedIn(redact(text.text).text, text.secrets);
  const secrets = text.secrets.filter((secret) => !missed.includes(secret));
  return secrets.length === 0 ? [] : [{ ...text, secrets }];
});
const now = Date.parse('2026-03-02T08:00:00.000Z');
const errorText = 'federationArtifact.not.found Federation Artifact not found';
const style = { paint: createPaint(false), width: 100 };

let knowledge: Knowledge;
let dataDir: string;
let store: Store;
let desk: Desk;
let logged: string[];

beforeAll(async () => {
  const library = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
  const understand = createUnderstand(library.intents);
  // The same text comes in several ways; what it means does not change.
  const known = new Map<string, Understanding>();
  knowledge = {
    library,
    understand(text, options) {
      const key = JSON.stringify([text, options]);
      const understanding = known.get(key) ?? understand(text, options);
      known.set(key, understanding);
      return understanding;
    },
  };
});

beforeEach(async () => {
  dataDir = await temporaryFolder();
  logged = [];
  const destination = { write: (line: string) => logged.push(line) };
  const log = createLog({ level: 'debug', destination, redact: (text) => redact(text).text, clock: () => now });
  store = await openStore({ dataDir, clock: () => now, log });
  desk = createDesk({ current: () => knowledge, store, now: () => now, log });
});

const file = (name: string, content: string): GivenFile => ({
  name,
  size: content.length,
  read: async () => Buffer.from(content),
});

/** An entry of Okta's System Log in which something failed for this reason. */
const logEntry = (reason: string) =>
  JSON.stringify({
    uuid: '7a1b2c3d-0000-4000-8000-000000000001',
    published: '2026-03-02T07:59:00.000Z',
    eventType: 'user.authentication.auth_via_IDP',
    displayMessage: 'Authenticate user via IDP',
    severity: 'WARN',
    actor: { id: '00u1abcdEFGhijKLMnop', type: 'User', alternateId: 'ann@acme.example', displayName: 'Ann' },
    outcome: { result: 'FAILURE', reason },
    target: null,
  });

/** Ways in which a text comes to the desk. Each gets a thread of its own. */
const ways: Readonly<Record<string, (text: string, question: Question) => Promise<Reply>>> = {
  'a mention': (text, question) => desk.command({ ...question, text }, { asText: true }),
  'an answered mention': (text, question) =>
    desk.command({ ...question, text: `${errorText}\n${text}` }, { asText: true }),
  'a command': (text, question) => desk.command({ ...question, text: `fix ${text}` }, { asText: false }),
  'no command': (text, question) => desk.command({ ...question, text }, { asText: false }),
  'an article asked for': (text, question) => desk.command({ ...question, text: `article ${text}` }, { asText: false }),
  'a trace': (text, question) => desk.command({ ...question, text: `trace ${text}` }, { asText: false }),
  'a person asked for': (text, question) => desk.command({ ...question, text: `check ${text}` }, { asText: false }),
  'a watched channel': (text, question) => desk.ask({ ...question, surface: 'channel', text: `${text}\n${errorText}` }),
  'a file': (text, question) => desk.ask({ ...question, text: '', files: [file('notes.txt', text)] }),
  'a file with an error': (text, question) =>
    desk.ask({ ...question, text: '', files: [file('notes.txt', `${errorText}\n${text}`)] }),
  'the name of a file': (text, question) => desk.ask({ ...question, text: '', files: [file(text, errorText)] }),
  'the name of an empty file': (text, question) => desk.ask({ ...question, text: '', files: [file(text, '')] }),
  'a log': (text, question) => desk.ask({ ...question, text: '', files: [file('log.json', logEntry(text))] }),
};

/** Every text in a value, as somebody would read it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}

/** All that people get to see of a Reply, in Slack, in the shell, and on request. */
async function shownOf(reply: Reply, { place, asker }: Question): Promise<string[]> {
  const shown = textsIn([reply, renderReply(reply, { thread: place.thread ?? '', ephemeral: false })]);
  if (reply.kind === 'answer' || reply.kind === 'question' || reply.kind === 'lookup' || reply.kind === 'unknown') {
    shown.push(card(reply, style), toJson(reply));
  }
  if (reply.kind === 'trace') shown.push(traceCard(reply.trace, style));
  const { read } = reply;
  if (read !== undefined) shown.push(...readingBlocks(read, style));
  if (read?.id !== undefined) shown.push(...textsIn(desk.fullText(read.id)));
  if (reply.kind === 'unknown' && reply.recordId !== undefined) {
    shown.push(...textsIn(await desk.handOver(place, reply.recordId, asker)));
  }
  return shown;
}

/** The ids of the texts whose secrets are in what was said. */
async function leaking(say: (text: PlantedText, index: number) => Promise<readonly string[]>): Promise<string[]> {
  const ids = planted.map(async (text, index) => {
    const said = await say(text, index);
    return leakedIn(said.join('\n'), text.secrets).length > 0 ? text.id : [];
  });
  return (await Promise.all(ids)).flat();
}

/** All that the store has written. */
async function keptFiles(): Promise<string> {
  await store.close();
  const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))).join('\n');
}

describe('a secret that somebody pastes', () => {
  it.each(Object.entries(ways))('as %s is in no reply, log line or file', async (_, ask) => {
    const ids = await leaking(async ({ text }, index) => {
      const place = { channel: 'C1', thread: `100.${index}` };
      const question: Question = { text, surface: 'direct', place, asker: 'U1' };
      const shown = await shownOf(await ask(text, question), question);
      return [...shown, ...textsIn(await store.get('threads', keyOf(place)))];
    });
    expect(ids).toEqual([]);
    const kept = `${logged.join('')}${await keptFiles()}`;
    // Longer ones, whole: among so much text six characters in a row come about by chance.
    const keptIds = planted.filter(({ secrets }) =>
      secrets.some((secret) => secret.length > 8 && kept.includes(secret)),
    );
    expect(keptIds.map(({ id }) => id)).toEqual([]);
  });

  it('is in nothing that reading a trace says', async () => {
    const ids = await leaking(async ({ text }) => {
      const trace = readTrace(text, now);
      return [toJson(trace), ...(trace.status === 'none' ? [] : [traceCard(trace, style)])];
    });
    expect(ids).toEqual([]);
  });

  it('is in no log line, wherever in its fields it stands', async () => {
    for (const isTTY of [false, true]) {
      const ids = await leaking(async ({ text }) => {
        const lines: string[] = [];
        const destination = { isTTY, write: (line: string) => lines.push(line) };
        const own = createLog({ level: 'debug', destination, redact: (said) => redact(said).text, clock: () => now });
        const cause = Object.assign(new Error(text), { stack: `Error\n    at ${text}`, code: text, config: text });
        own.error('Something failed', {
          text,
          list: [{ text }],
          error: new Error(text, { cause }),
          cause,
          [text]: true,
        });
        own.warn(text);
        return lines;
      });
      expect(ids).toEqual([]);
    }
  });

  it('is found, in every text of both halves', () => {
    const missed = texts.filter(({ text, secrets }) => leakedIn(redact(text).text, secrets).length > 0);
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('is taken out of its text, which comes out as it went in when that is done again', () => {
    const again = texts.filter(({ text }) => {
      const once = redact(text).text;
      return redact(once).text !== once;
    });
    expect(again.map(({ id }) => id)).toEqual([]);
  });
});

describe('a text that only looks like a secret', () => {
  it('comes out as it went in, all but one of them', () => {
    const changed = texts.filter(({ secrets, text }) => secrets.length === 0 && redact(text).text !== text);
    expect(changed.map(({ id }) => id).length).toBeLessThanOrEqual(1);
  });
});
