import type { Certificate } from '../certificate.js';
import { oktaId } from '../ids.js';
import type { Urls } from '../world.js';

/** Okta as the identity provider of its Workspace ONE app: the XML that is pasted into Access. */
export const appMetadata = (urls: Urls, { base64 }: Certificate): string => {
  const external = oktaId('exk', 'appworkspaceone');
  const binding = 'urn:oasis:names:tc:SAML:2.0:bindings';
  const sso = `${urls.okta}/app/vmwareworkspaceone/${external}/sso/saml`;
  const slo = `${urls.okta}/app/vmwareworkspaceone/${external}/slo/saml`;
  const key = `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor entityID="http://www.okta.com/${external}" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${key}<md:SingleLogoutService Binding="${binding}:HTTP-POST" Location="${slo}"/><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat><md:SingleSignOnService Binding="${binding}:HTTP-POST" Location="${sso}"/><md:SingleSignOnService Binding="${binding}:HTTP-Redirect" Location="${sso}"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
  ].join('');
};
