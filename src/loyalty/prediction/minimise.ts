/** Writes the gradient at `point` into `gradient` and returns the value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** Row by row; where a search for a similar minimum may begin. */
  readonly inverseHessian: Float64Array;
  readonly evaluations: number;
  /** False: it went on without end, as towards a minimum at infinity. */
  readonly converged: boolean;
}

const mostEvaluations = 250;
/** Of the greatest part of the gradient. Objectives are means over customers, so that it does not grow with them. */
const flat = 1e-7;

/**
 * The minimum of a smooth function by BFGS with a backtracking line search (Nocedal and Wright, Numerical Optimization,
 * chapters 3 and 6).
 */
export function minimise(objective: Objective, start: Float64Array, inverseHessian?: Float64Array): Minimum {
  const size = start.length;
  let point: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(point, gradient);
  const inverse = inverseHessian ? Float64Array.from(inverseHessian) : identity(size);
  let scaled = inverseHessian !== undefined;
  let evaluations = 1;
  while (evaluations < mostEvaluations) {
    if (greatest(gradient) < flat) return { point, value, inverseHessian: inverse, evaluations, converged: true };
    let step = direction(inverse, gradient);
    if (dot(step, gradient) >= 0) {
      inverse.set(identity(size));
      step = gradient.map((part) => -part);
    }
    const next = shortenedStep(objective, { point, value, step, slope: dot(step, gradient) });
    evaluations += next.evaluations;
    const isStill = Math.abs(next.value - value) <= 1e-14 * Math.abs(value);
    const change = next.point.map((part, i) => part - (point[i] ?? 0));
    const bend = next.gradient.map((part, i) => part - (gradient[i] ?? 0));
    const curvature = dot(change, bend);
    if (curvature > 1e-12 * Math.sqrt(dot(change, change) * dot(bend, bend))) {
      if (!scaled) scale(inverse, curvature / dot(bend, bend));
      scaled = true;
      update(inverse, change, bend, curvature);
    }
    ({ point, value, gradient } = next);
    if (isStill) {
      return { point, value, inverseHessian: inverse, evaluations, converged: greatest(gradient) < 100 * flat };
    }
  }
  return { point, value, inverseHessian: inverse, evaluations, converged: false };
}

interface LineSearch {
  readonly point: Float64Array;
  readonly value: number;
  readonly step: Float64Array;
  /** Of the function along the step. */
  readonly slope: number;
}

/** Where a step leads, as far as it leads down. */
function shortenedStep(objective: Objective, { point, value, step, slope }: LineSearch) {
  // One unit of a logarithm is nearly a factor of 3: enough for a step, and no step leaps into the void.
  let length = Math.min(1, 1.5 / greatest(step));
  const gradient = new Float64Array(point.length);
  let next = moved(point, step, length);
  let nextValue = objective(next, gradient);
  let evaluations = 1;
  for (let tries = 0; !(nextValue <= value + 1e-4 * length * slope) && tries < 40; tries += 1) {
    if (Math.abs(nextValue - value) <= 1e-14 * Math.abs(value)) break;
    length *= Number.isFinite(nextValue) ? shorter(value, nextValue, slope, length) : 0.2;
    next = moved(point, step, length);
    nextValue = objective(next, gradient);
    evaluations += 1;
  }
  return { point: next, value: nextValue, gradient, evaluations };
}

/** By how much a step is shortened: to the lowest point of the parabola through what is known, within limits. */
function shorter(value: number, nextValue: number, slope: number, length: number): number {
  const lowest = (-slope * length) / (2 * (nextValue - value - slope * length));
  return Math.min(0.5, Math.max(0.1, lowest));
}

function identity(size: number): Float64Array {
  return new Float64Array(size * size).map((_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

function scale(matrix: Float64Array, by: number): void {
  for (let i = 0; i < matrix.length; i += 1) matrix[i] = (matrix[i] ?? 0) * by;
}

function direction(inverse: Float64Array, gradient: Float64Array): Float64Array {
  return gradient.map(
    (_, row) => -gradient.reduce((sum, part, i) => sum + (inverse[row * gradient.length + i] ?? 0) * part, 0),
  );
}

/** H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ, where ρ = 1/(sᵀy). */
function update(inverse: Float64Array, change: Float64Array, bend: Float64Array, curvature: number): void {
  const size = change.length;
  const bent = direction(inverse, bend).map((part) => -part);
  const factor = (1 + dot(bend, bent) / curvature) / curvature;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const [si = 0, sj = 0, bi = 0, bj = 0] = [change[i], change[j], bent[i], bent[j]];
      inverse[i * size + j] = (inverse[i * size + j] ?? 0) + factor * si * sj - (bi * sj + si * bj) / curvature;
    }
  }
}

function moved(point: Float64Array, step: Float64Array, length: number): Float64Array {
  return point.map((part, i) => part + length * (step[i] ?? 0));
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, part, i) => sum + part * (other[i] ?? 0), 0);
}

function greatest(values: Float64Array): number {
  return values.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
}
