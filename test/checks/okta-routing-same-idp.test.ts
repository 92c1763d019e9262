import { ann } from '../../src/playground/tenants/people.js';
import { hour } from '../../src/playground/tenants/time.js';
import { describeCheck } from '../contracts/check.js';
import { judgesDevice, noIdp, routingRule, secondIdp, secondIdpId } from './changes.js';

const devicesBySecond = judgesDevice(ann, hour, 'TRUSTED', { idpId: secondIdpId });

describeCheck('okta-routing-same-idp', {
  pass: {
    'there is only one': { said: /only one identity provider for Workspace ONE/ },
    'of two both use the same': {
      changes: [secondIdp(), judgesDevice(ann, hour, 'TRUSTED')],
      said: /both use “Workspace ONE”/,
    },
  },
  fail: {
    'Device Trust uses the other one': {
      changes: [secondIdp(), devicesBySecond],
      said: /uses “Workspace ONE UAT”, but the routing rules lead to “Workspace ONE”/,
    },
  },
  unknown: {
    'none is recognised': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
    'no device was judged': { changes: [secondIdp()], said: /no device result/ },
    'a rule chooses by an expression': {
      changes: [
        secondIdp(),
        devicesBySecond,
        ({ okta }) => {
          for (const rules of okta.rules.values())
            rules.push({
              ...rules[1],
              id: '0prdynamic',
              name: 'By expression',
              actions: { idp: { idpSelectionType: 'DYNAMIC' } },
            });
        },
      ],
      said: /Compare/,
    },
    'no rule leads to either': {
      changes: [secondIdp(), devicesBySecond, routingRule((rule) => (rule['status'] = 'INACTIVE'))],
      said: /No active routing rule/,
    },
  },
});
