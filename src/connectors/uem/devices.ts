import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import { listUnder, type UemReader } from './reader.js';

const text = z.string().nullish();
/** An id is wrapped: `{ "Value": 9001 }`. */
const wrappedId = z.object({ Value: z.union([z.number(), z.string()]) });

const device = z.object({
  Id: wrappedId,
  Uuid: text,
  SerialNumber: text,
  DeviceFriendlyName: text,
  Platform: text,
  Model: text,
  OperatingSystem: text,
  Ownership: text,
  UserName: text,
  UserEmailAddress: text,
  EnrollmentStatus: text,
  ComplianceStatus: text,
  CompromisedStatus: z.union([z.boolean(), z.string()]).nullish(),
  LastSeen: text,
  IsSupervised: z.boolean().nullish(),
  ComplianceSummary: z
    .object({
      DeviceCompliance: z
        .array(z.object({ CompliantStatus: z.boolean().nullish(), PolicyName: text, PolicyDetail: text }))
        .nullish(),
    })
    .nullish(),
});

/** An enrolled device. Texts are UEM's own values; unknown ones are passed on. */
export interface UemDevice {
  readonly id: string;
  readonly uuid: string | undefined;
  readonly name: string | undefined;
  readonly serialNumber: string | undefined;
  readonly platform: string | undefined;
  readonly model: string | undefined;
  readonly operatingSystem: string | undefined;
  /** C: corporate dedicated, S: shared, E: employee owned; others may come. */
  readonly ownership: string | undefined;
  readonly userName: string | undefined;
  readonly userEmail: string | undefined;
  readonly enrollmentStatus: string | undefined;
  readonly complianceStatus: string | undefined;
  readonly isCompromised: boolean | undefined;
  readonly isSupervised: boolean | undefined;
  /** As sent; may lack a time zone, and which one is then meant is not documented. */
  readonly lastSeen: string | undefined;
  /** Compliance policies that the device breaks. */
  readonly brokenPolicies: readonly string[];
}

const deviceProfile = z.object({
  Id: wrappedId.nullish(),
  Name: z.string(),
  Status: z.union([z.number(), z.string()]).nullish(),
  CurrentVersion: z.number().nullish(),
});

/** `state N`: a code whose meaning is not known. */
export type InstallState = 'installed' | 'not installed' | 'failed' | `state ${string}`;

/** A profile on one device. */
export interface UemDeviceProfile {
  readonly id: string | undefined;
  readonly name: string;
  readonly state: InstallState;
}

const pageSize = 100;
const samplePage = 50;

/** Reads of devices. */
export function deviceReads(reader: UemReader) {
  return {
    /** Devices enrolled by the user of that name; an empty page when there are none. */
    async devicesOfUser(userName: string): Promise<Page<UemDevice>> {
      const found = await reader.readIfAny({
        what: 'the user’s devices',
        path: '/api/mdm/devices/search',
        query: { user: userName, page: 0, pagesize: pageSize },
        schema: listUnder('Devices', device, 'Total'),
      });
      const devices = (found?.list ?? []).map(toDevice);
      // Whether this search takes a beginning for the whole is not documented, so what came is compared once more.
      const items = devices.filter((one) => [one.userName, one.userEmail].some((name) => isSameUser(name, userName)));
      return { items, more: (found?.total ?? 0) > devices.length };
    },

    /** The Apple devices that reported last, the newest first; some of them as far as one page goes. */
    async appleDevicesSeenLast(): Promise<Page<UemDevice>> {
      const found = await reader.readIfAny({
        what: 'the devices',
        path: '/api/mdm/devices/search',
        // The order as working clients ask for it; whether every version heeds it is not documented, so it is made sure of.
        query: { platform: 'Apple', orderby: 'lastseen', sortorder: 'DESC', page: 0, pagesize: samplePage },
        schema: listUnder('Devices', device, 'Total'),
      });
      const devices = (found?.list ?? []).map(toDevice);
      // UEM's times have one form, so text order is time order.
      const items = devices.sort((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : -1));
      return { items, more: (found?.total ?? 0) > items.length };
    },

    /** Profiles of a device and whether they are installed. */
    async deviceProfiles(deviceId: string): Promise<Page<UemDeviceProfile>> {
      const found = await reader.readIfAny({
        what: 'the device’s profiles',
        path: `/api/mdm/devices/${segment(deviceId)}/profiles`,
        schema: listUnder('DeviceProfiles', deviceProfile, 'Total'),
      });
      const items = (found?.list ?? []).map(({ Id, Name, Status }) => ({
        id: Id == null ? undefined : String(Id.Value),
        name: Name,
        state: stateOf(Status),
      }));
      return { items, more: false };
    },
  };
}

/** `jdoe` is also DOMAIN\\jdoe and jdoe@acme.example. */
function isSameUser(name: string | undefined, wanted: string): boolean {
  const [has, wants] = [(name ?? '').toLowerCase(), wanted.toLowerCase()];
  return has === wants || has.endsWith(`\\${wants}`) || (!wants.includes('@') && has.startsWith(`${wants}@`));
}

/** The codes that one working client acts on; the others are not documented. */
function stateOf(status: number | string | null | undefined): InstallState {
  const code = String(status ?? 'unknown');
  if (code === '3') return 'installed';
  if (code === '0' || code === '1') return 'not installed';
  return code === '6' ? 'failed' : `state ${code}`;
}

function toDevice(one: z.infer<typeof device>): UemDevice {
  const compliance = one.ComplianceSummary?.DeviceCompliance ?? [];
  return {
    id: String(one.Id.Value),
    uuid: one.Uuid ?? undefined,
    name: one.DeviceFriendlyName ?? undefined,
    serialNumber: one.SerialNumber ?? undefined,
    platform: one.Platform ?? undefined,
    model: one.Model ?? undefined,
    operatingSystem: one.OperatingSystem ?? undefined,
    ownership: one.Ownership ?? undefined,
    userName: one.UserName ?? undefined,
    userEmail: one.UserEmailAddress ?? undefined,
    enrollmentStatus: one.EnrollmentStatus ?? undefined,
    complianceStatus: one.ComplianceStatus ?? undefined,
    isCompromised: one.CompromisedStatus == null ? undefined : String(one.CompromisedStatus).toLowerCase() === 'true',
    isSupervised: one.IsSupervised ?? undefined,
    lastSeen: one.LastSeen ?? undefined,
    brokenPolicies: compliance.flatMap((each) =>
      each.CompliantStatus === false ? (each.PolicyName ?? 'unnamed') : [],
    ),
  };
}
