export { auditOf, type EarlierAudit } from './audit.js';
export { type Circumstances, conclude, resultsOf, usualCauseIs } from './conclude.js';
export { isAllRight, judge, type LinkOf, pointsAt } from './judge.js';
export { checksOf, neighboursOf } from './plan.js';
export { isContradicted, seenFacts } from './seen-facts.js';
