/**
 * Weights of a logistic regression: how likely `y` (0 to 1) is by the numbers in `x`, the first of which is 1. `weight`
 * says how much a row counts (1 if left out).
 */
export function regress(rows, { steps = 4_000, rate = 0.3 } = {}) {
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let weights = rows[0].x.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { x, y, weight = 1 } of rows) {
      const error =
        weight * (1 / (1 + Math.exp(-x.reduce((sum, value, index) => sum + value * weights[index], 0))) - y);
      x.forEach((value, index) => {
        gradient[index] += error * value;
      });
    }
    weights = weights.map((value, index) => value - (rate * gradient[index]) / total);
  }
  return weights;
}
