import type { Command } from 'commander';
import { lookupCommand } from '../lookup-command.js';
import type { Parts } from '../parts.js';

/** `idp`: the Okta identity provider for Workspace ONE. */
export function idpCommand(parts: Parts): Command {
  return lookupCommand(parts, {
    lookup: 'idp',
    summary: 'show the identity provider for Workspace ONE',
    description:
      'Reads the identity provider for Workspace ONE in Okta and the metadata of Workspace ONE Access: issuer, matching rule, certificates, routing rules.',
    isAboutPerson: false,
  });
}
