import { auditEvent } from '../access/audit-event.js';
import { oktaId } from '../ids.js';
import { ann, ben, carla, type Person } from '../people.js';
import { agentOf, samlRequestIsLost } from '../stories/sign-in.js';
import { minute, second } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** The record in Okta was rebuilt: the new one has an id, an audience and an address of its own. */
const sourceKnowsAnEarlierRecord: Change = ({ access, urls }) => {
  const earlier = oktaId('0oa', 'idpworkspaceoneearlier');
  const acs = `${urls.okta}/sso/saml2/${earlier}`;
  for (const { authInfo } of access.catalog) {
    authInfo['audience'] = `https://www.okta.com/saml2/service-provider/${earlier}`;
    authInfo['recipientName'] = acs;
    authInfo['assertionConsumerServiceUrl'] = acs;
  }
};

/** The request belongs to no application, so Access knows neither policy nor user name for it. */
const requestBelongsToNothing =
  (person: Person, minutes: number): Change =>
  (world) => {
    samlRequestIsLost(world, person, minutes * minute + second);
    auditEvent(world, {
      ago: minutes * minute,
      objectType: 'LAUNCH_ERROR',
      summary: 'LAUNCH_ERROR failed ()',
      userAgent: agentOf(person),
      values: { deviceType: 'browser', success: 'false', failureMessage: 'The resource could not be resolved' },
    });
  };

/** What Okta asks for is not what Access has a place for. */
export const wrongApplicationSource = {
  id: 'wrong-application-source',
  title: 'SAML_REQUEST without an object',
  story:
    'The OKTA application source still has the metadata of an earlier record of Okta, so requests belong to no object.',
  subject: 'ann@acme.example',
  tryThis: '@wo-okta The SAML_REQUEST in the audit events is mapped to no object.',
  pasted: 'The SAML_REQUEST in the Workspace ONE audit events is not mapped to the Okta application source.',
  cause: { article: 'saml-request-wrong-application-source', check: 'access-okta-source-known' },
  changes: [
    sourceKnowsAnEarlierRecord,
    requestBelongsToNothing(carla, 46),
    requestBelongsToNothing(ben, 29),
    requestBelongsToNothing(ann, 11),
  ],
} satisfies Scenario;
