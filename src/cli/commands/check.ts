import type { Command } from 'commander';
import { lookupCommand } from '../lookup-command.js';
import type { Parts } from '../parts.js';

/** `check`: everything about one person in all systems, and what is wrong with it. */
export function checkCommand(parts: Parts): Command {
  return lookupCommand(parts, {
    lookup: 'check',
    summary: 'say what is wrong with somebody’s account or sign-in',
    description:
      'Reads what Okta, Workspace ONE Access and Workspace ONE UEM know about a person and says what is wrong, or that nothing is: state, app assignment, matching names, devices, last failures and one timeline.',
    isAboutPerson: true,
  });
}
