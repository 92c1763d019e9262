import type { AccessUser } from '../../connectors/access/index.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessUserSample } from '../sources/access.js';

/** Fewer show nothing about the others. */
const fewest = 3;

/** Some people with an account in Access, administrators' local accounts left out. Throws `NotSeen` for too few. */
export async function accessSample(look: Look): Promise<readonly AccessUser[]> {
  const { items } = await look.at(accessUserSample);
  const people = items.filter(({ type, isDeleted }) => !isDeleted && !/^(LOCAL|OPERATOR|SERVICE)$/.test(type ?? ''));
  if (people.length >= fewest) return people;
  throw new NotSeen(
    `Workspace ONE Access shows too few users to tell what their names look like. Look under ${accessUserSample.where}.`,
  );
}
