import type { Command } from 'commander';
import { lookupCommand } from '../lookup-command.js';
import type { Parts } from '../parts.js';

/** `devices`: a person’s devices. */
export function devicesCommand(parts: Parts): Command {
  return lookupCommand(parts, {
    lookup: 'devices',
    summary: 'show somebody’s devices',
    description:
      'Reads a person’s devices in Workspace ONE UEM and Okta: enrolment, compliance, last contact, iOS SSO profile.',
    isAboutPerson: true,
  });
}
