import type { PageState } from '../page-protocol.js';

/** What a newcomer can try with one click: an error text, a log around one, a description, an open question. */
export const suggestions: PageState['suggestions'] = [
  { label: 'An error text', text: '@wo-okta federationArtifact.not.found Federation Artifact not found' },
  {
    label: 'A page of log',
    text: [
      '@wo-okta what is this?',
      '2026-11-24 08:14:02,113 INFO  (tomcat-http--12) [acme;-;203.0.113.9] com.vmware.horizon.auth.LoginController - Starting login flow',
      '2026-11-24 08:14:02,391 DEBUG (tomcat-http--12) [acme;-;203.0.113.9] com.vmware.horizon.saml.RequestDecoder - AuthnRequest accepted',
      '2026-11-24 08:14:02,740 WARN  (tomcat-http--12) [acme;-;203.0.113.9] com.vmware.horizon.provisioning.ScimClient - Errors reported by remote server: Required user attributes:[distinguishedName] are missing.',
      '2026-11-24 08:14:02,744 INFO  (tomcat-http--12) [acme;-;203.0.113.9] com.vmware.horizon.audit.AuditWriter - 1 event queued',
    ].join('\n'),
  },
  {
    label: 'A screenshot',
    text: '@wo-okta what is this?',
    file: { url: '/samples/sign-in-error.png', name: 'sign-in-error.png' },
  },
  {
    label: 'A SAML trace',
    text: '@wo-okta ',
    file: { url: '/samples/saml-tracer.json', name: 'saml-tracer.json' },
  },
  {
    label: 'In plain words',
    text: '@wo-okta people get thrown back and forth between the two login pages on their work iPads',
  },
  { label: 'An open question', text: '@wo-okta GENERAL_NONSUCCESS' },
  { label: 'When does the API key expire?', text: '@wo-okta when does the okta api key expire?' },
];

/** More, about people whom only the simulated tenants know. */
export const peopleSuggestions: PageState['suggestions'] = [
  { label: 'Why can’t Ann sign in?', text: "@wo-okta why can't ann@acme.example sign in?" },
  { label: 'Check a person', text: '/wo-okta check jdoe' },
];
