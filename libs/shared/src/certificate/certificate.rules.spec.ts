import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { certificateReasonLabels, certificateStateLabels, issuanceRefusalLabels, lookUpLabels, wordStanding } from './certificate.labels.js';
import { certificateStanding, certificateStateAfter, decideIssuance, mayMoveCertificate, nextCertificateStates } from './certificate.rules.js';
import type { CertificateState } from './certificate.types.js';
import { certificateEventKinds, certificateReasonCodes, issuanceRefusals, type IssuanceFacts } from './state.types.js';

const states = Object.keys(nextCertificateStates) as readonly CertificateState[];

/** Moves that the database allows, read from the migration that creates the table. */
function movesOfDatabase(): readonly string[] {
  const folder = new URL('../../../../migrations/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.endsWith('-create-certificate.ts'))!;
  const body = readFileSync(new URL(file, folder), 'utf8').split('move_certificate_state()')[1]!.split('create trigger')[0]!;
  return [...body.matchAll(/'(\w+>\w+)'/g)].map((match) => match[1]!);
}

describe('the life of a certificate', () => {
  it('is that of the database', () => {
    const moves = states.flatMap((state) => certificateEventKinds.filter((event) => certificateStateAfter(state, event) !== null).map((event) => `${state}>${event}`));
    expect(moves.sort()).toEqual([...movesOfDatabase()].sort());
    expect(moves).toHaveLength(5);
  });

  it('reaches every state, and ends revoked or superseded', () => {
    const reached = new Set<CertificateState>(['active']);
    for (const state of reached) nextCertificateStates[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...states].sort());
    expect(states.filter((state) => nextCertificateStates[state].length === 0)).toEqual(['revoked', 'superseded']);
  });

  it.each([['suspended', 'reinstated', 'active'], ['active', 'reinstated', null], ['revoked', 'reinstated', null], ['suspended', 'superseded', null], ['active', 'revoked', 'revoked']] as const)('%s when %s: %s', (state, event, after) => {
    expect(certificateStateAfter(state, event)).toBe(after);
    if (after !== null) expect(mayMoveCertificate(state, after)).toBe(true);
  });

  it.each([
    ['active', null, 'active'], ['active', '2026-11-21', 'active'], ['active', '2026-11-20', 'expired'], ['revoked', '2026-11-20', 'revoked'], ['suspended', '2026-11-20', 'suspended'],
  ] as const)('%s until %s stands as %s', (state, validUntil, standing) => {
    expect(certificateStanding(state, validUntil, '2026-11-21')).toBe(standing);
  });
});

describe('issuing', () => {
  const facts: IssuanceFacts = {
    kind: 'graduation', outcome: 'graduated', enrolmentState: 'accepted', cohortState: 'completed', cohortEndsOn: '2024-10-01', issuedOn: '2024-10-01',
    lessonHours: 40, signatoryCount: 1, holdsValidCertificate: false,
  };

  it.each<[string, Partial<IssuanceFacts>, readonly string[]]>([
    ['a graduate', {}, []],
    ['a graduate for attendance', { kind: 'attendance' }, []],
    ['someone who attended', { kind: 'attendance', outcome: 'attended' }, []],
    ['someone undecided', { outcome: null }, ['notDecided']],
    ['someone who failed', { outcome: 'failed' }, ['failed']],
    ['someone who failed, for attendance', { outcome: 'failed', kind: 'attendance' }, ['failed']],
    ['attendance taken for graduation', { outcome: 'attended' }, ['attendedOnly']],
    ['someone withdrawn', { enrolmentState: 'withdrawn' }, ['notAccepted']],
    ['a cancelled cohort', { cohortState: 'cancelled' }, ['cohortCancelled']],
    ['the day before the end', { issuedOn: '2024-09-30' }, ['cohortNotOver']],
    ['no JP', { lessonHours: 0 }, ['noLessonHours']],
    ['JP that are no number', { lessonHours: Number.NaN }, ['noLessonHours']],
    ['nobody to sign', { signatoryCount: 0 }, ['noSignatory']],
    ['a second time', { holdsValidCertificate: true }, ['alreadyIssued']],
    ['many reasons at once', { outcome: null, signatoryCount: 0, holdsValidCertificate: true }, ['notDecided', 'noSignatory', 'alreadyIssued']],
  ])('%s', (_, change, reasons) => {
    expect(decideIssuance({ ...facts, ...change })).toEqual({ issues: reasons.length === 0, reasons });
  });
});

describe('the words of the public page', () => {
  const details = { changedOn: '2026-12-03', publicText: 'diterbitkan karena kekeliruan', validUntil: '2026-11-20' };

  it.each([
    ['active', 'Sertifikat sah dan masih berlaku', 'The certificate is genuine and valid'],
    ['suspended', 'Sedang ditinjau sejak 3 Des 2026: diterbitkan karena kekeliruan', 'Under review since 3 Dec 2026: diterbitkan karena kekeliruan'],
    ['revoked', 'Dicabut pada 3 Des 2026: diterbitkan karena kekeliruan', 'Revoked on 3 Dec 2026: diterbitkan karena kekeliruan'],
    ['superseded', 'Digantikan pada 3 Des 2026 oleh sertifikat baru', 'Replaced on 3 Dec 2026 by a new certificate'],
    ['expired', 'Sertifikat sah, tetapi masa berlakunya habis pada 20 Nov 2026', 'The certificate is genuine, but was valid until 20 Nov 2026'],
  ] as const)('%s', (standing, id, en) => {
    expect([wordStanding(standing, details, 'id'), wordStanding(standing, details, 'en')]).toEqual([id, en]);
  });

  it('exist for every code in both languages', () => {
    const wordings = [
      ...certificateReasonCodes.map((code) => certificateReasonLabels[code]), ...issuanceRefusals.map((code) => issuanceRefusalLabels[code]),
      ...states.map((state) => certificateStateLabels[state]), ...Object.values(lookUpLabels),
    ];
    for (const { id, en } of wordings) expect([id.length > 3, en.length > 3, id === en]).toEqual([true, true, false]);
  });
});
