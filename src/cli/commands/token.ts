import type { Command } from 'commander';
import { lookupCommand } from '../lookup-command.js';
import type { Parts } from '../parts.js';

/** `token`: when the Okta API tokens expire, and what breaks then. */
export function tokenCommand(parts: Parts): Command {
  return lookupCommand(parts, {
    lookup: 'token',
    summary: 'say when the Okta API tokens expire',
    description: 'Reads the Okta API tokens: days left, owner, last use, and which one Workspace ONE uses.',
    isAboutPerson: false,
  });
}
