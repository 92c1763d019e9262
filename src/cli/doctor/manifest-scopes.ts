import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';

const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** The bot scopes that the app manifest at `file` asks for; undefined when there is no such file, or it lists none. */
export async function readManifestScopes(file: URL): Promise<readonly string[] | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : manifestSchema.safeParse(parse(text)).data?.oauth_config.scopes.bot;
}
