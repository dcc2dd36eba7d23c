import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterTry, gatewayOutcome, internationalNumber, mailOutcome, nextTryAfter, pageOf, planMessages, wholeLink, type ReaderWays } from './message.rules.js';
import { templateInForce } from './template.rules.js';

const ways: ReaderWays = { email: 'arga@contoh.example', whatsapp: null, wantsEmail: true, closed: false };
const on = { email: true, whatsapp: true, fallbackMinutes: 15 };

describe('the ways to a reader', () => {
  it.each([
    ['mail as a rule', {}, {}, [['inbox', 'delivered', null], ['email', 'queued', null]]],
    ['WhatsApp with mail in reserve', { whatsapp: '+62812' }, {}, [['inbox', 'delivered', null], ['whatsapp', 'queued', null], ['email', 'queued', null]]],
    ['no WhatsApp where there is none', { whatsapp: '+62812' }, { whatsapp: false }, [['inbox', 'delivered', null], ['email', 'queued', null]]],
    ['no mail where there is none', {}, { email: false }, [['inbox', 'delivered', null], ['email', 'skipped', 'channelOff']]],
    ['no mail without address', { email: null }, {}, [['inbox', 'delivered', null], ['email', 'skipped', 'noAddress']]],
    ['no mail to those who want none', { wantsEmail: false }, {}, [['inbox', 'delivered', null], ['email', 'skipped', 'optedOut']]],
    ['nothing outside to closed accounts', { closed: true, whatsapp: '+62812' }, {}, [['inbox', 'delivered', null], ['email', 'skipped', 'closedAccount']]],
  ])('are %s', (_, reader, channels, expected) => {
    expect(planMessages({ ...ways, ...reader }, { ...on, ...channels }).map(({ channel, state, code }) => [channel, state, code])).toEqual(expected);
  });

  it('let mail stand in after the set time', () => {
    expect(planMessages({ ...ways, whatsapp: '+62812' }, on).at(-1)).toMatchObject({ channel: 'email', standsIn: true, afterMinutes: 15 });
    expect(planMessages(ways, on).at(-1)).toMatchObject({ standsIn: false, afterMinutes: 0 });
  });
});

describe('a try that ended', () => {
  it.each([
    ['a mailbox that does not exist', { responseCode: 550, message: 'no' }, 'refused'],
    ['a busy mailbox', { responseCode: 451, message: 'later' }, 'deferred'],
    ['a dropped connection', { code: 'ECONNECTION', message: 'closed' }, 'deferred'],
    ['a sign-in that was refused', { code: 'EAUTH', responseCode: 535, message: 'no' }, 'deferred'],
  ])('by mail with %s', (_, error, kind) => {
    expect(mailOutcome(error).kind).toBe(kind);
  });

  it.each([
    [202, { id: 'a1' }, 'sent'], [200, { messageId: 7, status: 'delivered' }, 'sent'], [200, null, 'deferred'], [200, {}, 'deferred'], [500, { id: 'a1' }, 'deferred'], [429, null, 'deferred'],
    [401, null, 'deferred'], [404, { id: 'a1' }, 'refused'], [400, null, 'refused'],
  ] as const)('by WhatsApp with %s %j: %s', (status, body, kind) => {
    expect(gatewayOutcome(status, body).kind).toBe(kind);
  });

  it('waits longer each time and comes to an end', () => {
    const pauses = Array.from({ length: 8 }, (_, n) => nextTryAfter(n + 1));
    expect(pauses.every((minutes, n) => minutes !== null && minutes >= (pauses[n - 1] ?? 0))).toBe(true);
    expect(nextTryAfter(9)).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), (attempts) => {
      const { state, afterMinutes } = afterTry({ kind: 'deferred', code: 'mail.later', detail: '' }, attempts);
      expect(state === 'queued').toBe(afterMinutes !== null);
      expect(afterTry({ kind: 'refused', code: 'x', detail: '' }, attempts)).toEqual({ state: 'bounced', code: 'x', afterMinutes: null });
    }));
  });
});

describe('numbers and links', () => {
  it.each([
    ['0812 3456 7890', '+6281234567890'], ['+62 812-3456-7890', '+6281234567890'], ['62812.3456.7890', '+6281234567890'], ['(0812) 34567890', '+6281234567890'],
    ['12', null], ['', null], ['halo', null], ['+0812345678', null], ['0812 3456 7890 ext 3', null],
  ])('%s is %s', (text, number) => {
    expect(internationalNumber(text)).toBe(number);
  });

  it.each([
    ['/jadwal', 'https://j.example/jadwal'], ['https://lain.example/x', 'https://lain.example/x'], ['//jahat.example', 'https://j.example/'], ['javascript:alert(1)', 'https://j.example/'], ['', 'https://j.example/'],
  ])('%s leads to %s', (link, whole) => {
    expect(wholeLink(link, 'https://j.example')).toBe(whole);
  });

  it('lead organisers into the cohort and participants to their own pages', () => {
    expect([pageOf('absence.requested', 'c1'), pageOf('absence.requested', null), pageOf('session.changed', 'c1'), pageOf('enrolment.rejected', 'c1')]).toEqual(['/angkatan/c1/presensi', '/', '/jadwal', '/']);
  });
});

describe('the template in force', () => {
  const key = { event: 'session.reminder', channel: 'email', locale: 'id' } as const;
  const shipped = { subject: 's', body: 'bawaan' };
  const version = (agencyId: string | null, number: number, body: string | null) => ({ ...key, agencyId, number, text: body === null ? null : { subject: 's', body } });
  it.each([
    ['shipped', [], 'bawaan', 'shipped'],
    ['national', [version(null, 1, 'nasional')], 'nasional', 'national'],
    ['of the agency', [version(null, 1, 'nasional'), version('a', 1, 'instansi')], 'instansi', 'agency'],
    ['the newest', [version('a', 2, 'baru'), version('a', 1, 'lama')], 'baru', 'agency'],
    ['above when put back', [version('a', 2, null), version('a', 1, 'lama'), version(null, 1, 'nasional')], 'nasional', 'national'],
    ['shipped when all is put back', [version('a', 2, null), version(null, 3, null)], 'bawaan', 'shipped'],
    ['not of another agency', [version('b', 1, 'lain')], 'bawaan', 'shipped'],
  ] as const)('is %s', (_, versions, body, origin) => {
    expect(templateInForce(key, 'a', versions, shipped)).toMatchObject({ text: { body }, origin });
  });
});
