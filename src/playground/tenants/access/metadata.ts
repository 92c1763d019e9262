import { iso } from '../time.js';
import type { AccessTenant } from './objects.js';

/** The SAML metadata that Access publishes without sign-in: as identity provider or as service provider. */
export const samlMetadata = (access: AccessTenant, origin: string, role: 'idp' | 'sp'): string => {
  const { base64, notAfter } = access.certificate;
  const binding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
  const key = `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  const descriptor =
    role === 'idp'
      ? `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${key}<md:SingleSignOnService Binding="${binding}" Location="${origin}/SAAS/auth/federation/sso"/></md:IDPSSODescriptor>`
      : `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${key}<md:AssertionConsumerService Binding="${binding}" Location="${origin}/SAAS/auth/saml/response" index="0"/></md:SPSSODescriptor>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${origin}/SAAS/API/1.0/GET/metadata/${role}.xml" validUntil="${iso(notAfter)}">${descriptor}</md:EntityDescriptor>`,
    '',
  ].join('\n');
};
