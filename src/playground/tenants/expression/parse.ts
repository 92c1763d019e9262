/** `attribute operator value`, or the presence test `attribute pr`. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly attribute: string;
  readonly operator: string;
  readonly value?: string | number | boolean;
}

/** A SCIM filter expression as a tree. */
export type Expression =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression };

/** Why an expression is refused. */
export class ExpressionError extends Error {
  readonly kind: 'syntax' | 'attribute' | 'operator';

  constructor(kind: ExpressionError['kind'], message: string) {
    super(message);
    this.name = 'ExpressionError';
    this.kind = kind;
  }
}

const syntax = (message: string): ExpressionError => new ExpressionError('syntax', message);

// Strings are JSON strings: no line break, backslash escapes. Each alternative starts with another character, so the
// pattern takes linear time.
const tokenPattern = /\s*(?:([()])|("(?:[^"\\\n\r]|\\.)*")|([^\s()"]+))/y;
const operators = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'ew', 'pr']);
const maxDepth = 40;

const tokenize = (text: string): string[] => {
  const tokens: string[] = [];
  const source = text.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(source);
    if (match === null) throw syntax(`Unexpected character at position ${at}.`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
};

const literal = (token: string | undefined): string | number | boolean => {
  if (token === undefined) throw syntax('A value is missing at the end.');
  try {
    const value: unknown = JSON.parse(token);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  } catch {
    // Falls through: whatever is no JSON is no value.
  }
  throw syntax(`${token} is not a value.`);
};

/** Reads an expression. `and` binds closer than `or`; operators in any case. Throws `ExpressionError`. */
export const parseExpression = (text: string): Expression => {
  const tokens = tokenize(text);
  let next = 0;
  const peek = (): string => (tokens[next] ?? '').toLowerCase();

  const comparison = (): Expression => {
    const attribute = tokens[next++];
    if (attribute === undefined || /^[()"]/.test(attribute)) throw syntax('An attribute is missing.');
    const operator = peek();
    next += 1;
    if (!operators.has(operator)) throw syntax(`"${operator}" is not an operator.`);
    return operator === 'pr'
      ? { kind: 'comparison', attribute, operator }
      : { kind: 'comparison', attribute, operator, value: literal(tokens[next++]) };
  };
  const term = (depth: number): Expression => {
    if (depth > maxDepth) throw syntax('Too many parentheses.');
    if (peek() === 'not') {
      next += 1;
      if (peek() !== '(') throw syntax('"not" needs parentheses.');
      return { kind: 'not', of: term(depth + 1) };
    }
    if (peek() !== '(') return comparison();
    next += 1;
    const inner = either(depth + 1);
    if (tokens[next++] !== ')') throw syntax('A closing parenthesis is missing.');
    return inner;
  };
  const both = (depth: number): Expression => {
    let left = term(depth);
    while (peek() === 'and') {
      next += 1;
      left = { kind: 'and', left, right: term(depth) };
    }
    return left;
  };
  const either = (depth: number): Expression => {
    let left = both(depth);
    while (peek() === 'or') {
      next += 1;
      left = { kind: 'or', left, right: both(depth) };
    }
    return left;
  };

  const expression = either(0);
  if (next < tokens.length) throw syntax(`Unexpected "${tokens[next]}".`);
  return expression;
};
