import type { DocumentPerson, DocumentSession, DocumentSnapshot } from '@jenjang/shared';

const names = ['Arga Embun', 'Seruni Pualam', 'Bayu Cendana', 'Rimba Kenanga', 'Telaga Muara', 'Mega Dahlia'];

export const aDocumentPerson = (at: number, changes: Partial<DocumentPerson> = {}): DocumentPerson => ({
  name: `${names[at % names.length]!} ${String(at + 1)}, S.T., M.Si.`, nip: `NIP 19800101 200501 1 ${String(901 + (at % 99))}`, rank: 'Penata Tingkat I (III/d)', position: 'Kepala Bidang Layanan Digital',
  office: 'Bidang Layanan Digital, Dinas Komunikasi dan Informatika, Pemerintah Kota Telaga', opd: 'Dinas Komunikasi dan Informatika', className: null, number: null, card: null, ...changes,
});

export const aDocumentSession = (people: number, changes: Partial<DocumentSession> = {}): DocumentSession => ({
  title: 'Arsitektur SPBE', startsAt: '2026-09-07T00:00:00.000Z', endsAt: '2026-09-07T04:30:00.000Z', zone: 'Asia/Makassar', venue: 'Ballroom Lt. 3', lessonHours: 6,
  facilitators: ['Dr. Kenanga Muara, M.T.'], className: null, expected: Array.from({ length: people }, (_, at) => at), ...changes,
});

/** A snapshot for people in number, of Kota Telaga. */
export const aDocument = (kind: DocumentSnapshot['kind'], people: number, changes: Partial<DocumentSnapshot> = {}): DocumentSnapshot => ({
  layout: 1, kind, number: '001/ST/KOTA-TELAGA/IX/2026', agency: { name: 'Pemerintah Kota Telaga', shortName: 'Kota Telaga' }, issuer: 'Badan Kepegawaian dan Pengembangan SDM', programme: 'Digital Leadership Academy',
  cohort: { name: 'DLA Telaga Angkatan I', startsOn: '2026-09-07', endsOn: '2026-09-11', venueName: 'Gedung Diklat', venueCity: 'Telaga', className: null }, issuedOn: '2026-09-01', issuedIn: 'Telaga',
  signatory: { name: 'Seruni Pualam, S.Sos.', nip: '197001011995012902', position: 'Kepala BKPSDM', rank: 'Pembina Utama Muda' }, grounds: ['Keputusan Wali Kota Telaga Nomor 12 Tahun 2026 tentang Pengembangan Kompetensi'],
  form: 'joint', orientation: 'portrait', people: Array.from({ length: people }, (_, at) => aDocumentPerson(at)), sessions: [], ...changes,
});
