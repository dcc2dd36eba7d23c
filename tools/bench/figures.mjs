// What every benchmark says in the same words.

/** The smallest value that at least `share` (0–1) of the values do not exceed (nearest rank). */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('a percentile of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(values) {
  if (values.length === 0) throw new Error('a median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * One line of a benchmark's output.
 *
 * @param {string} bench
 * @param {'throughput'|'p50'|'p95'|'p99'|'wall'|'rss'|'bytes'|'errors'|'lost'} figure times in ms, rss in MB
 * @param {number} n size of the run
 * @param {string} unit
 * @param {number} value
 * @param {number} [limit] the raw physical bound measured in the same run; adds ratio = value / limit
 */
export function makeFigure(bench, figure, n, unit, value, limit) {
  const line = { bench, figure, n, unit, value: rounded(value) };
  return limit === undefined ? line : { ...line, limit: rounded(limit), ratio: rounded(value / limit) };
}

/** Four significant digits: more would be noise. */
const rounded = (value) => (value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(4)));
