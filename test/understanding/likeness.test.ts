import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/knowledge/load.js';
import { examplesOf } from '../../src/understanding/index.js';
import { createLikeness } from '../../src/understanding/likeness.js';

const { intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
const likeness = createLikeness(examplesOf(intents.values()).map(({ text }) => text));

/** The same question twenty times: what people write who have the same trouble. */
const tunnel = [
  'the tunnel app on my iPad shows a purple triangle since the update',
  'purple triangle in the tunnel app, what is that?',
  'Hi, after updating Tunnel there is a purple triangle and no connection',
  'tunnel: purple warning triangle',
  'What does the purple triangle in Workspace ONE Tunnel mean',
  'My tunnel has a triangle in purple next to the name',
  'users report a purple triangle icon in Tunnel for iOS',
  'no connection in tunnel, only a triangle (purple)',
  'Purple triangle. Tunnel app. Android.',
  'since this morning the Tunnel shows purple triangles for everybody',
  'tunnel app broken, triangle sign in purple colour',
  'why is there a purple triangle on my tunnel',
  'vpn tunnel triangle purple help',
  'the purple triangle of the Tunnel does not go away after a reboot',
  'Tunnel client: purple triangle after the update to the new version',
  'I see a purple triangle when I open tunnel',
  'is the purple triangle in tunnel dangerous?',
  'two colleagues have the purple triangle in their tunnel app',
  'purple triangle tunnel again',
  'how do I get rid of the purple triangle in the tunnel app',
];
const push = [
  'Okta Verify push never arrives on my phone',
  'okta verify pushes do not arrive',
  'push notification from Okta Verify is not coming',
];
const printers = ['badge printer on floor 3 prints blank cards', 'the badge printer only prints blank cards'];

/** The groups as texts, each sorted, largest first. */
function groupsOf(texts: readonly string[]): string[][] {
  return likeness
    .groups(texts)
    .map(({ members }) => members.map((place) => texts[place] ?? '').sort())
    .sort((a, b) => b.length - a.length || (a[0] ?? '').localeCompare(b[0] ?? ''));
}

/** The same texts in other orders, always the same ones. */
function shuffles(texts: readonly string[]): string[][] {
  return [7, 11, 13].map((step) => texts.map((_, index) => texts[(index * step + 3) % texts.length] ?? ''));
}

describe('texts that ask about the same', () => {
  it('come together in whatever words, and apart from other problems', () => {
    const groups = groupsOf([...tunnel, ...push, ...printers]);
    const [largest = []] = groups;

    expect(largest.filter((text) => tunnel.includes(text)).length).toBeGreaterThanOrEqual(17);
    expect(largest.filter((text) => !tunnel.includes(text))).toEqual([]);
    expect(groups).toContainEqual([...push].sort());
    expect(groups).toContainEqual([...printers].sort());
  });

  it('are the same groups in whatever order they come, with the same most telling one', () => {
    // 25 texts: every step used is prime to it, so each text comes once.
    const texts = [...tunnel, ...push, ...printers];
    const tellingOf = (of: readonly string[]) =>
      likeness
        .groups(of)
        .map(({ telling }) => of[telling])
        .sort();

    for (const shuffled of shuffles(texts)) {
      expect(groupsOf(shuffled)).toEqual(groupsOf(texts));
      expect(tellingOf(shuffled)).toEqual(tellingOf(texts));
    }
  });

  it('are known by how they begin: a whole log pasted below the question changes nothing', () => {
    const log = Array.from({ length: 40 }, (_, at) => `08:00:${at} INFO request ${at} of printer ${at} served`).join(
      '\n',
    );
    const [first = '', ...rest] = push;
    const withLog = `${first}. ${'It has been so since Monday, for everybody on the team, at home and here. '.repeat(5)}\n${log}`;

    expect(groupsOf([withLog, ...rest, ...printers])).toContainEqual([...rest, withLog].sort());
  });

  it('are not about a name that somebody wrote alone', () => {
    expect(groupsOf(['okta', ...push])).toEqual([[...push].sort(), ['okta']]);
  });

  it('are each in exactly one group, whose telling text is one of them', () => {
    const texts = [...tunnel, ...push, '', '?', 'x', '日本語のテキスト'];
    const groups = likeness.groups(texts);

    expect(groups.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([...texts.keys()]);
    for (const { members, telling } of groups) expect(members).toContain(telling);
  });

  it('are kept apart by different unknown error codes, and joined by the same', () => {
    const texts = [
      'Opening the app fails with the error E0000871 and then it closes, what can I do',
      'Opening the app fails with the error E0000872 and then it closes, what can I do',
      'something about E0000871 in the browser console',
    ];

    expect(groupsOf(texts)).toEqual([[texts[0], texts[2]].sort(), [texts[1]]]);
  });

  it('are not about the same for an error code alone that is known to have several causes', () => {
    const texts = [
      'GENERAL_NONSUCCESS on the enrolled iPads, device trust is on',
      'After we changed the certificate of the signing server people get GENERAL_NONSUCCESS from the vendor portal',
    ];

    expect(likeness.groups(texts)).toHaveLength(2);
  });

  it('are grouped no worse on paraphrases of neighbouring problems than when the threshold was chosen', () => {
    const cases = readFileSync('test/evaluation/development/paraphrases.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line): { readonly text: string; readonly expect: readonly string[] } => JSON.parse(line))
      .filter((one) => one.expect.length === 1);
    const groupOf = new Map<number, number>();
    for (const [group, { members }] of likeness.groups(cases.map(({ text }) => text)).entries()) {
      for (const place of members) groupOf.set(place, group);
    }
    const pairs = { right: 0, wrong: 0, missed: 0 };
    cases.forEach((one, a) => {
      cases.slice(a + 1).forEach((other, offset) => {
        const isSame = one.expect[0] === other.expect[0];
        const isTogether = groupOf.get(a) === groupOf.get(a + 1 + offset);
        if (isTogether) pairs[isSame ? 'right' : 'wrong'] += 1;
        else if (isSame) pairs.missed += 1;
      });
    });

    // These are the hardest there are: 26 problems of one field, some told apart by a single fact.
    expect(pairs.right / (pairs.right + pairs.wrong)).toBeGreaterThan(0.6);
    expect(pairs.right / (pairs.right + pairs.missed)).toBeGreaterThan(0.4);
  });
});

describe('the words that say most', () => {
  it('are the rare ones of the field, in their order', () => {
    expect(likeness.tellingWords('Okta users see a purple triangle in the tunnel app', 3)).toEqual([
      'purple',
      'triangle',
      'tunnel',
    ]);
  });

  it('are none of an empty text', () => {
    expect(likeness.tellingWords('', 3)).toEqual([]);
  });
});
