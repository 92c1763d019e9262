import { ben, carla, jane } from '../people.js';
import { noMethodIsLeft } from '../stories/access-refuses.js';
import { minute, second } from '../time.js';
import type { Scenario } from './scenario.js';

const text = 'Access denied as no valid authentication methods were found';

/** The first to know of trouble are the people who have it: they ask the helpdesk. */
export const manyAsk = {
  id: 'many-ask',
  title: 'Many people ask the same',
  story: 'Four colleagues ask the bot in #helpdesk about the same error, one after another, within a minute.',
  subject: 'carla@acme.example',
  tryThis: `@wo-okta ${text}`,
  changes: [
    (world) => noMethodIsLeft(world, ben, 4 * minute),
    (world) => noMethodIsLeft(world, carla, 3 * minute),
    (world) => noMethodIsLeft(world, jane, 2 * minute),
  ],
  chatter: [
    { by: 'ben@acme.example', channel: 'helpdesk', after: 2 * second, text: `@wo-okta ${text}. since just now` },
    {
      by: 'carla@acme.example',
      channel: 'helpdesk',
      after: 14 * second,
      text: `@wo-okta two callers, both iPhones, both read: "${text}."`,
    },
    { by: 'devesh@acme.example', channel: 'helpdesk', after: 27 * second, text: `@wo-okta ${text}.` },
    {
      by: 'jdoe@acme.example',
      channel: 'helpdesk',
      after: 41 * second,
      text: `@wo-okta what does "${text}" mean? It worked this morning.`,
    },
  ],
} satisfies Scenario;
