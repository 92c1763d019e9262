import type { Command } from 'commander';
import { lookupCommand } from '../lookup-command.js';
import type { Parts } from '../parts.js';

/** `last-failure`: a person’s last failed events on both sides. */
export function lastFailureCommand(parts: Parts): Command {
  return lookupCommand(parts, {
    lookup: 'last-failure',
    summary: 'show somebody’s last failed events',
    description:
      'Reads a person’s last failed events in Okta and Workspace ONE Access and names the cause and the article that mends it.',
    isAboutPerson: true,
  });
}
