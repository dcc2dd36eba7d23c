import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what the first sign-in refuses. That a link was used is worded as for every link. */
export const welcomeProblems: ProblemWords = {
  'welcome.unknown': ['Tautan ini tidak dikenal. Periksa apakah alamatnya tersalin utuh.', 'This link is not known. Check that its address was copied in full.'],
  'welcome.known': ['Anda sudah mempunyai akun. Masuk dengan akun itu.', 'You already have an account. Sign in with it.'],
  'welcome.expired': ['Masa berlaku tautan ini berakhir pada {expiredAt}. Mintalah tautan baru kepada penyelenggara.', 'This link expired on {expiredAt}. Ask the organiser for a new one.'],
  'welcome.paused': ['Lima kali jawaban tidak cocok. Coba lagi setelah {until}, atau hubungi penyelenggara; penyelenggara sudah kami beri tahu.', 'Five answers did not match. Try again after {until}, or contact the organiser, who has been told.'],
  'welcome.wrong': ['Jawaban tidak cocok dengan data usulan Anda. Sisa {left} percobaan sebelum jeda 15 menit.', 'The answers do not match your nomination. {left} tries are left before a pause of 15 minutes.'],
  'welcome.incomplete': ['Data usulan Anda belum memuat NIP atau tanggal lahir, jadi akun belum dapat dibuat. Hubungi penyelenggara untuk melengkapinya.', 'Your nomination holds neither NIP nor birth date, so no account can be made yet. Contact the organiser to complete it.'],
  'welcome.loginNeeded': ['Pilih nama masuk: surel dan NIP Anda belum tercatat atau sudah dipakai akun lain.', 'Choose a login: your e-mail and NIP are not on record, or used by another account.'],
  'welcome.loginTaken': ['Nama masuk ini sudah dipakai. Pilih yang lain.', 'This login is taken. Choose another.'],
  'welcome.noAddress': ['{name} belum mempunyai alamat surel. Lengkapi datanya dulu, lalu kirim tautannya.', '{name} has no e-mail address. Complete the record first, then send the link.'],
  'welcome.mailOff': ['Pengiriman surel belum diatur, jadi tautan tidak dapat dikirim. Hubungi admin.', 'Mail is not set up, so no link can be sent. Contact the admin.'],
  'welcome.noSeat': ['Tautan masuk pertama hanya untuk peserta yang diterima atau ditawari kursi.', 'First sign-in links are for participants who are accepted or offered a seat.'],
  'welcome.hasAccount': ['{name} sudah mempunyai akun. Bila lupa kata sandi, arahkan ke halaman masuk.', '{name} already has an account. For a forgotten password, point to the sign-in page.'],
  'field.isNipDigits': ['NIP harus 18 angka (Anda mengisi {limit}).', 'A NIP has 18 digits (you entered {limit}).'],
};
