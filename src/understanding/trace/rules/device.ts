import { asksForDevice, called, forEachMessage, isDeviceContext, isToOkta, requestOf } from './rule.js';

/** A request of Okta that does not ask for the device: right for routing rules, wrong for Device Trust. */
export const deviceRequestRule = forEachMessage((message) => {
  const { kind, to, isCutOff, requested } = message;
  if (kind !== 'authn-request' || to !== 'access' || isCutOff || asksForDevice(message)) return [];
  const asked =
    requested === undefined ? 'asks for no authentication context' : `asks for ${requested.contexts.join(', ')}`;
  const said = `${called(message)} ${asked}, so not for the state of the device. That is right for routing rules; where Device Trust is in use, Request Authentication Context of the identity provider in Okta is not Device Trust.`;
  return [{ level: 'note', said, articleId: 'device-trust-general-nonsuccess' }];
});

/**
 * What an answer says of the device: by Okta's contract the assertion has the context DevicePosture and the fact IsManaged
 * (Okta, “Configure a device posture IdP”, SAML assertion data contract).
 */
export const deviceAnswerRule = forEachMessage((message, judged) => {
  const { kind, status, context, deviceFacts, isCutOff, assertion } = message;
  const hasFailed = status !== undefined && !status.codes[0]?.endsWith(':Success');
  if (kind !== 'response' || !isToOkta(message) || hasFailed || isCutOff || !assertion.isThere) return [];
  if (deviceFacts?.['IsManaged'] === 'false') {
    const said = `${called(message)} says that the device is not managed. If it is, the device result is wrong; if it is not, the Okta sign-in page that follows is intended.`;
    return [{ level: 'wrong', said, articleId: 'okta-sign-in-page-unmanaged-device', leg: 'authentication' }];
  }
  if (context === undefined || !asksForDevice(requestOf(message, judged))) return [];
  if (!isDeviceContext(context)) {
    const said = `Okta asks for the state of the device, but ${called(message).replace('The', 'the')} has the context ${context} instead: Device SSO Response is not set to Yes in the OKTA application source.`;
    return [{ level: 'wrong', said, articleId: 'device-trust-redirect-loop', leg: 'assertion' }];
  }
  if (deviceFacts?.['IsManaged'] !== undefined) return [];
  const said = `${called(message)} has the context of the device but not the fact IsManaged, which Okta requires.`;
  return [{ level: 'wrong', said, articleId: 'device-trust-not-secured', leg: 'assertion' }];
});
