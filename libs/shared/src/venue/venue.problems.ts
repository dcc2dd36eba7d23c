import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what venues refuse. */
export const venueProblems: ProblemWords = {
  'venue.nameOnce': ['Tempat dengan nama ini sudah ada di instansi Anda.', 'Your agency already has a venue of this name.'],
  'venue.pointWhole': ['Isi lintang dan bujur bersama, atau kosongkan keduanya.', 'Give both latitude and longitude, or neither.'],
  'venue.radiusAroundPoint': ['Radius presensi memerlukan titik peta.', 'A check-in radius needs a point on the map.'],
  'venue.agencyFixed': ['Tempat tidak dapat dipindahkan ke instansi lain.', 'A venue cannot move to another agency.'],
  'venue.inUse': ['Tempat ini dipakai {count} sesi. Nonaktifkan saja agar tidak ditawarkan lagi.', '{count} sessions use this venue. Deactivate it instead, so that it is no longer offered.'],
  'room.inUse': ['Ruang “{name}” dipakai {count} sesi.', 'Room “{name}” is used by {count} sessions.'],
  'room.nameTwice': ['Nama ruang muncul dua kali.', 'The room name appears twice.'],
  'room.unknown': ['Ruang ini bukan bagian dari tempat tersebut.', 'This room is not part of that venue.'],
  'venue.unknown': ['Tempat tidak ditemukan atau di luar kewenangan Anda.', 'The venue was not found, or is outside your scope.'],
};
