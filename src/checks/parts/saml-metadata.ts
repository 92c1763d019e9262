import type { AccessIdentityProviderDetail, SamlMetadata } from '../../connectors/access/index.js';

/** The SAML metadata in an identity provider of Access; undefined when there is none that can be read. */
export async function metadataIn({ metaData }: AccessIdentityProviderDetail): Promise<SamlMetadata | undefined> {
  if (!metaData) return undefined;
  const { parseSamlMetadata } = await import('../../connectors/access/saml-metadata.js');
  try {
    return parseSamlMetadata(metaData);
  } catch {
    // An address instead of the XML, or XML of another kind: as good as not sent.
    return undefined;
  }
}
