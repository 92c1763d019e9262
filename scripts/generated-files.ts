import { z } from 'zod';
import { checks } from '../src/checks/index.js';
import { articleFrontMatterSchema } from '../src/model/article.js';
import { intentSchema } from '../src/model/intent.js';
import { type Variable, variables } from '../src/variables.js';

/** Every generated file: its path from the top of the project, and what it must contain. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    '.env.example': envExample(variables),
    'docs/checks.md': listOfChecks(),
    'schemas/article.schema.json': jsonSchema(
      articleFrontMatterSchema,
      {
        title: 'Article',
        description: 'The front matter of knowledge/<id>.md: one known problem and its fix.',
      },
      onlyNamesOfChecks,
    ),
    'schemas/intent.schema.json': jsonSchema(intentSchema, {
      title: 'Intent',
      description: 'intents/<id>.yaml: one thing a person can mean.',
    }),
  };
}

function listOfChecks(): string {
  const rows = checks.map(
    ({ id, states, about, shows }) =>
      `| \`${id}\` | ${states} | ${shows} | ${about === 'person' ? 'a person' : 'the set-up'} |`,
  );
  return [
    '# What is checked\n',
    '<!-- Generated from src/checks by `npm run generate`. -->\n',
    'Each check is one statement about the live tenants. It passes or fails only by what it read, and is unknown whenever it',
    'did not see. A failed cause explains a problem; a failed symptom shows that there is one. `/wo-okta audit` runs all that',
    'look at the set-up; those about a person run in `/wo-okta diagnose <user>`.\n',
    '| check | passes when | shows | looks at |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function envExample(table: Readonly<Record<string, Variable>>): string {
  const entries = Object.entries(table).map(([name, variable]) => {
    const comment = [
      ...wrap(variable.meaning, 110),
      `Example: ${variable.example}${variable.secret ? ' (a secret: keep it to yourself)' : ''}`,
    ];
    const setting = variable.default === undefined ? `${name}=` : `#${name}=${variable.default}`;
    return `${comment.map((line) => `# ${line}`).join('\n')}\n${setting}\n`;
  });
  const heading =
    '# Generated from src/variables.ts by `npm run generate`.\n' +
    '# Copy it to .env and fill in what you need. With no Slack token the playground starts.\n';
  return [heading, ...entries].join('\n');
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Draft 7, which every editor's YAML and JSON support understands. Describes what people write: defaults optional. */
function jsonSchema(
  schema: z.ZodType,
  about: { title: string; description: string },
  override: Override = () => {},
): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override });
  return `${JSON.stringify({ $schema, ...about, ...rest }, null, 2)}\n`;
}

/**
 * Lists the checks that there are, so that an editor completes their names and marks one that does not exist. The model
 * itself does not know them: it stands below the checks.
 */
function onlyNamesOfChecks({ path, jsonSchema }: Parameters<Override>[0]): void {
  // On the list, not on its items: what a name looks like is one schema, for all ids of articles and intents as well.
  if (path.at(-1) === 'checks') jsonSchema.items = { type: 'string', enum: checks.map(({ id }) => id).sort() };
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
