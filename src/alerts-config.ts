import { type AlertSettings, defaultAlertSettings } from './alerts/settings.js';
import type { VariableValues } from './variables.js';

/** How alerts are raised and told. Without a channel nobody is told, and nothing is watched. */
export type AlertConfig = Omit<AlertSettings, 'channel'> & { readonly channel?: string };

/** Puts the variables of the alerts together. */
export function readAlertConfig(values: VariableValues): AlertConfig {
  const pollMs = values.ALERT_POLL_SECONDS * 1_000;
  return {
    ...defaultAlertSettings,
    ...(values.ALERT_CHANNEL === undefined ? {} : { channel: values.ALERT_CHANNEL }),
    routes: values.ALERT_ROUTES ?? {},
    pollMs,
    // A first message comes no later than the round after.
    groupWaitMs: Math.min(defaultAlertSettings.groupWaitMs, pollMs),
    repeatMs: values.ALERT_REPEAT_HOURS * 3_600_000,
    quietHours: values.ALERT_QUIET_HOURS ?? {},
    ...(values.ALERT_DIGEST === undefined ? {} : { digest: values.ALERT_DIGEST }),
    budget: { okta: values.ALERT_OKTA_CALLS, access: values.ALERT_ACCESS_CALLS, uem: values.ALERT_UEM_CALLS },
    thresholds: {
      ...defaultAlertSettings.thresholds,
      tokenDays: values.ALERT_TOKEN_DAYS,
      certificateDays: values.ALERT_CERTIFICATE_DAYS,
      spikePeople: values.ALERT_SPIKE_PEOPLE,
      spikeTimes: values.ALERT_SPIKE_TIMES,
      provisioningPeople: values.ALERT_PROVISIONING_PEOPLE,
      deviceTrustPeople: values.ALERT_DEVICE_TRUST_PEOPLE,
      askers: values.ALERT_ASKERS,
    },
  };
}
