import { describeCheck } from '../contracts/check.js';
import { idp, noIdp, routingRule } from './changes.js';

describeCheck('okta-routing-rule-active', {
  pass: { 'there is one for phones': { said: /“Workspace ONE mobile” is active .* for IOS and ANDROID/ } },
  fail: {
    'it is inactive': {
      changes: [routingRule((rule) => (rule['status'] = 'INACTIVE'))],
      said: /“Workspace ONE mobile” to Workspace ONE is not active/,
    },
    'the identity provider is inactive': {
      changes: [idp((one) => (one.status = 'INACTIVE'))],
      said: /leads to “Workspace ONE”, which is not active/,
    },
    'no rule leads there': {
      changes: [
        routingRule(
          (rule) => (rule['actions'] = { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } }),
        ),
      ],
      said: /^No routing rule leads to “Workspace ONE”/,
    },
  },
  unknown: {
    'a rule chooses by an expression': {
      changes: [
        routingRule(
          (rule) => (rule['actions'] = { idp: { providers: [], idpSelectionType: 'DYNAMIC', matchCriteria: [] } }),
        ),
      ],
      said: /depends on an expression/,
    },
    'no identity provider is recognised': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
  },
});
