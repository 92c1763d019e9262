import { expect, it } from 'vitest';
import { boltLogger } from '../../src/slack/bolt-logger.js';
import { recordingLog } from './helpers/bot.js';

it('Bolt’s lines reach the log under one message, without tokens', () => {
  const { log, lines } = recordingLog();
  const logger = boltLogger(log);

  logger.info('connected');
  logger.warn('retrying', new Error('with xoxb-1234567890-abc'));
  logger.error({ any: 'thing' }, 'xapp-1-A1-2-abcdef');

  expect(lines).toEqual([
    { level: 'info', message: 'Slack client', fields: { detail: 'connected' } },
    { level: 'warn', message: 'Slack client', fields: { detail: 'retrying with [slack-token]' } },
    { level: 'error', message: 'Slack client', fields: { detail: '[object Object] [slack-token]' } },
  ]);
});

it('Bolt’s debug lines, which hold whole payloads, go nowhere', () => {
  const { log, lines } = recordingLog();
  const logger = boltLogger(log);

  logger.debug('payload with a password');
  logger.setLevel(logger.getLevel());
  logger.setName('name');

  expect(lines).toEqual([]);
});
