import { iso } from '../time.js';
import type { UemDevice, UemProfile, UemTenant, UemUser } from './objects.js';

/** A user as UEM sends it: numbers as strings here and there, as in the real one. */
export const userJson = (uem: UemTenant, user: UemUser) => ({
  Id: { Value: user.number },
  Uuid: user.uuid,
  UserName: user.userName,
  FirstName: user.firstName,
  LastName: user.lastName,
  Email: user.email,
  Status: true,
  LocationGroupId: String(uem.groupId),
  Role: 'Full Access',
  EnrolledDevicesCount: String(uem.devices.filter((device) => device.owner === user.number).length),
});

/** A device as UEM sends it. Its times have no zone. */
export const deviceJson = (uem: UemTenant, device: UemDevice) => {
  const owner = uem.users.find((user) => user.number === device.owner);
  return {
    Id: { Value: device.number },
    Uuid: device.uuid,
    SerialNumber: device.serial,
    DeviceFriendlyName: `${owner?.userName ?? ''} ${device.model}`,
    Platform: device.platform,
    Model: device.model,
    OperatingSystem: device.os,
    Ownership: 'C',
    UserName: owner?.userName ?? '',
    UserEmailAddress: owner?.email ?? '',
    EnrollmentUserUuid: owner?.uuid ?? '',
    EnrollmentStatus: device.enrolment,
    ...(device.compliance === undefined ? {} : { ComplianceStatus: device.compliance }),
    CompromisedStatus: false,
    LastSeen: iso(device.lastSeen).slice(0, -1),
    IsSupervised: device.platform === 'Apple',
    LocationGroupId: { Name: 'Acme', Uuid: '71b10000-0000-4000-8000-000000001112' },
    ComplianceSummary: { DeviceCompliance: [] },
  };
};

/** A profile in the list of search results, version 2. */
export const profileJson = (uem: UemTenant, profile: UemProfile) => ({
  ProfileId: profile.number,
  ProfileUuid: profile.uuid,
  ProfileName: profile.name,
  ProfileStatus: profile.active ? 'Active' : 'Inactive',
  Platform: profile.platform,
  AssignmentType: 'Auto',
  ManagedBy: 'Acme',
  OrganizationGroupId: uem.groupId,
  AssignmentSmartGroups: profile.assigned ? [{ Id: 5, Name: `All ${profile.platform}` }] : [],
  ExcludedSmartGroups: [],
});
