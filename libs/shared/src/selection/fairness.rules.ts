import { fairnessDimensions, type Fairness, type FairnessDimension, type FairnessLine, type FairnessRecord } from './selection.types.js';

const groupOf: Readonly<Record<FairnessDimension, (record: FairnessRecord) => string>> = {
  unit: ({ unit }) => unit ?? '',
  band: ({ band }) => band,
  gender: ({ gender }) => gender ?? '',
  trained: ({ trainings }) => (trainings === 0 ? 'never' : 'before'),
};

const bandOrder = ['I', 'II', 'III', 'IV', 'V', 'NONE'];

/**
 * Nominated against chosen, per unit, band, gender and whether ever trained. Everyone was nominated; chosen are those
 * who hold or were offered a seat, and those whom `choosing` is about to choose.
 */
export function fairnessOf(records: readonly (FairnessRecord & { readonly enrolmentId: string })[], choosing: ReadonlySet<string> = new Set()): Fairness {
  const isChosen = records.map(({ enrolmentId, state }) => state === 'accepted' || state === 'offered' || choosing.has(enrolmentId));
  const lines = fairnessDimensions.map((dimension) => [dimension, linesOf(dimension, records, isChosen)] as const);
  return Object.fromEntries(lines) as unknown as Fairness;
}

function linesOf(dimension: FairnessDimension, records: readonly FairnessRecord[], isChosen: readonly boolean[]): readonly FairnessLine[] {
  const counts = new Map<string, { nominated: number; chosen: number }>();
  for (const [index, record] of records.entries()) {
    const group = groupOf[dimension](record);
    const count = counts.get(group) ?? { nominated: 0, chosen: 0 };
    counts.set(group, { nominated: count.nominated + 1, chosen: count.chosen + Number(isChosen[index]) });
  }
  const allChosen = isChosen.filter(Boolean).length;
  return [...counts].map(([group, { nominated, chosen }]) => ({
    group, nominated, chosen, nominatedShare: share(nominated, records.length), chosenShare: share(chosen, allChosen),
  })).sort((one, other) => order(dimension, one, other));
}

/** Percent, 0 of nothing. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}

/** Bands from the highest; other groups by how many were nominated, those not known last. */
function order(dimension: FairnessDimension, one: FairnessLine, other: FairnessLine): number {
  if (dimension === 'band') return bandOrder.indexOf(one.group) - bandOrder.indexOf(other.group);
  return Number(one.group === '') - Number(other.group === '') || other.nominated - one.nominated || (one.group < other.group ? -1 : 1);
}
