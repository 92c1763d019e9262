/** A fix that was proven: what a helpdesk person reads first, and what is folded away. */
import { describe, expect, it } from 'vitest';
import type { LiveRequest, Reply } from '../../../src/desk/reply.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { article, audit, checkResult, diagnosisReply, report } from '../helpers/samples.js';
import { buttonsOf, mrkdwnOf } from '../helpers/slack-rules.js';

type DiagnosisReply = Extract<Reply, { kind: 'diagnosis' }>;

const inThread = { thread: '1700000000.000100', ephemeral: false };
const drawn = (...[reply, shown = inThread]: [Parameters<typeof renderReply>[0], typeof inThread?]) => {
  const message = renderReply(reply, shown);
  if (message === undefined) throw new Error('Nothing to show.');
  return { message, texts: mrkdwnOf(message).slice(1), labels: buttonsOf(message).map(({ text }) => text.text) };
};

describe('a proven cause', () => {
  it('of a person’s trouble is told in the words about that person, where those name the same problem', () => {
    const about = report({
      status: 'finding',
      articleId: 'federation-artifact-not-found',
      summary: 'Ann’s sign-in brings a context that Access does not know.',
    });

    expect(drawn(diagnosisReply({ report: about })).texts[0]).toBe(
      ':x: *Found the cause: Ann’s sign-in brings a context that Access does not know.*',
    );
    for (const other of [{ articleId: 'idp-not-found' }, { because: 'LOGIN failed' }])
      expect(drawn(diagnosisReply({ report: { ...about, ...other } })).texts[0]).toContain('PasswordProtected');
  });

  it('keeps the values to enter in every step that is open or wrong', () => {
    expect(drawn(diagnosisReply()).texts.join('\n')).toContain(
      'Value: `urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified`',
    );
  });

  it('says beside everything that is wrong what has to be so, also where another step holds the cause', () => {
    const reply = diagnosisReply();
    const [one] = reply.diagnosis.articles;
    const [step] = one?.steps ?? [];
    if (one === undefined || step === undefined) throw new Error('The sample has a step.');
    const other = checkResult({ check: 'access-metadata', said: 'The entityID differs. '.repeat(60) });
    const wrong = {
      ...step,
      number: 2,
      step: {
        ...step.step,
        expect: 'Both are the same; if not, copy the entityID into Okta.',
        values: Array(12).fill('v'.repeat(600)),
      },
      results: [other, other, other, other],
    };
    const { texts } = drawn({
      ...reply,
      diagnosis: { ...reply.diagnosis, articles: [{ ...one, steps: [step, wrong] }] },
    });

    expect(texts.join('\n')).toMatch(/Seen: .*PasswordProtectedTransport\.\nYou should see: “Unspecified” stands/);
    expect(texts.find((text) => text.includes('*2.*'))).toContain(
      '\nYou should see: Both are the same; if not, copy the entityID into Okta.',
    );
  });

  it('does not mark a step as wrong for a symptom', () => {
    const symptom = diagnosisReply({}, [checkResult({ shows: 'symptom' })]);

    expect(drawn(symptom).texts.join('\n')).toContain(':warning: *1.* Open the Okta identity provider');
  });

  it('stands in the first line, with what was seen', () => {
    const { texts } = drawn(diagnosisReply());

    expect(texts[0]).toBe(':x: *Found the cause: The identity provider “Okta” knows only PasswordProtectedTransport.*');
  });

  it('marks each step, and says what was seen where it is wrong', () => {
    const all = drawn(diagnosisReply()).texts.join('\n');

    expect(all).toContain(':x: *1.* Open the Okta identity provider');
    expect(all).toContain('Seen: The identity provider “Okta” knows only PasswordProtectedTransport.');
    expect(all).toContain(':point_right: *2.* Sign in again.');
  });

  it('folds what is right into small print', () => {
    const one = article();
    const right = checkResult({ outcome: 'pass', said: 'The identity provider is active.' });
    const [first, second] = one.steps;
    if (first === undefined || second === undefined) throw new Error('The sample has two steps.');
    const reply = diagnosisReply();
    const steps = [
      {
        number: 2,
        step: second,
        outcome: 'unknown' as const,
        results: [checkResult({ outcome: 'unknown', said: 'It was not sent.' })],
      },
      { number: 1, step: first, outcome: 'pass' as const, results: [right] },
    ];
    const { texts } = drawn({
      ...reply,
      diagnosis: {
        ...reply.diagnosis,
        verdict: 'could-not-check',
        articles: [{ article: one, verdict: 'could-not-check', isCauseRuledOut: false, steps }],
      },
    });
    const all = texts.join('\n');

    expect(all).toContain('As it should be:\n• The identity provider is active.');
    expect(all).not.toContain('*1.* Open the Okta identity provider');
    expect(all).toContain(':grey_question: *2.* Sign in again.\nNot seen: It was not sent.');
  });

  it('can be run again, and opened to what was read', () => {
    expect(drawn(diagnosisReply()).labels).toEqual(['Solved', 'Not solved', 'Run again', 'What was read']);
  });

  it('names what else was meant or pasted, with what the tenants say of it, and opens it', () => {
    const reply = diagnosisReply();
    const [first] = reply.diagnosis.articles;
    if (first === undefined) throw new Error('The sample has an article.');
    const other = { ...first, article: article({ id: 'idp-not-found', title: 'IdP not found' }) };
    const { cause: _cause, ...uncaused } = other;
    const out = { ...uncaused, verdict: 'ruled-out' as const, isCauseRuledOut: true };
    const { texts, labels } = drawn({ ...reply, diagnosis: { ...reply.diagnosis, articles: [first, other, out] } });

    expect(texts.at(-1)).toBe(
      [
        ':x: IdP not found: The identity provider “Okta” knows only PasswordProtectedTransport. · `idp-not-found@3`',
        ':white_check_mark: IdP not found (usual cause ruled out here) · `idp-not-found@3`',
      ].join('\n'),
    );
    expect(labels.slice(4)).toEqual(['Or: IdP not found', 'Or: IdP not found']);
  });

  it('shows where the last sign-in of the person stopped', () => {
    const legs = [
      { leg: 'authentication', state: 'passed' },
      { leg: 'user-match', state: 'failed', text: 'Unable to match transformed username' },
    ] as const;
    const all = drawn(diagnosisReply({ report: report({ legs }) })).texts.join('\n');

    expect(all).toContain(
      ':white_check_mark: the person is authenticated\n:x: Okta finds the user: Unable to match transformed username',
    );
  });

  it('that is only about to fail is told as such: it explains nothing that fails today', () => {
    const cause = checkResult({ said: 'The API token expires in 6 days.', isAhead: true });
    const { diagnosis } = diagnosisReply();
    const [first] = diagnosis.articles;
    if (first === undefined) throw new Error('The sample has an article.');
    const ahead = { ...diagnosis, summary: cause.said, articles: [{ ...first, cause }] };

    expect(drawn(diagnosisReply({ diagnosis: ahead })).texts[0]).toBe(
      ':warning: *Not broken yet, but about to be: The API token expires in 6 days.*',
    );
  });

  it('says of a person who may not come in here what to type instead, and nothing else', () => {
    const { texts } = drawn(diagnosisReply({ live: { articles: ['x'], heldBack: 'ann@acme.example' } }));

    expect(texts[1]).toMatch(
      /^Others read along here, so nothing is read about the person\..*`\/wo-okta diagnose ann@acme\.example`$/,
    );
    expect(texts.join('\n').match(/ann/gi)).toHaveLength(1);
  });

  it('says which answers a person is named for, where it is not all of them', () => {
    const about = report({ status: 'finding', subject: 'Ann Ace', summary: 'Her names differ.' });
    const live = { articles: ['idp-not-found', 'stale'], who: 'ann', whoFor: ['idp-not-found'] };

    expect(drawn(diagnosisReply({ report: about, live })).texts).toContain(
      'Ann Ace: Her names differ. · named only for `idp-not-found`',
    );
  });

  it('asks first when the tenants do not decide, and gives no verdict and no steps of one of them', () => {
    const { labels, texts } = drawn(
      diagnosisReply({
        undecided: {
          question: 'Is Device Trust in use?',
          choices: [
            { intentId: 'routing-rules-general-nonsuccess', label: 'No, routing rules' },
            { intentId: 'device-trust-general-nonsuccess', label: 'Yes' },
          ],
        },
      }),
    );

    expect(texts[0]).toBe('*Is Device Trust in use?*');
    expect(labels).toEqual(['No, routing rules', 'Yes', 'Run again', 'What was read']);
    expect(texts.join('\n')).toMatch(/In the live systems \(read .*\):\n.* · `/);
    expect(texts.join('\n')).not.toMatch(/Found the cause|Where:/);
  });
});

describe('a cause that the live checks rule out', () => {
  const one = article();
  const [first, second] = one.steps;
  if (first === undefined || second === undefined) throw new Error('The sample has two steps.');
  const right = checkResult({ outcome: 'pass', said: 'It lists “Unspecified”.' });
  const unseen = checkResult({ outcome: 'unknown', said: 'The network was not sent.' });
  const reply = diagnosisReply({
    diagnosis: {
      status: 'ok',
      summary: `Not the usual cause here: ${one.cause}`,
      evidence: [],
      errors: [],
      verdict: 'could-not-check',
      left: ['Could not be checked: The network was not sent.'],
      articles: [
        {
          article: one,
          verdict: 'could-not-check',
          isCauseRuledOut: true,
          steps: [
            { number: 2, step: { ...second, do: 'Save the new context.' }, outcome: 'unknown', results: [unseen] },
            {
              number: 3,
              step: { ...second, do: 'Look at the policy rule.', canHelpAnyway: true },
              outcome: 'by-hand',
              results: [],
            },
            { number: 1, step: first, outcome: 'pass', results: [right] },
          ],
        },
      ],
    },
  });

  it('is said not to be it in the very first words, and is nowhere told as the cause', () => {
    const { texts } = drawn(reply);

    expect(texts[0]).toBe(`:white_check_mark: *Not the usual cause here:* ${one.cause}`);
    expect(texts.join('\n')).not.toContain('*Cause:*');
  });

  it('leaves what else can be looked at, without the steps that presuppose it and without their numbers', () => {
    const all = drawn(reply).texts.join('\n');

    expect(all).toContain('*What is left*\nCould not be checked: The network was not sent.');
    expect(all).toContain(':point_right: Look at the policy rule.');
    expect(all).not.toContain('Save the new context.');
    expect(all).toContain('As it should be:\n• It lists “Unspecified”.');
  });

  it('says what is left to try before which problem it is', () => {
    const all = drawn(reply).texts.join('\n');

    expect(all.indexOf('Look at the policy rule.')).toBeLessThan(all.indexOf(`*${one.title}*`));
  });

  it('has all its steps behind a button', () => {
    expect(drawn(reply).labels).toEqual(['Solved', 'Not solved', 'Run again', 'What was read', 'All steps']);
  });

  it('goes on with the steps when it was mended just now', () => {
    const { texts, labels } = drawn({
      ...reply,
      diagnosis: { ...reply.diagnosis, summary: 'Mended: It lists “Unspecified”.', mended: right, left: [] },
    });

    expect(texts[0]).toBe(':white_check_mark: *Mended: It lists “Unspecified”.*');
    expect(texts.join('\n')).toContain('*2.* Save the new context.');
    expect(labels).not.toContain('All steps');
  });
});

it('a cause that is not proven is said to be so in the very first line', () => {
  const { diagnosis } = diagnosisReply();
  const summary = `Not proven here. Usual cause: ${article().cause}`;
  const left = ['Step 1 is in order; step 2 is to be looked at by hand.'];
  const articles = diagnosis.articles.map(({ cause: _cause, ...one }) => ({
    ...one,
    verdict: 'could-not-check' as const,
  }));
  const { texts } = drawn(
    diagnosisReply({ diagnosis: { ...diagnosis, verdict: 'could-not-check', summary, left, articles } }),
  );

  expect(texts[0]).toBe(`:grey_question: *Not proven here. Usual cause:* ${article().cause}`);
  expect(texts.join('\n')).toContain(left[0]);
  expect(texts.join('\n')).not.toContain('*Cause:*');
});

describe('an article beside the first one', () => {
  const { diagnosis } = diagnosisReply();
  const [proven] = diagnosis.articles;
  if (proven === undefined) throw new Error('The sample has an article.');
  const { cause: _cause, ...uncaused } = proven;
  const long = 'The audit details of Workspace ONE Access say “IDP not found” although the request is mapped';
  const open = {
    ...uncaused,
    article: article({ id: 'idp-not-found', title: long }),
    verdict: 'could-not-check' as const,
    isCauseRuledOut: true,
  };
  const labels = { 'idp-not-found': 'The audit details say “IDP not found”' };
  const found = proven.article.id;
  const shown = (live: Partial<LiveRequest>, articles = [proven, open], more: Partial<DiagnosisReply> = {}) =>
    drawn(
      diagnosisReply({
        diagnosis: { ...diagnosis, articles },
        live: { articles: articles.map(({ article: { id } }) => id), ...live },
        labels,
        ...more,
      }),
    );

  it('is another explanation of the same error, or a further error, and its button says which', () => {
    expect(shown({}).labels).toContain('Or: The audit details say “IDP not found”');
    expect(shown({ hasSeveralErrors: true }).labels).toContain('Also: The audit details say “IDP not found”');
  });

  it('has a name on its button that is whole, if need be its id', () => {
    expect(shown({}, [proven, open], { labels: { 'idp-not-found': 'x'.repeat(72) } }).labels).toContain(
      'Or: idp-not-found',
    );
    const short = { ...open, article: article({ id: 'idp-not-found', title: 'IdP not found' }) };
    expect(shown({}, [proven, short], { labels: {} }).labels).toContain('Or: IdP not found');
  });

  it('that was asked about stays in sight, and what was found instead is not headed by a problem nobody has', () => {
    const { texts, labels: buttons } = shown({ asked: ['idp-not-found'] });

    expect(texts.slice(0, 3)).toEqual([
      ':x: *Found the cause: The identity provider “Okta” knows only PasswordProtectedTransport.*',
      '*What mends it*',
      `It stands in another article, \`${found}\`; what was asked about is below.`,
    ]);
    expect(texts.join('\n')).not.toContain(proven.article.title);
    expect(buttons).toContain('Or: The audit details say “IDP not found”');
  });

  it('is one line with its button where somebody asked for the first one itself', () => {
    const { texts, labels: buttons } = shown({ asked: ['idp-not-found'], isWanted: true }, [open, proven], {
      diagnosis: { ...diagnosis, verdict: 'could-not-check', articles: [open, proven] },
    });

    expect(texts[0]).toBe(`*${long}*\n:white_check_mark: *Not the usual cause here:* ${open.article.cause}`);
    expect(texts[1]).toBe(
      `:x: Proven elsewhere: The identity provider “Okta” knows only PasswordProtectedTransport. · \`${found}@3\``,
    );
    expect(buttons).toContain(`Open ${found}`);
    expect(buttons.filter((label) => /^(Or|Also): /.test(label))).toEqual([]);
  });
});

it('what was read names the value, the place, the call, the right and the time', () => {
  const all = drawn({ kind: 'evidence', results: [checkResult()] }).texts.join('\n');

  expect(all).toContain('SAML contexts of the identity provider “Okta”: `PasswordProtectedTransport`');
  expect(all).toContain('Workspace ONE Access, Integrations → Identity Providers');
  expect(all).toContain('needs `ReadOnly Admin` · 12:03:05 UTC');
});

it('of a failed check what was seen leads in what was read, and its statement is what should be', () => {
  const right = checkResult({ outcome: 'pass', said: 'It is active.', states: 'The identity provider is active.' });
  const { texts } = drawn({ kind: 'evidence', results: [right, checkResult()] });

  expect(texts[0]).toMatch(
    /^:x: The identity provider “Okta” knows only PasswordProtectedTransport\.\nShould be: The Okta identity provider in Access knows/,
  );
  expect(texts[1]).toMatch(/^:white_check_mark: The identity provider is active\.\nIt is active\./);
});

it('an audit says the score, what changed, what is wrong and what was not seen', () => {
  const { texts } = drawn({ kind: 'audit', audit: audit() });

  expect(texts[0]).toBe(':x: *1 of 2 is wrong. Score: 50 of 100.*');
  expect(texts[1]).toMatch(/^\*Changed since 2026-11-23 12:03 UTC\*\n:white_check_mark: → :x: The identity provider/);
  expect(texts.join('\n')).toMatch(/\*Wrong\*\n:x: .*\n\*Not seen\*\n:grey_question: Okta did not send it\./s);
});
