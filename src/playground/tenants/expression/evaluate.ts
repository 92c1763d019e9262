import { type Comparison, type Expression, ExpressionError } from './parse.js';

/** What one endpoint allows in its expressions. */
export interface Dialect<T> {
  /** All values of an attribute of an item; undefined when there is no such attribute. Names are case-sensitive. */
  readonly attribute: (name: string) => ((item: T) => readonly unknown[]) | undefined;
  readonly operators: ReadonlySet<string>;
  /** `and`, `or`, `not`. */
  readonly logic: ReadonlySet<string>;
  /** Whether `ANN` equals `ann`. */
  readonly ignoreCase: boolean;
  /** Refuses combinations of attribute and operator by throwing `ExpressionError`. */
  readonly check?: (comparison: Comparison) => void;
}

type Test<T> = (item: T) => boolean;

const compare = (operator: string, left: string, right: string): boolean => {
  switch (operator) {
    case 'eq':
      return left === right;
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    case 'co':
      return left.includes(right);
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    default:
      throw new ExpressionError('operator', `"${operator}" is not supported.`);
  }
};

const compileComparison = <T>(comparison: Comparison, dialect: Dialect<T>): Test<T> => {
  const { attribute, operator, value } = comparison;
  const read = dialect.attribute(attribute);
  if (read === undefined) throw new ExpressionError('attribute', `"${attribute}" can't be filtered on.`);
  if (!dialect.operators.has(operator)) throw new ExpressionError('operator', `"${operator}" is not supported here.`);
  dialect.check?.(comparison);
  const text = (raw: unknown): string => (dialect.ignoreCase ? String(raw).toLowerCase() : String(raw));
  const present = (item: T): readonly unknown[] => read(item).filter((each) => each !== null && each !== undefined);
  if (operator === 'pr') return (item) => present(item).length > 0;
  const wanted = text(value);
  if (operator === 'ne') return (item) => present(item).every((each) => text(each) !== wanted);
  return (item) => present(item).some((each) => compare(operator, text(each), wanted));
};

/** Turns an expression into a test of items. Throws `ExpressionError` when the endpoint does not allow it. */
export const compileExpression = <T>(expression: Expression, dialect: Dialect<T>): Test<T> => {
  if (expression.kind === 'comparison') return compileComparison(expression, dialect);
  if (!dialect.logic.has(expression.kind)) {
    throw new ExpressionError('operator', `"${expression.kind}" is not supported here.`);
  }
  if (expression.kind === 'not') {
    const inner = compileExpression(expression.of, dialect);
    return (item) => !inner(item);
  }
  const left = compileExpression(expression.left, dialect);
  const right = compileExpression(expression.right, dialect);
  return expression.kind === 'and' ? (item) => left(item) && right(item) : (item) => left(item) || right(item);
};
