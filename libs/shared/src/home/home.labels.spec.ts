import { describe, expect, it } from '@jest/globals';
import { wordTask } from './home.labels.js';
import { taskKinds, type Task } from './home.types.js';

const session: Task['facts'] = { session: 'Sesi 3: Tata kelola data', cohort: 'DLA I', sessions: 1, others: 0, count: 7, expected: 112, until: '11.30 WITA', ended: '11.30 WITA', endedOn: '2024-11-05' };
const everything: Task['facts'] = {
  ...session, startsOn: '2024-11-04', endsOn: '2024-11-08', closesOn: '2024-10-28', capacity: 112, accepted: 110, free: 2, waitlisted: 3, since: '2024-11-01', day: '2024-11-05', time: '08.00–11.30 WITA', venue: 'Aula',
  agency: 'Kota Telaga', cohorts: 2, year: '2024', lessonHours: 1600,
};

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a task in words', () => {
  it.each([
    ['markSession', {}, 'Lengkapi presensi Sesi 3: Tata kelola data', '7 dari 112 orang belum ditandai pada Sesi 3: Tata kelola data, DLA I. Sesi selesai pukul 11.30 WITA.'],
    ['closeSession', {}, 'Tutup presensi Sesi 3: Tata kelola data', '7 orang belum ditandai pada Sesi 3: Tata kelola data, DLA I. Sesi selesai 5 Nov 2024, 11.30 WITA.'],
    ['closeSession', { count: 0 }, 'Tutup presensi Sesi 3: Tata kelola data', '112 orang sudah ditandai, sesi DLA I selesai 5 Nov 2024.'],
    ['closeSession', { sessions: 3, others: 2 }, 'Tutup presensi 3 sesi', 'Sesi 3: Tata kelola data dan 2 sesi lain di DLA I sudah selesai tetapi belum ditutup.'],
    ['exportCertificates', { count: 1250 }, 'Ekspor 1.250 sertifikat baru', 'Terbit setelah ekspor terakhir Anda, 1 Nov 2024.'],
    ['exportCertificates', { count: 10_001, since: '' }, 'Ekspor lebih dari 10.000 sertifikat baru', 'Anda belum pernah mengekspor. Sistem SDM belum mengetahui sertifikat ini.'],
    ['nextSession', { venue: '' }, 'Sesi Anda berikutnya: Sesi 3: Tata kelola data', '5 Nov 2024, 08.00–11.30 WITA. DLA I, 112 peserta.'],
    ['nameOrganiser', { count: 1 }, 'Tunjuk penyelenggara untuk 1 instansi', 'Kota Telaga belum mempunyai penyelenggara.'],
    ['graduates', {}, '7 pegawai lulus tahun 2024', 'Sertifikat kelulusannya bernilai 1.600 JP.'],
  ] as const)('%s %j', (kind, change, title, reason) => {
    const words = wordTask({ kind, facts: { ...everything, ...change } }, 'id');
    expect([words.title, words.reason].map(spaced)).toEqual([title, reason]);
  });

  it.each([
    [1, '1 person waits for a decision in DLA I, 1 seat left.'],
    [2, '2 people wait for a decision in DLA I, 2 seats left.'],
    [0, '0 people wait for a decision in DLA I, 0 seats left.'],
  ])('counts %i in English', (count, reason) => {
    expect(spaced(wordTask({ kind: 'decideNominations', facts: { ...everything, count, free: count } }, 'en').reason)).toBe(reason);
  });

  it('holds a number and what it counts together', () => {
    expect(wordTask({ kind: 'planCohort', facts: everything }, 'id').reason).toContain('7\u00a0hal');
    expect(wordTask({ kind: 'markSession', facts: everything }, 'id').reason).toContain('11.30\u00a0WITA');
  });

  it.each(taskKinds)('%s finds every fact that its sentences name, in both languages', (kind) => {
    for (const locale of ['id', 'en'] as const) {
      for (const words of Object.values(wordTask({ kind, facts: everything }, locale))) expect(words).toMatch(/^(?!.*( {2}| [,.]|^ | $))[^{}|]{5,}$/);
    }
    expect(wordTask({ kind, facts: everything }, 'en')).not.toEqual(wordTask({ kind, facts: everything }, 'id'));
  });
});
