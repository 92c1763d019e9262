import { describe, expect, it } from 'vitest';
import { shellCall, shellCallOn } from '../src/shell-call.js';

describe('how the command line is called', () => {
  it('is by npm in a clone, and by its name where the package is installed', () => {
    expect(shellCall('/home/ann/wo-okta/dist/cli/index.js')).toBe('npm run -s wo-okta --');
    expect(shellCall('/usr/local/bin/wo-okta')).toBe('wo-okta');
  });
});

describe('how the command line is called on a data folder of its own', () => {
  it('is by npm in a clone, and by its name where the package is installed', () => {
    const folder = '/srv/data/playground';

    expect(shellCallOn(folder, '/home/ann/wo-okta/dist/main.js')).toBe(
      'DATA_DIR=/srv/data/playground npm run -s wo-okta --',
    );
    expect(shellCallOn(folder, '/usr/local/bin/wo-okta')).toBe('DATA_DIR=/srv/data/playground wo-okta');
  });

  it('keeps a folder with blanks and quotes in one piece', () => {
    expect(shellCallOn("/srv/Ann's data/playground", '/usr/bin/wo-okta')).toBe(
      "DATA_DIR='/srv/Ann'\\''s data/playground' wo-okta",
    );
  });
});
