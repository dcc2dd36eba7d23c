import type { Routes } from '@angular/router';
import { insideShell } from './shell/shell.routes';

/** Tabs of a cohort: each feature brings its own, the cohort puts them in order. */
const cohortTabs: readonly (() => Promise<Routes>)[] = [
  () => import('./schedule/schedule.routes').then((m) => m.scheduleTabs),
  () => import('./calendar/calendar.routes').then((m) => m.calendarTabs),
  () => import('./enrolment/enrolment.routes').then((m) => m.cohortRoutes),
  () => import('./selection/selection.routes').then((m) => m.selectionTabs),
  () => import('./admission/admission.routes').then((m) => m.admissionTabs),
  () => import('./attendance/attendance.routes').then((m) => m.attendanceTabs),
  () => import('./learning/learning.routes').then((m) => m.learningTab),
  () => import('./assessment/assessment.routes').then((m) => m.assessmentTabs),
  () => import('./graduation/graduation.routes').then((m) => m.graduationTabs),
  () => import('./waiting/waiting.routes').then((m) => m.waitingTabs),
  () => import('./document/document.routes').then((m) => m.documentTabs),
  () => import('./audit/audit.routes').then((m) => m.auditTabs),
  () => import('./day/day.routes').then((m) => m.dayTabs),
  () => import('./absence/absence.routes').then((m) => m.absenceTabs),
  () => import('./device/device.routes').then((m) => m.cohortRoutes),
  () => import('./message/message.routes').then((m) => m.messageTabs),
  () =>
    import('./certificate/certificate.routes').then((m): Routes => [
      {
        path: 'sertifikat',
        data: { tab: 'certificates', permission: 'certificate.read' },
        children: m.cohortRoutes,
      },
    ]),
];

/** Pages of signed-in readers: one line per feature, paths in Indonesian. */
const pages: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./home/home.routes').then((m) => m.routes) },
  { path: 'jadwal', loadChildren: () => import('./agenda/agenda.routes').then((m) => m.routes) },
  { path: 'izin', loadChildren: () => import('./absence/absence.routes').then((m) => m.routes) },
  {
    path: 'kelulusan',
    loadChildren: () => import('./graduation/graduation.routes').then((m) => m.standingRoutes),
  },
  {
    path: 'angkatan/:cohortId/presensi/:sessionId/laporan',
    loadChildren: () => import('./report/report.routes').then((m) => m.routes),
  },
  { path: 'hadir', loadChildren: () => import('./checkin/checkin.routes').then((m) => m.ownRoutes) },
  {
    path: 'angkatan/:cohortId/presensi/:sessionId/mandiri',
    loadChildren: () => import('./checkin/checkin.routes').then((m) => m.staffRoutes),
  },
  {
    path: 'angkatan/:cohortId/presensi/:sessionId/papan',
    loadChildren: () => import('./board/board.routes').then((m) => m.boardRoutes),
  },
  {
    path: 'angkatan/:cohortId/presensi/:sessionId',
    loadChildren: () => import('./attendance/attendance.routes').then((m) => m.sheetRoutes),
  },
  {
    path: 'angkatan/baru',
    loadChildren: () => import('./new-cohort/new-cohort.routes').then((m) => m.routes),
  },
  {
    path: 'angkatan/:cohortId/peserta/impor',
    loadChildren: () => import('./roster/roster.routes').then((m) => m.participantRoutes),
  },
  {
    path: 'angkatan',
    loadChildren: async () => {
      const tabs = await Promise.all(cohortTabs.map((load) => load()));
      return (await import('./cohort/cohort.routes')).cohortPages(tabs.flat());
    },
  },
  { path: 'tempat', loadChildren: () => import('./venue/venue.routes').then((m) => m.routes) },
  {
    path: 'hari-libur',
    loadChildren: () => import('./calendar/calendar.routes').then((m) => m.holidayRoutes),
  },
  { path: 'usulan', loadChildren: () => import('./nomination/nomination.routes').then((m) => m.routes) },
  {
    path: 'lamaran',
    loadChildren: () => import('./nomination/nomination.routes').then((m) => m.applicationRoutes),
  },
  { path: 'tawaran', loadChildren: () => import('./waiting/waiting.routes').then((m) => m.offerRoutes) },
  { path: 'delegasi', loadChildren: () => import('./delegation/delegation.routes').then((m) => m.routes) },
  { path: 'persetujuan', loadChildren: () => import('./approval/approval.routes').then((m) => m.routes) },
  {
    path: 'program/:programmeId/penerimaan',
    loadChildren: () => import('./admission/admission.routes').then((m) => m.defaultsRoutes),
  },
  {
    path: 'kuota',
    loadChildren: () => import('./admission/admission.routes').then((m) => m.allocationRoutes),
  },
  { path: 'pesan', loadChildren: () => import('./inbox/inbox.routes').then((m) => m.routes) },
  {
    path: 'templat-pesan',
    loadChildren: () => import('./message/message.routes').then((m) => m.templateRoutes),
  },
  { path: 'program', loadChildren: () => import('./programme/programme.routes').then((m) => m.routes) },
  { path: 'belajar', loadChildren: () => import('./learning/learning.routes').then((m) => m.routes) },
  {
    path: 'sertifikat',
    loadChildren: () => import('./certificate/certificate.routes').then((m) => m.routes),
  },
  {
    path: 'sertifikat-saya',
    loadChildren: () => import('./certificate/certificate.routes').then((m) => m.myRoutes),
  },
  { path: 'pegawai/impor', loadChildren: () => import('./roster/roster.routes').then((m) => m.peopleRoutes) },
  { path: 'unit/impor', loadChildren: () => import('./roster/roster.routes').then((m) => m.unitRoutes) },
  { path: 'pegawai', loadChildren: () => import('./person/person.routes').then((m) => m.routes) },
  { path: 'unit', loadChildren: () => import('./agency/agency.routes').then((m) => m.routes) },
  { path: 'instansi', loadChildren: () => import('./agency/agency.routes').then((m) => m.agencyRoutes) },
  { path: 'merit', loadChildren: () => import('./merit/merit.routes').then((m) => m.routes) },
  { path: 'akun', loadChildren: () => import('./account/account.routes').then((m) => m.routes) },
  { path: 'pekerjaan', loadChildren: () => import('./job/job.routes').then((m) => m.routes) },
  { path: 'profil', loadChildren: () => import('./identity/identity.routes').then((m) => m.profileRoutes) },
];

export const routes: Routes = [
  { path: 'kartu', loadChildren: () => import('./document/document.routes').then((m) => m.ownRoutes) },
  { path: 'kios', loadChildren: () => import('./kiosk/kiosk.routes').then((m) => m.routes) },
  { path: 'masuk', loadChildren: () => import('./identity/identity.routes').then((m) => m.signInRoutes) },
  {
    path: 'persetujuan/:token',
    loadChildren: () => import('./approval/approval.routes').then((m) => m.linkRoutes),
  },
  { path: 'tautan', loadChildren: () => import('./identity/identity.routes').then((m) => m.linkRoutes) },
  { path: 'mulai', loadChildren: () => import('./welcome/welcome.routes').then((m) => m.routes) },
  { path: 'layar', loadChildren: () => import('./board/board.routes').then((m) => m.screenRoutes) },
  ...insideShell(pages),
];
