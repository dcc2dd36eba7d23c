import type { NomineeRow, NomineeWarning, PickedNominee } from '@jenjang/shared/nomination';

/** Somebody picked, with what the next pages tell of them. No NIP is kept on the device. */
export interface DraftPick extends PickedNominee {
  readonly name: string;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly warnings: readonly NomineeWarning[];
}

/** A letter that is not sent yet, as kept on the device. */
export interface NominationDraft {
  readonly picks: readonly DraftPick[];
  readonly letterNumber: string;
  /** ISO date; empty while it is not known. */
  readonly letterOn: string;
  readonly letterFile: { readonly id: string; readonly name: string } | null;
  readonly note: string;
  /** Sent with the letter, so that sending it twice is sending it once. */
  readonly key: string;
  /** Milliseconds since 1970; null when nothing was kept yet. */
  readonly savedAt: number | null;
}

export function emptyDraft(key: string): NominationDraft {
  return { picks: [], letterNumber: '', letterOn: '', letterFile: null, note: '', key, savedAt: null };
}

/** The draft as it was kept; null when it cannot be read, so that the page begins anew. */
export function readDraft(kept: string | null): NominationDraft | null {
  try {
    const found = JSON.parse(kept ?? 'null') as Partial<NominationDraft> | null;
    return found !== null && Array.isArray(found.picks) && typeof found.key === 'string'
      ? { ...emptyDraft(found.key), ...found }
      : null;
  } catch {
    return null;
  }
}

/** The name with its titles. */
export function pickOf(row: NomineeRow, name: string): DraftPick {
  const { personId, unitPath, band, positionName, eselon, warnings } = row;
  return { personId, unitPath, band, positionName, eselon, warnings, name };
}

/** Adds somebody at the end of the letter, or takes them out of it. */
export function toggled(picks: readonly DraftPick[], pick: DraftPick): readonly DraftPick[] {
  const others = picks.filter(({ personId }) => personId !== pick.personId);
  return others.length < picks.length ? others : [...picks, pick];
}

/** Moves somebody one place up (-1) or down (1); at either end nothing changes. */
export function moved(picks: readonly DraftPick[], index: number, by: -1 | 1): readonly DraftPick[] {
  const [one, other] = [picks[index], picks[index + by]];
  if (one === undefined || other === undefined) return picks;
  return picks.map((pick, place) => {
    if (place === index) return other;
    return place === index + by ? one : pick;
  });
}
