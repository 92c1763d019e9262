import type { UemDevice } from '../connectors/uem/index.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { called, deviceNamed, subjectOf, uemDevices } from './parts/uem-person.js';
import { uemDevicesOf } from './sources/uem.js';

/** A device that breaks a compliance policy is not let in where the policy of Access asks for Device Compliance. */
export const uemDeviceCompliant = {
  id: 'uem-device-compliant',
  states: 'The enrolled devices of the person are compliant in Workspace ONE UEM.',
  about: 'person',
  shows: 'symptom',
  async run(look) {
    const subject = subjectOf(look);
    const who = called(subject);
    const { enrolled, more } = await uemDevices(look, subject);
    for (const device of enrolled.slice(0, 5)) look.saw(uemDevicesOf, `Device ${deviceNamed(device)}`, told(device));
    const broken = enrolled.find(isBroken);
    if (broken !== undefined) return fail(`${deviceNamed(broken)} of ${who} is ${told(broken)}.`);
    if (enrolled.length === 0)
      return unknown(`${who} has no enrolled device in Workspace ONE UEM whose compliance could be looked at.`);
    const odd = enrolled.find(({ complianceStatus }) => complianceStatus?.toLowerCase() !== 'compliant');
    if (odd !== undefined)
      return unknown(
        `Workspace ONE UEM does not say that ${deviceNamed(odd)} of ${who} is compliant: ${told(odd)}. Look under ${uemDevicesOf.where}.`,
      );
    if (more) return unknown(`Not all devices of ${who} were read. Look under ${uemDevicesOf.where}.`);
    return pass(`${enrolled.slice(0, 5).map(deviceNamed).join(', ')} of ${who}: compliant.`);
  },
} satisfies Check;

function isBroken({ complianceStatus, isCompromised }: UemDevice): boolean {
  return isCompromised === true || /^non.?compliant$/i.test(complianceStatus ?? '');
}

/** `NonCompliant, breaks OS minimum` */
function told({ complianceStatus, isCompromised, brokenPolicies }: UemDevice): string {
  const parts = [
    complianceStatus ?? 'compliance not told',
    ...(isCompromised === true ? ['compromised'] : []),
    ...(brokenPolicies.length === 0 ? [] : [`breaks ${brokenPolicies.slice(0, 5).join(', ')}`]),
  ];
  return clipped(parts.join(', '), 200);
}
