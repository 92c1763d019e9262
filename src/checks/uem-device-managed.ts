import { clipped, counted } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { called, deviceNamed, subjectOf, uemDevices } from './parts/uem-person.js';
import { uemDevicesOf, uemUsersNamed } from './sources/uem.js';

/** Nothing is broken then: Workspace ONE cannot vouch for a device that it does not manage. */
const article = 'okta-sign-in-page-unmanaged-device';

/** Mobile SSO and Device Trust are for enrolled devices; an installed Intelligent Hub alone proves nothing. */
export const uemDeviceManaged = {
  id: 'uem-device-managed',
  states: 'The person has a device that is enrolled in Workspace ONE UEM.',
  about: 'person',
  shows: 'cause',
  async run(look) {
    const subject = subjectOf(look);
    const who = called(subject);
    const { items, enrolled, more } = await uemDevices(look, subject);
    for (const device of items.slice(0, 5))
      look.saw(uemDevicesOf, `Device ${deviceNamed(device)}`, device.enrollmentStatus ?? 'enrolment not told');
    if (enrolled.length > 0)
      return pass(
        `${who} has ${counted(enrolled.length, 'enrolled device')}: ${enrolled.slice(0, 5).map(deviceNamed).join(', ')}.`,
      );
    if (more) return unknown(`Not all devices of ${who} were read. Look under ${uemDevicesOf.where}.`);
    const untold = items.find(({ enrollmentStatus }) => enrollmentStatus === undefined);
    if (untold !== undefined)
      return unknown(
        `Workspace ONE UEM did not say whether ${deviceNamed(untold)} of ${who} is enrolled. Look under ${uemDevicesOf.where}.`,
      );
    const [first] = items;
    if (first !== undefined)
      return fail(
        `${who} has no enrolled device: ${deviceNamed(first)} is ${clipped(first.enrollmentStatus ?? '', 40)}.`,
        article,
      );
    look.saw(uemUsersNamed, `Enrolled devices of ${who}`, 'none');
    return fail(`${who} has no enrolled device in Workspace ONE UEM.`, article);
  },
} satisfies Check;
