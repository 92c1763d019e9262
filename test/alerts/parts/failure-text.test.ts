import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/alerts/parts/failure-text.js';
import { event } from '../support/engine.js';

const textOf = (reason: string, more = {}) => failureText(event({ id: '1', reason, ...more }));

describe('the text of a failure, as what it has in common with others', () => {
  it.each([
    [
      'IDP (id: 541991) does not have JIT enabled when creating user (nameId: x@y.example)',
      'IDP (id: …) does not have JIT enabled when creating user (nameId: …)',
    ],
    ['Request 7f1c2d3e-0000-4000-8000-1234567890ab failed after 1500 ms', 'Request … failed after … ms'],
    ['Quota of 4711 exceeded', 'Quota of … exceeded'],
    ['No answer from 203.0.113.9:8443', 'No answer from …'],
    ['ids 12, 13, 14 are unknown', 'ids … are unknown'],
  ])('has no ids, numbers and addresses: %s', (reason, expected) => {
    expect(textOf(reason)).toBe(expected);
  });

  it.each([
    'INVALID_CREDENTIALS',
    '404.idp.not.found',
    'Bad Request (HTTP 400)',
    'E0000047: too many requests',
    'Required user attributes:[distinguishedName] are missing.',
    'Kerberos NEGOTIATE failed or was cancelled by the user',
  ])('keeps what names the error: %s', (reason) => {
    expect(textOf(reason)).toBe(reason);
  });

  it('has no names of people, in any case, but for words that only begin like one', () => {
    const ann = {
      login: 'ann@acme.example',
      targets: [{ id: '0ua1', type: 'AppUser', name: 'Ann Ace' }],
    };

    expect(textOf('ANN was announced: Ann Ace cannot be created', ann)).toBe('… was announced: … cannot be created');
  });

  it('is what the other side said, where Okta tells the whole story before it', () => {
    const story =
      'Automatic provisioning of user nina to app Workspace ONE failed: Error while creating user nina: Bad Request. Errors reported by remote server: User creation is not supported for specified directory id';

    expect(textOf(story)).toBe('User creation is not supported for specified directory id');
  });

  it('is what was done, where no reason is given', () => {
    expect(textOf('', { what: 'Evaluation of sign-on policy' })).toBe('Evaluation of sign-on policy');
    expect(textOf('', { what: '', type: 'policy.evaluate_sign_on' })).toBe('policy.evaluate_sign_on');
  });

  it('takes no longer than the text, whatever is in it', () => {
    const started = performance.now();
    for (const unit of ['a1', '…,', '@.', 'ann ', '1 ', '((']) {
      textOf(unit.repeat(100_000), { login: 'ann@acme.example' });
    }

    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
