import { expect, it } from 'vitest';
import { countOnScreen } from '../../src/cli/progress.js';

it.each([
  ['counts up in one line while a person watches, and makes room', true, '\r1 of 40 checks\r2 of 40 checks\r\u001B[K'],
  ['is silent where nobody watches', false, ''],
])('progress %s', (_what, isWatched, expected) => {
  let noted = '';
  const progress = countOnScreen(
    {
      isWatched,
      note: (text) => {
        noted += text;
      },
    },
    'checks',
  );
  progress.tell(1, 40);
  progress.tell(2, 40);
  progress.end();
  expect(noted).toBe(expected);
});
