import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what templates and messages refuse. */
export const messageProblems: ProblemWords = {
  'template.placeholderUnknown': ['Kata pengganti ini tidak dikenal untuk peristiwa ini: {names}.', 'This event does not know these placeholders: {names}.'],
  'template.strayBrace': ['Ada kurung kurawal yang tidak membungkus kata pengganti.', 'There is a brace that holds no placeholder.'],
  'template.nothingToReset': ['Templat ini sudah memakai bawaan.', 'This template already is the default.'],
  'message.templateNumberOnce': ['Orang lain menyimpan versi baru pada saat yang sama. Muat ulang lalu periksa.', 'Someone else saved a new version at the same moment. Reload and compare.'],
  'message.mayNotRepeat': ['Pesan ini sedang dikirim atau sudah dibuka; tidak perlu dikirim ulang.', 'This message is being sent or was opened; it need not be sent again.'],
  'message.channelOff': ['Surel belum disiapkan pada instalasi ini. Uji coba hanya dapat dilihat di sini.', 'Mail is not set up in this installation. The test can only be seen here.'],
  'message.noOwnAddress': ['Akun Anda tidak mempunyai alamat surel.', 'Your account has no e-mail address.'],
  'message.testFailed': ['Surel uji tidak terkirim: {detail}', 'The test mail was not sent: {detail}'],
  'classMessage.nobody': ['Tidak ada penerima.', 'There is nobody to tell.'],
  'classMessage.readershipIncomplete': ['Pilih sasaran pesan.', 'Choose whom to tell.'],
  'classMessage.readersChanged': ['Penerima berubah dari {seen} menjadi {now} orang. Periksa pratinjau lagi.', 'The readers changed from {seen} to {now}. Look at the preview again.'],
  'classMessage.valueMissing': ['Kata pengganti tanpa nilai untuk: {people}.', 'Placeholders without a value for: {people}.'],
  'classMessage.alreadyGone': ['Pesan ini sudah terkirim atau sudah dibatalkan.', 'This message has gone out or was cancelled before.'],
  'classMessage.notOwn': ['Pesan ini ditulis orang lain; hanya penulis atau penyelenggara yang dapat membatalkannya.', 'Somebody else wrote this message; only its writer or an organiser can cancel it.'],
  'classMessage.tooFar': ['Jadwal kirim paling lama satu tahun ke depan.', 'At most a year ahead.'],
  'message.preferenceConsentNamesNumber': ['Isi nomor WhatsApp Anda.', 'Give your WhatsApp number.'],
  'message.numberUnknown': ['Nomor ini tidak dikenali. Contoh: 0812 3456 7890.', 'This is not a number. For example: +62 812 3456 7890.'],
};
