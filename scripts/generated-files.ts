import { z } from 'zod';
import { articleFrontMatterSchema } from '../src/model/article.js';
import { intentSchema } from '../src/model/intent.js';
import { type Variable, variables } from '../src/variables.js';

/** Every generated file: its path from the top of the project, and what it must contain. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    '.env.example': envExample(variables),
    'schemas/article.schema.json': jsonSchema(articleFrontMatterSchema, {
      title: 'Article',
      description: 'The front matter of knowledge/<id>.md: one known problem and its fix.',
    }),
    'schemas/intent.schema.json': jsonSchema(intentSchema, {
      title: 'Intent',
      description: 'intents/<id>.yaml: one thing a person can mean.',
    }),
  };
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

/** Draft 7, which every editor's YAML and JSON support understands. Describes what people write: defaults optional. */
function jsonSchema(schema: z.ZodType, about: { title: string; description: string }): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ $schema, ...about, ...rest }, null, 2)}\n`;
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
