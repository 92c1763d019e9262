import { type Check, pass, unknown } from './check.js';
import { certificateDays, ends, failAt, lasts } from './parts/days-left.js';
import { accessMetadata } from './sources/access.js';

const certificateArticle = 'certificate-expired';

/** When it runs out, everything that trusts Access refuses its sign-ins. */
export const accessMetadataCertificate = {
  id: 'access-metadata-certificate',
  states: 'The signing certificate and the metadata of Workspace ONE Access are valid for 14 days or more.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { certificates, validUntil } = await look.at(accessMetadata);
    const dates = certificates.flatMap(({ use, notAfter }) => (use === 'encryption' ? [] : [notAfter])).sort();
    for (const end of dates) look.saw(accessMetadata, 'End of the signing certificate of Workspace ONE Access', end);
    if (validUntil !== undefined) look.saw(accessMetadata, 'End of the metadata of Workspace ONE Access', validUntil);
    const last = dates.at(-1);
    if (last === undefined)
      return unknown(
        `The metadata of Workspace ONE Access shows no signing certificate. Look under ${accessMetadata.where}.`,
      );
    const certificate = `The signing certificate of Workspace ONE Access ${ends(last, look.now)}`;
    if (!lasts(last, certificateDays, look.now)) return failAt(`${certificate}.`, last, look.now, certificateArticle);
    if (validUntil !== undefined && !lasts(validUntil, certificateDays, look.now))
      return failAt(
        `The metadata of Workspace ONE Access ${ends(validUntil, look.now)}.`,
        validUntil,
        look.now,
        certificateArticle,
      );
    // A second certificate is there for a change of certificates: which one is in use does not show.
    if (dates.some((end) => !lasts(end, certificateDays, look.now)))
      return unknown(
        `Workspace ONE Access has several signing certificates, and one ${ends(dates[0] ?? last, look.now)}. Look under ${accessMetadata.where}.`,
      );
    return pass(`${certificate}.`);
  },
} satisfies Check;
