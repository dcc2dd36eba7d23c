import { describe, expect, it } from '@jest/globals';
import { problemWords } from '../problems.js';
import { cellWords, wordOfferReason, wordPassOver } from './waiting.labels.js';
import type { OfferReason } from './waiting.types.js';

const why: OfferReason = {
  by: 'rule', tier: 'cell', decisive: 'waiting', cell: { unitName: 'Dinas Kesehatan', band: 'III' }, rank: null, waitingSince: '2026-08-01T20:00:00Z', waiting: 3, note: null,
  passedOver: [{ enrolmentId: 'a', name: 'Arga Embun', reasons: [{ code: 'onLeave', facts: { from: '2026-09-01', to: '2026-09-10' } }] }],
};

describe('the words of an offer', () => {
  it('say why this person and who was passed over, with days as people of the place write them', () => {
    expect(wordOfferReason(why, 'Asia/Makassar', 'id')).toEqual([
      'Kursi kosong milik Dinas Kesehatan, eselon III, dan orang ini dari sana.', 'Menunggu paling lama, sejak 2 Agu 2026.', 'Dilewati: Arga Embun (sedang cuti 1 Sep 2026–10 Sep 2026).',
    ]);
  });

  it('say that the organiser chose, and the reason', () => {
    expect(wordOfferReason({ ...why, by: 'hand', decisive: null, note: 'Mewakili kecamatan', passedOver: [] }, 'Asia/Jakarta', 'en')).toEqual(['Offered by the organiser.', 'Reason: Mewakili kecamatan']);
  });

  it.each([[null, null, 'cadangan umum'], ['Dinas Kesehatan', null, 'Dinas Kesehatan'], [null, 'II', 'semua unit, eselon II'], ['Dinas Kesehatan', 'NONE', 'Dinas Kesehatan, tanpa eselon']] as const)(
    'name the cell %s, %s', (unitName, band, words) => {
      expect(cellWords(unitName, band, 'id')).toBe(words);
    });

  it('leave no placeholder open', () => {
    expect(wordPassOver({ code: 'clash', facts: { cohort: 'GTA 2026' } }, 'en')).toBe('attends GTA 2026 on the same dates');
    expect(problemWords('waiting.reserveClaimed', { cutOffOn: '2026-09-01', claims: 2 })[0]).toContain('Setelah batas 1 September 2026,');
  });
});
