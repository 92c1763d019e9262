import { createCertificate } from '../../src/playground/tenants/certificate.js';
import type { World } from '../../src/playground/tenants/index.js';
import { appMetadata } from '../../src/playground/tenants/okta/app-metadata.js';
import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import { keyOf } from '../../src/playground/tenants/okta/base-idp.js';
import { describeCheck } from '../contracts/check.js';
import { idpOfAccess } from './changes-of-access.js';

const day = 86_400_000;
const endsIn = (days: number) => (world: World) => {
  const certificate = createCertificate('acme.okta.example', world.now - 700 * day, world.now + days * day);
  world.okta.appKeys.set(workspaceOneAppId, [keyOf(certificate, 'kid-app-workspace-one', world.now)]);
  return certificate;
};
const endsInOnBothSides = (days: number) => (world: World) => {
  const metaData = appMetadata(world.urls, endsIn(days)(world));
  idpOfAccess('Okta', (idp) => Object.assign(idp, { metaData }))(world);
};
const metaDataIs = (metaData: string | null) => idpOfAccess('Okta', (idp) => Object.assign(idp, { metaData }));

describeCheck('access-okta-idp-certificate', {
  pass: {
    'both have the same certificate and it lasts': { said: /which “Okta” trusts, expires in 2,500 days/ },
    'it ends in a fortnight': { changes: [endsInOnBothSides(14.5)], said: /in 14 days/ },
  },
  fail: {
    'Okta signs with a new one': {
      changes: [endsIn(900)],
      said: /“Okta” trusts another certificate/,
      articleId: 'certificate-expired',
    },
    'it ends in less than a fortnight': {
      changes: [endsInOnBothSides(13)],
      said: /expires in 13 days/,
      articleId: 'certificate-expired',
    },
    'it has ended': { changes: [endsInOnBothSides(-2)], said: /expired 2 days ago/, articleId: 'certificate-expired' },
  },
  unknown: {
    'Access does not send the metadata': { changes: [metaDataIs(null)], said: /does not show the certificate/ },
    'the metadata is an address': {
      changes: [metaDataIs('https://acme.okta.example/metadata')],
      said: /does not show the certificate/,
    },
    'the key in use is not among the app’s keys': {
      changes: [({ okta }) => okta.appKeys.clear()],
      said: /does not show the certificate that the app “Workspace ONE” signs with/,
    },
    'the app is not recognised': {
      changes: [
        ({ okta }) => {
          okta.apps.splice(0);
        },
      ],
      said: /OKTA_WS1_APP/,
    },
  },
});
