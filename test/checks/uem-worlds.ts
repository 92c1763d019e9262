import { ann } from '../../src/playground/tenants/people.js';
import type { Change } from '../../src/playground/tenants/scenarios/scenario.js';
import { deviceNumberOf, iosSso } from '../../src/playground/tenants/uem/base.js';
import type { SingleSignOn, UemDevice, UemProfile } from '../../src/playground/tenants/uem/objects.js';

/** Changes the iOS SSO profile. */
export const profile =
  (change: (profile: UemProfile) => void): Change =>
  ({ uem }) =>
    uem.profiles.filter(({ number }) => number === iosSso.number).forEach(change);

/** Changes the Single Sign-On payload of that profile. */
export const payload = (change: Partial<SingleSignOn>): Change =>
  profile(({ singleSignOn }) => Object.assign(singleSignOn ?? {}, change));

/** The environment keeps payloads to itself. */
export const noPayload = profile((one) => {
  one.singleSignOn = undefined;
});

/** There is no iOS SSO profile. */
export const noProfile: Change = ({ uem }) => {
  uem.profiles.splice(0);
};

/** Changes Ann's iPhone. */
export const annsDevice =
  (change: (device: UemDevice) => void): Change =>
  ({ uem }) =>
    uem.devices.filter(({ number }) => number === deviceNumberOf(ann)).forEach(change);

/** Sets the state of the iOS SSO profile on Ann's iPhone; undefined takes it off the device. */
export const onAnns =
  (state: number | undefined): Change =>
  ({ uem }) => {
    const key = `${deviceNumberOf(ann)}/${iosSso.number}`;
    if (state === undefined) uem.states.delete(key);
    else uem.states.set(key, state);
  };

/** Sets the state of the iOS SSO profile on all devices; undefined takes it off them. */
export const onAll =
  (state: number | undefined): Change =>
  ({ uem }) => {
    for (const key of [...uem.states.keys()].filter((one) => one.endsWith(`/${iosSso.number}`))) {
      if (state === undefined) uem.states.delete(key);
      else uem.states.set(key, state);
    }
  };

/** Nobody's devices are enrolled any more. */
export const noDevices: Change = ({ uem }) => {
  uem.devices.splice(0);
};
