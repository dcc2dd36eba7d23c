import type { ScopeKind } from '@jenjang/shared';
import type { World } from './access-world.js';

/** How a route is called, and who reaches what it names. */
export interface AccessRow {
  /** Values of the path's parameters, from the world that is asked about. */
  readonly params?: (world: World) => Readonly<Record<string, string>>;
  readonly query?: (world: World) => Readonly<Record<string, string>>;
  readonly body?: (world: World) => object;
  /**
   * `record`: names one record, which does not exist for callers outside.
   * `list`: answers everyone who holds the permission, with nothing from outside.
   * `own`: belongs to the caller; nobody else's record exists for them.
   * `open`: the same for everyone it lets in.
   */
  readonly kind: 'record' | 'list' | 'own' | 'open';
  /** Kinds of scope that can reach the record; an agency's by default. */
  readonly scopes?: readonly ScopeKind[];
}

const local: readonly ScopeKind[] = ['agency', 'cohort'];
const ofUnit: readonly ScopeKind[] = ['agency', 'unit'];
const id = (pick: keyof World) => (world: World) => ({ id: world[pick] });
const own: AccessRow = { kind: 'own' };
const open: AccessRow = { kind: 'open' };
const list: AccessRow = { kind: 'list' };
const about = (pick: keyof World, body?: (world: World) => object, scopes?: readonly ScopeKind[]): AccessRow => ({ kind: 'record', params: id(pick), body, scopes });
const cohort = (body?: (world: World) => object): AccessRow => about('cohortId', body, local);
const session = (body?: (world: World) => object): AccessRow => about('sessionId', body, local);
const enrolment = (body?: (world: World) => object): AccessRow => about('enrolmentId', body, local);

const moduleBody = (): object => ({ code: 'M9', title: 'Tata kelola', summary: '', lessonHours: 1 });
const activityBody = (): object => ({ kind: 'page', title: 'Bacaan', body: 'Halo', required: true });
const sessionBody = ({ phaseId }: World): object => ({ phaseId, title: 'Sesi', startsAt: '2024-09-10T08:00', endsAt: '2024-09-10T10:00', zone: 'Asia/Makassar', lessonHours: 2, mandatory: true, facilitatorIds: [] });
const venueBody = ({ agencyId }: World): object => ({ agencyId, name: 'Gedung Diklat', zone: 'Asia/Makassar', active: true, rooms: [] });
const nobody = '00000000-0000-4000-8000-000000000000';
const grant = ({ agencyId }: World): object => ({ role: 'organiser', scope: 'agency', agencyId });
const criteria = { minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: false, components: [], minFinalScore: null, predicates: [], outcome: 'graduated' };
const design = { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: '{seq:4}/{programme}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: null };
const classMessage = (): object => ({ readership: { kind: 'cohort' }, subject: 'Materi', body: 'Halo {name}' });
const templateKey = (): Record<string, string> => ({ event: 'session.reminder', channel: 'email', locale: 'id' });
const templateText = ({ agencyId }: World): object => ({ agencyId, ...templateKey(), subject: 'Halo', body: 'Halo {name}' });
const templates = (params: Record<string, string>): AccessRow => ({ kind: 'record', params: () => params, query: ({ agencyId }) => ({ agencyId }) });

/** Every route of the program. A route without a row fails the walk, and so does a row without a route. */
export const accessTable: Readonly<Record<string, AccessRow>> = {
  'GET /api/health/live': open, 'GET /api/health/ready': open, 'GET /metrics': open, 'GET /api/openapi.json': open, 'GET /api/docs': open,
  'GET /c': open, 'GET /c/:code': { kind: 'open', params: () => ({ code: '000000000000000000' }) },
  'GET /api/v1/verify/:code': { kind: 'open', params: () => ({ code: '000000000000000000' }) },

  'POST /api/v1/auth/login': { kind: 'open', body: () => ({ login: 'tiada', password: 'x' }) },
  'POST /api/v1/auth/reset-requests': { kind: 'open', body: () => ({ login: 'tiada' }) },
  'GET /api/v1/auth/links/:token': { kind: 'open', params: () => ({ token: 'x' }) },
  'POST /api/v1/auth/links/:token': { kind: 'open', params: () => ({ token: 'x' }), body: () => ({ password: 'kerikil di telaga' }) },
  'GET /api/v1/welcome/:token': { kind: 'open', params: () => ({ token: 'x' }) },
  'POST /api/v1/welcome/:token': { kind: 'open', params: () => ({ token: 'x' }), body: () => ({ nip: '198001012005011901', birthDate: '1980-01-01', password: 'kerikil di telaga' }) },
  'POST /api/v1/enrolments/:id/welcome': enrolment(),
  'POST /api/v1/oauth/token': { kind: 'open', body: () => ({ grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' }) },
  'POST /api/v1/auth/logout': own, 'GET /api/v1/auth/me': own, 'PATCH /api/v1/me/preferences': { kind: 'own', body: () => ({ locale: 'en' }) },
  'POST /api/v1/me/password': { kind: 'own', body: () => ({ current: 'x', password: 'kerikil di telaga' }) },
  'GET /api/v1/me/sign-ins': own, 'DELETE /api/v1/me/sign-ins/:id': { kind: 'own', params: () => ({ id: nobody }) },

  'GET /api/v1/accounts': list,
  'POST /api/v1/accounts': { kind: 'record', body: (world) => ({ login: `baru-${Math.random().toString(36).slice(2)}`, displayName: 'Baru', grants: [grant(world)] }) },
  'POST /api/v1/accounts/:id/links': about('accountId'), 'POST /api/v1/accounts/:id/grants': about('accountId', grant),
  'DELETE /api/v1/accounts/:id/grants/:grantId': { kind: 'record', params: ({ accountId, grantId }) => ({ id: accountId, grantId }) },
  'POST /api/v1/accounts/:id/disable': about('accountId'), 'POST /api/v1/accounts/:id/enable': about('accountId'),
  'GET /api/v1/clients': list, 'POST /api/v1/clients': { kind: 'record', body: ({ agencyId }) => ({ name: 'SIMPEG', agencyId, scopes: ['hr.read'] }) },
  'POST /api/v1/clients/:id/disable': about('clientId'),
  'GET /api/v1/audit': { kind: 'record', query: ({ cohortId }) => ({ kind: 'cohort', id: cohortId }), scopes: local },

  'GET /api/v1/jobs': own, 'GET /api/v1/jobs/failed': list, 'GET /api/v1/jobs/:id': { kind: 'own', params: id('jobId') },
  'GET /api/v1/jobs/:id/events': { kind: 'own', params: id('jobId') }, 'POST /api/v1/jobs/:id/cancel': { kind: 'own', params: id('jobId') },
  'POST /api/v1/jobs/:id/retry': { kind: 'own', params: id('jobId') },

  'GET /api/v1/agencies': list, 'GET /api/v1/agencies/:id': about('agencyId'), 'PATCH /api/v1/agencies/:id': about('agencyId', () => ({ version: 999, name: 'Pemerintah Kota Lain' })),
  'POST /api/v1/agencies': { kind: 'record', scopes: [], body: () => ({ code: `X-${Math.random().toString(36).slice(2, 8).toUpperCase()}`, name: 'Pemerintah Kota Baru', shortName: 'Baru', kind: 'city', zone: 'Asia/Jakarta' }) },
  'GET /api/v1/agencies/:id/units': about('agencyId'),
  'POST /api/v1/units': { kind: 'record', body: ({ agencyId, rootUnitId }) => ({ agencyId, parentId: rootUnitId, kind: 'DINAS', code: `D-${Math.random().toString(36).slice(2, 8)}`, name: 'Dinas Baru' }) },
  'PATCH /api/v1/units/:id': about('unitId', () => ({ version: 999, name: 'Dinas Lain' })),
  'GET /api/v1/units/:id/move-effects': { kind: 'record', params: id('unitId'), query: ({ rootUnitId }) => ({ parentId: rootUnitId }) },
  'GET /api/v1/regions': { kind: 'open', query: () => ({ q: 'samarinda' }) },
  'GET /api/v1/people': list, 'GET /api/v1/people/:id': about('personId', undefined, ofUnit),
  'POST /api/v1/people': { kind: 'record', body: ({ agencyId }) => ({ agencyId, fullName: 'Orang Baru' }) },
  'PATCH /api/v1/people/:id': about('personId', () => ({ version: 999, fullName: 'Nama Lain' }), ofUnit),
  'POST /api/v1/people/:id/employments': about('personId', ({ unitId }) => ({ unitId, kind: 'PNS', nip: '1', positionKind: 'PELAKSANA', positionName: 'Pengolah data', validFrom: '2024-01-01' }), ofUnit),
  'GET /api/v1/imports/template': { kind: 'open', query: () => ({ kind: 'people' }) },
  'POST /api/v1/imports': { kind: 'record', body: ({ agencyId, fileId }) => ({ kind: 'people', agencyId, fileId }) },
  'GET /api/v1/imports/:id': about('importId'), 'PUT /api/v1/imports/:id/columns': about('importId', () => ({ version: 999, columns: {} })),
  'GET /api/v1/imports/:id/rows': about('importId'), 'PATCH /api/v1/imports/:id/rows/:row': { kind: 'record', params: ({ importId }) => ({ id: importId, row: '2' }), body: () => ({ cells: {} }) },
  'GET /api/v1/imports/:id/rejected.csv': about('importId'), 'GET /api/v1/imports/:id/rejected.xlsx': about('importId'),
  'POST /api/v1/imports/:id/commit': about('importId', () => ({ version: 999, mode: 'all' })), 'POST /api/v1/imports/:id/undo': about('importId', () => ({ mode: 'all' })),

  'GET /api/v1/cohorts': list,
  'POST /api/v1/cohorts': { kind: 'record', body: ({ agencyId, curriculumId }) => ({ agencyId, curriculumId, code: `N-${Math.random().toString(36).slice(2, 8).toUpperCase()}`, name: 'Baru', ordinal: 1, mode: 'onsite', startsOn: '2026-01-05', endsOn: '2026-01-06', zone: 'Asia/Makassar', capacity: 10 }) },
  'GET /api/v1/cohorts/:id': cohort(), 'PATCH /api/v1/cohorts/:id': cohort(() => ({ version: 999, name: 'Nama' })), 'GET /api/v1/cohorts/:id/summary': cohort(),
  'GET /api/v1/cohorts/:id/publish-check': cohort(),
  'POST /api/v1/cohorts/:id/clone': about('cohortId', () => ({ startsOn: '2026-02-02', code: `K-${Math.random().toString(36).slice(2, 8).toUpperCase()}`, name: 'Salinan', ordinal: 2 })),
  'POST /api/v1/cohorts/:id/state': cohort(() => ({ state: 'planned' })), 'PUT /api/v1/cohorts/:id/phases': cohort(() => ({ version: 999, phases: [] })),
  'PUT /api/v1/cohorts/:id/classes': cohort(() => ({ version: 999, classes: [] })), 'PUT /api/v1/cohorts/:id/partners': cohort(() => ({ version: 999, partners: [] })),
  'PUT /api/v1/cohorts/:id/signatories': cohort(() => ({ version: 999, signatories: [] })), 'POST /api/v1/cohorts/:id/sessions': cohort(sessionBody),
  'PATCH /api/v1/sessions/:id': session((world) => ({ ...sessionBody(world), version: 999 })), 'DELETE /api/v1/sessions/:id': session(),
  'POST /api/v1/sessions/:id/cancel': session(() => ({ version: 999, reason: 'Banjir' })),
  'GET /api/v1/cohorts/:id/calendar': cohort(), 'POST /api/v1/cohorts/:id/sessions/replan/preview': cohort(({ sessionId }) => ({ moves: [{ sessionId, version: 999, startsAt: '2024-09-10T08:00' }] })),
  'POST /api/v1/cohorts/:id/sessions/replan/apply': cohort(({ sessionId }) => ({ moves: [{ sessionId, version: 999, startsAt: '2024-09-10T08:00' }] })),
  'POST /api/v1/cohorts/:id/sessions/replan/undo': cohort(() => ({ replanId: nobody })),
  'GET /api/v1/holidays': { kind: 'list', query: () => ({ from: '2024-01-01', to: '2024-12-31' }) }, 'POST /api/v1/holidays': { kind: 'record', body: ({ agencyId }) => ({ kind: 'agency', agencyId, fallsOn: '2031-01-01', name: `Hari ${Math.random().toString(36).slice(2)}`, verified: true }) },
  'PUT /api/v1/holidays/:id': about('holidayId', ({ agencyId }) => ({ version: 999, kind: 'agency', agencyId, fallsOn: '2031-01-01', name: 'Hari jadi', verified: true })), 'DELETE /api/v1/holidays/:id': about('holidayId'),
  'GET /api/v1/venues': list, 'POST /api/v1/venues': { kind: 'record', body: (world) => ({ ...venueBody(world), name: `Gedung ${Math.random().toString(36).slice(2)}` }) },
  'PUT /api/v1/venues/:id': about('venueId', (world) => ({ ...venueBody(world), version: 999 })), 'DELETE /api/v1/venues/:id': about('venueId'),
  'GET /calendar/:token.ics': { kind: 'open', params: () => ({ token: 'x' }) }, 'GET /api/v1/me/calendar-feed': own, 'POST /api/v1/me/calendar-feed': own, 'DELETE /api/v1/me/calendar-feed': own, 'GET /api/v1/me/teaching': own,
  'GET /api/v1/cohorts/:id/participants': cohort(), 'POST /api/v1/cohorts/:id/participants': cohort(({ personId }) => ({ personIds: [personId] })),
  'GET /api/v1/cohorts/:id/candidates': cohort(), 'PATCH /api/v1/enrolments/:id': enrolment(() => ({ classId: null })),
  'GET /api/v1/cohorts/:id/admission': cohort(), 'PUT /api/v1/cohorts/:id/admission': cohort(() => ({ version: 999, route: 'none', eligibility: {} })), 'POST /api/v1/cohorts/:id/admission/trial': cohort(() => ({ eligibility: {} })),
  'GET /api/v1/cohorts/:id/quota': cohort(), 'PUT /api/v1/cohorts/:id/quota': cohort(() => ({ version: 999, cells: [] })), 'POST /api/v1/cohorts/:id/quota/preview': cohort(() => ({ version: 999, cells: [] })),
  'GET /api/v1/programmes/:id/admission': about('programmeId'), 'PUT /api/v1/programmes/:id/admission': about('programmeId', () => ({ version: 999, route: 'none', eligibility: {} })),
  'GET /api/v1/allocations': list, 'POST /api/v1/allocations': { kind: 'record', scopes: [], body: ({ academyId }) => ({ academyId, year: 2026, seats: 10 }) },
  'PUT /api/v1/allocations/:id': { kind: 'record', params: () => ({ id: nobody }), scopes: [], body: () => ({ version: 1, seats: 1, ceiling: true }) },
  'GET /api/v1/cohorts/:id/documents': cohort(), 'POST /api/v1/cohorts/:id/documents': cohort(() => ({ kind: 'table_card' })), 'GET /api/v1/documents/:id/pdf': about('documentId', undefined, local),
  'PUT /api/v1/agencies/:id/document-numbering': about('agencyId', () => ({ templates: {} })),
  'GET /api/v1/cohorts/:id/waiting-list': cohort(), 'POST /api/v1/cohorts/:id/waiting-list/offers': cohort(({ enrolmentId }) => ({ enrolmentId })),
  'GET /api/v1/me/offers': own, 'POST /api/v1/me/offers/:id/accept': { kind: 'own', params: () => ({ id: nobody }) }, 'POST /api/v1/me/offers/:id/decline': { kind: 'own', params: () => ({ id: nobody }) },
  'POST /api/v1/enrolments/:id/withdrawal': { kind: 'own', params: id('enrolmentId'), body: () => ({ code: 'ill' }) },
  'GET /api/v1/enrolments/:id/replacement': { kind: 'own', params: id('enrolmentId') }, 'GET /api/v1/enrolments/:id/replacement/candidates': { kind: 'own', params: id('enrolmentId') },
  'POST /api/v1/enrolments/:id/replacement': { kind: 'own', params: id('enrolmentId'), body: ({ personId }) => ({ code: 'ill', personId }) },
  'GET /api/v1/enrolments/:id/moves': enrolment(),
  'POST /api/v1/enrolments/:id/state': enrolment(() => ({ state: 'nominated' })),
  'GET /api/v1/cohorts/:id/learning': cohort(),
  'GET /api/v1/cohorts/:id/selection': cohort(), 'GET /api/v1/cohorts/:id/selection/overview': cohort(),
  'POST /api/v1/cohorts/:id/selection/preview': cohort(({ enrolmentId }) => ({ decision: 'accept', enrolmentIds: [enrolmentId] })),
  'POST /api/v1/cohorts/:id/selection/decide': cohort(({ enrolmentId }) => ({ decision: 'waitlist', enrolmentIds: [enrolmentId] })),
  'PUT /api/v1/cohorts/:id/selection/results': cohort(({ enrolmentId }) => ({ results: [{ enrolmentId, step: 'substance', score: 80, supersedes: null }] })),
  'GET /api/v1/cohorts/:id/selection/minutes': cohort(),
  'POST /api/v1/cohorts/:id/selection/minutes': cohort(() => ({ heldOn: '2024-09-01', place: 'Balai Embun', committee: [{ name: 'Arga Embun', role: 'Ketua' }] })),
  'GET /api/v1/selection-minutes/:id/pdf': { kind: 'record', params: () => ({ id: nobody }), scopes: [] },
  'GET /api/v1/approvals': list, 'POST /api/v1/cohorts/:id/approvals': about('cohortId', ({ enrolmentId }) => ({ decisions: [{ enrolmentId, approve: true }] }), ofUnit),
  'GET /api/v1/cohorts/:id/approvers': cohort(), 'GET /api/v1/cohorts/:id/approval-links': cohort(),
  'POST /api/v1/cohorts/:id/approval-links': cohort(({ accountId }) => ({ approverId: accountId })),
  'POST /api/v1/nominations/:id/approval-links': { kind: 'record', params: () => ({ id: nobody }), scopes: [], body: () => ({ approverId: nobody }) },
  'POST /api/v1/approval-links/:id/revoke': { kind: 'record', params: () => ({ id: nobody }), scopes: [] },
  'POST /api/v1/approvals/:token/open': { kind: 'open', params: () => ({ token: 'x' }) },
  'POST /api/v1/approvals/:token/decide': { kind: 'open', params: () => ({ token: 'x' }), body: () => ({ decisions: [{ enrolmentId: nobody, approve: true }] }) },

  'GET /api/v1/sessions/:id/sheet': session(), 'PUT /api/v1/sessions/:id/marks': session(({ enrolmentId }) => ({ marks: [{ enrolmentId, mark: 'present', supersedes: null }] })),
  'POST /api/v1/sessions/:id/close': session(() => ({ unmarked: 'leave' })), 'POST /api/v1/sessions/:id/reopen': session(() => ({ reason: 'Keliru menutup' })),
  'GET /api/v1/sessions/:id/check-in/opening': session(), 'POST /api/v1/sessions/:id/check-in/opening': session(() => ({})), 'GET /api/v1/sessions/:id/check-in/opening/code': session(),
  'POST /api/v1/sessions/:id/check-in/opening/close': session(), 'POST /api/v1/sessions/:id/check-in/opening/extend': session(() => ({ minutes: 10 })),
  'POST /api/v1/sessions/:id/card-check-ins': session(() => ({ text: 'bukan kartu', clientId: nobody })), 'GET /api/v1/sessions/:id/check-in/flags': session(),
  'POST /api/v1/check-in-flags/:id/verdict': about('flagId', () => ({ verdict: 'accepted' }), local), 'GET /api/v1/me/check-ins': own,
  'POST /api/v1/me/check-ins': { kind: 'own', body: ({ sessionId }) => ({ sessionId, code: '123456', device: 'perangkat-pengamat', clientId: nobody }) },
  'POST /api/v1/me/check-ins/:id/note': { kind: 'own', params: () => ({ id: nobody }), body: () => ({ note: 'Saya di aula' }) },
  'GET /api/v1/sessions/:id/board': session(), 'GET /api/v1/sessions/:id/board/events': session(),
  'GET /api/v1/cohorts/:id/attendance': cohort(), 'GET /api/v1/cohorts/:id/attendance/sessions': cohort(), 'GET /api/v1/enrolments/:id/attendance': enrolment(),
  'POST /api/v1/sessions/:id/reports/preview': session(({ fileId }) => ({ fileId })), 'POST /api/v1/sessions/:id/reports': session(({ fileId }) => ({ fileId })),
  'GET /api/v1/cohorts/:id/day': cohort(), 'POST /api/v1/sessions/:id/walk-ins': session(({ personId }) => ({ personId })),
  'GET /api/v1/me/absences': own, 'GET /api/v1/me/absences/choices': own, 'POST /api/v1/me/absences/:id/withdrawal': { kind: 'own', params: () => ({ id: nobody }) },
  'POST /api/v1/me/absences/preview': { kind: 'own', body: ({ cohortId, sessionId }) => ({ cohortId, sessionIds: [sessionId], kind: 'sick' }) },
  'POST /api/v1/me/absences': { kind: 'own', body: ({ cohortId, sessionId }) => ({ cohortId, sessionIds: [sessionId], kind: 'sick', reason: 'Rawat inap' }) },
  'GET /api/v1/cohorts/:id/absences': cohort(), 'POST /api/v1/absences/:id/decision': about('absenceId', () => ({ outcome: 'approved' }), local),
  'GET /api/v1/devices': list, 'GET /api/v1/devices/sessions': { kind: 'list', query: () => ({ on: '2024-09-09' }) },
  'POST /api/v1/devices': { kind: 'record', scopes: local, body: ({ sessionId }) => ({ name: 'Meja depan', publicKey: 'AAAA', sessionIds: [sessionId] }) },
  'GET /api/v1/devices/:id/pack': { kind: 'own', params: () => ({ id: nobody }) }, 'GET /api/v1/devices/:id/batches': { kind: 'own', params: () => ({ id: nobody }) },
  'POST /api/v1/devices/:id/batches': { kind: 'own', params: () => ({ id: nobody }), body: () => ({ id: nobody, sentAt: 0, drift: 0, marks: [{ id: nobody, sessionId: nobody, kind: 'seen', enrolmentId: nobody, how: 'tick', deviceAt: 0, drift: 0, signature: 'AAAA' }] }) },
  'POST /api/v1/devices/:id/revoke': { kind: 'own', params: () => ({ id: nobody }), body: () => ({ reason: 'Hilang di jalan' }) },
  'GET /api/v1/cohorts/:id/device-questions': cohort(), 'GET /api/v1/cohorts/:id/device-walk-ins': cohort(), 'GET /api/v1/sessions/:id/device-marks': session(),
  'POST /api/v1/device-marks/:id/judgement': { kind: 'own', params: () => ({ id: nobody }), body: () => ({ verdict: 'dismissed', reason: 'Keliru' }) },
  'GET /api/v1/cohorts/:id/scores': cohort(), 'PUT /api/v1/cohorts/:id/scores': cohort(({ enrolmentId }) => ({ scores: [{ enrolmentId, component: 'akhir', value: 80, supersedes: null }] })),
  'GET /api/v1/cohorts/:id/graduation': cohort(), 'POST /api/v1/cohorts/:id/graduation': cohort(() => ({ decidedFor: '0'.repeat(64) })),
  'GET /api/v1/cohorts/:id/graduation/dry-run': { ...cohort(), query: () => ({ minAttendancePercent: '85' }) }, 'POST /api/v1/cohorts/:id/graduation/preview': cohort(() => ({})),
  'GET /api/v1/enrolments/:id/graduation': enrolment(),
  'GET /api/v1/me/graduation': own, 'GET /api/v1/me/enrolments/:id/graduation': { kind: 'own', params: id('enrolmentId') }, 'GET /api/v1/me/home': own, 'GET /api/v1/me/cards': own, 'GET /api/v1/me/schedule': own, 'GET /api/v1/me/tasks': own,

  'GET /api/v1/nominations/open': list, 'GET /api/v1/nominations': list, 'GET /api/v1/nominations/:id': about('nominationId', undefined, ofUnit),
  'GET /api/v1/cohorts/:id/nomination': about('cohortId', undefined, ofUnit), 'GET /api/v1/cohorts/:id/nominees': about('cohortId', undefined, ofUnit),
  'POST /api/v1/cohorts/:id/nominations': about('cohortId', ({ personId }) => ({ personIds: [personId] }), ofUnit),
  'GET /api/v1/me/applications': own, 'POST /api/v1/me/applications': { kind: 'own', body: ({ cohortId }) => ({ cohortId }) },
  'GET /api/v1/people/:id/leave': about('personId', undefined, ofUnit), 'POST /api/v1/people/:id/leave': about('personId', () => ({ kind: 'annual', startsOn: '2020-01-01', endsOn: '2020-01-01' }), ofUnit),
  'DELETE /api/v1/people/:id/leave/:leaveId': { kind: 'record', params: ({ personId }) => ({ id: personId, leaveId: nobody }) },
  'GET /api/v1/delegations': own, 'GET /api/v1/delegations/candidates': { kind: 'own', query: ({ grantId }) => ({ grantId, q: 'embun' }) },
  'POST /api/v1/delegations': { kind: 'own', body: ({ grantId, accountId }) => ({ grantId, deputyId: accountId, startsOn: '2026-01-01', endsOn: '2026-01-31' }) },
  'DELETE /api/v1/delegations/:id': { kind: 'own', params: () => ({ id: nobody }) },
  'POST /api/v1/files': own, 'GET /api/v1/files/:id': { kind: 'own', params: id('fileId') },
  'GET /api/v1/academies': { kind: 'open' }, 'GET /api/v1/programmes': list,
  'POST /api/v1/programmes': { kind: 'record', body: ({ academyId, agencyId }) => ({ academyId, agencyId, code: `B-${Math.random().toString(36).slice(2, 8).toUpperCase()}`, name: 'Program baru', description: '', ownerName: 'Balai Cemara', diklatKind: 3, diklatForm: 'klasikal', audience: 'asn' }) },
  'POST /api/v1/programmes/from-template': { kind: 'record', body: ({ agencyId }) => ({ templateId: nobody, agencyId }) },
  'GET /api/v1/programmes/:id': about('programmeId'), 'PATCH /api/v1/programmes/:id': about('programmeId', () => ({ version: 999, name: 'Nama lain' })),
  'POST /api/v1/programmes/:id/curricula': about('programmeId'), 'GET /api/v1/curricula/:id': about('curriculumId'),
  'PUT /api/v1/curricula/:id': about('draftId', () => ({ version: 999, lessonHours: 6, criteria, certificateDesign: design })),
  'POST /api/v1/curricula/:id/publish': about('draftId', () => ({ version: 999 })), 'POST /api/v1/curricula/:id/retire': about('draftId', () => ({ version: 999 })),
  'POST /api/v1/curricula/:id/modules': about('draftId', moduleBody), 'PUT /api/v1/curricula/:id/modules/order': about('draftId', () => ({ ids: [] })),
  'PUT /api/v1/modules/:id': about('draftModuleId', () => ({ ...moduleBody(), version: 'x' })), 'DELETE /api/v1/modules/:id': about('draftModuleId'),
  'POST /api/v1/modules/:id/activities': about('draftModuleId', activityBody), 'PUT /api/v1/modules/:id/activities/order': about('draftModuleId', () => ({ ids: [] })),
  'GET /api/v1/activities/:id': about('activityId'), 'PUT /api/v1/activities/:id': about('draftActivityId', () => ({ ...activityBody(), version: 'x' })),
  'DELETE /api/v1/activities/:id': about('draftActivityId'), 'POST /api/v1/learning/preview': { kind: 'open', body: () => ({ body: 'Halo' }) },
  'GET /api/v1/me/learning': own, 'GET /api/v1/me/enrolments/:id/modules': { kind: 'own', params: id('enrolmentId') },
  'GET /api/v1/me/enrolments/:id/activities/:activityId': { kind: 'own', params: ({ enrolmentId, activityId }) => ({ id: enrolmentId, activityId }) },
  'PUT /api/v1/me/enrolments/:id/activities/:activityId/progress': { kind: 'own', params: ({ enrolmentId, activityId }) => ({ id: enrolmentId, activityId }), body: () => ({ completed: true }) },

  'GET /api/v1/cohorts/:id/certificates': cohort(), 'POST /api/v1/cohorts/:id/certificates': cohort(() => ({})),
  'GET /api/v1/certificates': list, 'GET /api/v1/certificates/:id': about('certificateId', undefined, local), 'GET /api/v1/certificates/:id/pdf': { kind: 'own', params: id('certificateId') },
  'POST /api/v1/certificates/:id/revoke': about('certificateId', () => ({ reasonCode: 'DATA_FALSE', publicText: 'Data keliru' }), local), 'GET /api/v1/me/certificates': own,

  'GET /api/v1/merit/certificates': list, 'GET /api/v1/merit/people/:id/lesson-hours': { kind: 'list', params: id('personId') },
  'POST /api/v1/merit/exports': { kind: 'list', body: () => ({ format: 'csv' }) }, 'GET /api/v1/merit/exports': list,
  'GET /api/v1/merit/exports/:id': { kind: 'own', params: id('exportId') }, 'GET /api/v1/merit/exports/:id/file': { kind: 'own', params: id('exportId') },
  'GET /api/v1/hr/events': list, 'GET /api/v1/hr/certificates': list, 'GET /api/v1/hr/exports/:id': { kind: 'own', params: id('exportId') },

  'GET /api/v1/cohorts/:id/messages': cohort(), 'GET /api/v1/messages/:id': about('messageId', undefined, local), 'POST /api/v1/messages/:id/repeat': about('messageId', undefined, local),
  'GET /api/v1/cohorts/:id/reminders': cohort(), 'PUT /api/v1/cohorts/:id/reminders': cohort(() => ({ version: 999, days: [2] })),
  // Facilitators write to their own cohorts only: those of a whole agency do not reach these.
  'GET /api/v1/cohorts/:id/class-messages': about('cohortId', undefined, ['cohort']), 'GET /api/v1/cohorts/:id/class-messages/choices': about('cohortId', undefined, ['cohort']),
  'POST /api/v1/cohorts/:id/class-messages/preview': about('cohortId', classMessage, ['cohort']), 'POST /api/v1/cohorts/:id/class-messages/test': about('cohortId', classMessage, ['cohort']),
  'POST /api/v1/cohorts/:id/class-messages': about('cohortId', () => ({ ...classMessage(), readers: 999 }), ['cohort']), 'POST /api/v1/class-messages/:id/cancel': about('classMessageId', undefined, ['cohort']),
  'GET /api/v1/message-templates': templates({}), 'GET /api/v1/message-templates/:event': templates({ event: 'session.reminder' }),
  'POST /api/v1/message-templates/preview': { kind: 'record', body: templateText }, 'POST /api/v1/message-templates/test': { kind: 'record', body: templateText },
  'PUT /api/v1/message-templates/:event/:channel/:locale': { kind: 'record', params: templateKey, body: ({ agencyId }) => ({ agencyId, number: 999, subject: 'Halo', body: 'Halo {name}' }) },
  'POST /api/v1/message-templates/:event/:channel/:locale/reset': { kind: 'record', params: templateKey, body: ({ agencyId }) => ({ agencyId, number: 999 }) },
  'POST /api/v1/whatsapp-receipts': { kind: 'open', body: () => ({ id: 'x', status: 'read' }) },
  'GET /api/v1/me/inbox': own, 'GET /api/v1/me/inbox/unread': own, 'GET /api/v1/me/inbox/events': own, 'POST /api/v1/me/inbox/read': own, 'POST /api/v1/me/inbox/:id/read': { kind: 'own', params: id('messageId') },
  'GET /api/v1/me/message-preference': own, 'PUT /api/v1/me/message-preference': { kind: 'own', body: () => ({ email: true, whatsapp: false }) },
};
