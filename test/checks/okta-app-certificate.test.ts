import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import { keyOf } from '../../src/playground/tenants/okta/base-idp.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';
import { certificate } from './changes.js';

const keyFor =
  (days: number, kid = 'kid-app-workspace-one') =>
  (world: World) => {
    world.okta.appKeys.set(workspaceOneAppId, [
      keyOf(certificate(world, -100), 'kid-app-old', world.now),
      keyOf(certificate(world, days), kid, world.now),
    ]);
  };

describeCheck('okta-app-certificate', {
  pass: {
    'it lasts for long': { said: /certificate of “Workspace ONE” expires in 2,500 days/ },
    'an old one beside it is over': { changes: [keyFor(15)] },
  },
  fail: {
    'it ends soon': { changes: [keyFor(13)], said: /expires in 13 days/ },
    'it is over': { changes: [keyFor(-10)], said: /expired 9 days ago/ },
  },
  unknown: { 'the one in use is not listed': { changes: [keyFor(100, 'kid-another')], said: /did not tell when/ } },
});
