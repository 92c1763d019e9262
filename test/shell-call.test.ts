import { describe, expect, it } from 'vitest';
import { playgroundShellCall } from '../src/shell-call.js';

describe('how the command line is called on a playground’s data folder', () => {
  it('is by npm in a clone, and by its name where the package is installed', () => {
    const folder = '/srv/data/playground';

    expect(playgroundShellCall(folder, '/home/ann/wo-okta/dist/main.js')).toBe(
      'DATA_DIR=/srv/data/playground npm run -s wo-okta --',
    );
    expect(playgroundShellCall(folder, '/usr/local/bin/wo-okta')).toBe('DATA_DIR=/srv/data/playground wo-okta');
  });

  it('keeps a folder with blanks and quotes in one piece', () => {
    expect(playgroundShellCall("/srv/Ann's data/playground", '/usr/bin/wo-okta')).toBe(
      "DATA_DIR='/srv/Ann'\\''s data/playground' wo-okta",
    );
  });
});
