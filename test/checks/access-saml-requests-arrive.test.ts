import { auditEvent } from '../../src/playground/tenants/access/audit-event.js';
import type { World } from '../../src/playground/tenants/index.js';
import { describeCheck } from '../contracts/check.js';
import { nothingHappened, tooManyEvents } from './changes-of-access.js';

const request = (ago: number, objectName?: string) => (world: World) =>
  auditEvent(world, {
    ago,
    objectType: 'SAML_REQUEST',
    summary: 'SAML_REQUEST',
    ...(objectName === undefined ? {} : { objectName }),
    values: { success: 'true' },
  });

describeCheck('access-saml-requests-arrive', {
  pass: {
    'they are mapped to the application source': {
      said: /3 SAML_REQUESTs .* mapped to OKTA, the newest at 2026-11-24/,
    },
    'an unmapped one is older than the newest mapped one': { changes: [request(8 * 3_600_000)] },
    'other applications have requests too': { changes: [request(60_000, 'Expenses')] },
  },
  fail: {
    'the newest belongs to no object': {
      changes: [request(60_000)],
      said: /1 SAML_REQUEST .* belongs to no object/,
      articleId: 'saml-request-wrong-application-source',
    },
    'they are mapped to an application that answers to Okta too': {
      changes: [
        nothingHappened,
        ({ access }) => {
          const [source] = access.catalog;
          if (source !== undefined) access.catalog.push({ ...source, uuid: 'u2', name: 'Okta by hand' });
        },
        request(60_000, 'Okta by hand'),
      ],
      said: /“Okta by hand” instead of OKTA/,
      articleId: 'saml-request-wrong-application-source',
    },
  },
  unknown: {
    'there is none': { changes: [nothingHappened], said: /recorded no SAML_REQUEST/ },
    'there are others only, which may be nobody’s business': {
      changes: [nothingHappened, request(60_000, 'Expenses')],
      said: /only to “Expenses”/,
    },
    'not all events could be read': {
      changes: [nothingHappened, tooManyEvents],
      said: /but there are more audit events/,
    },
  },
});
