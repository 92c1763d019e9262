import type { TraceFinding } from '../../model/trace.js';
import { audienceRule, destinationRule, issuerRule, signOnAddressRule } from './rules/addresses.js';
import { contextRule } from './rules/contexts.js';
import { deviceAnswerRule, deviceRequestRule } from './rules/device.js';
import { encryptedRule } from './rules/encrypted.js';
import { loopRule } from './rules/loop.js';
import { nameRule } from './rules/names.js';
import type { Judged, Rule } from './rules/rule.js';
import { statusRule } from './rules/status.js';
import { timesRule } from './rules/times.js';
import { certificateRule, signatureRule } from './rules/trust.js';

/** What says most of why a sign-in failed comes first. */
const rules: readonly Rule[] = [
  statusRule,
  loopRule,
  signOnAddressRule,
  issuerRule,
  deviceAnswerRule,
  nameRule,
  audienceRule,
  destinationRule,
  certificateRule,
  signatureRule,
  contextRule,
  timesRule,
  deviceRequestRule,
  encryptedRule,
];

/** What the messages of a trace say is wrong, or worth knowing: faults first, each once. Pure. */
export function judge(judged: Judged): readonly TraceFinding[] {
  const found = rules.flatMap((rule) => rule(judged));
  const once = found.filter(({ said }, index) => found.findIndex((other) => other.said === said) === index);
  return [...once.filter(({ level }) => level === 'wrong'), ...once.filter(({ level }) => level === 'note')];
}
