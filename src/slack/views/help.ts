import { codeSpan } from '../text.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

const commands: readonly (readonly [string, string])[] = [
  ['fix <text>', 'find the fix for an error text or a description'],
  ['article <id or words>', 'show an article; with no words, list all'],
  ['diagnose <user or text>', 'prove the cause in the live systems'],
  ['audit', 'every live check of the set-up: a score, and what changed'],
  ['trace', 'read a SAML trace, from a file or as text: what it says, and what is wrong'],
  ['check <user>', 'what is wrong with somebody’s account or sign-in, in all systems'],
  ['last-failure <user>', 'their last failed events'],
  ['devices <user>', 'their devices: enrolment, compliance, iOS SSO profile'],
  ['token', 'when the Okta API tokens expire'],
  ['idp', 'the identity provider for Workspace ONE: issuer, certificates, rules'],
  ['alerts', 'what is wrong right now, and who has it in hand'],
  [
    'alerts ack <id>',
    'take an alert in hand; likewise `alerts snooze`, `alerts wake`, and `alerts test` to try the way',
  ],
  ['trail', 'who looked up whom, for administrators'],
  ['gaps', 'what was asked and no article answers, with drafts; for administrators'],
  ['watch', 'read every message of this channel and answer when I am sure'],
  ['unwatch', 'stop that'],
  ['help', 'this list'],
];

/** What the bot does and how to ask for it. */
export const helpView: View<'help'> = () => [
  section(
    '*Paste an error, get the fix.* Mention me with the error text or a screenshot, write to me directly, or choose *Find the fix* in a message’s menu. Logs and SAML traces may be files.',
  ),
  section(commands.map(([command, does]) => `• ${codeSpan(`/wo-okta ${command}`)} ${does}`).join('\n')),
  context(
    'Plain words do: “why can’t ann@acme.example sign in?”, “when does the Okta API token expire?”. What I find out about people only you see, unless you share it.',
  ),
  context(
    'Slash commands do not work in threads: write the same words there without `/wo-okta`, and mention me where I have not answered yet. What else you add in the thread refines the answer.',
  ),
];
