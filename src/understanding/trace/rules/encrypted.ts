import { called, forEachMessage } from './rule.js';

/** What is encrypted only the receiver can read (Core, 2.3.4 and 2.2.4). */
export const encryptedRule = forEachMessage((message) =>
  message.assertion.isEncrypted
    ? [
        {
          level: 'note',
          said: `${called(message)} holds an encrypted assertion: only the receiver can read whom it is about and how long it is valid.`,
        },
      ]
    : [],
);
