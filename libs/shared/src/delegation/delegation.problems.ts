import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what naming deputies refuses, and of a deputy's right that is over. */
export const delegationProblems: ProblemWords = {
  'delegation.ended': ['Delegasi berakhir {endedOn}. Anda tidak lagi bertindak a.n. {headName}.', 'The delegation ended on {endedOn}. You no longer act for {headName}.'],
  'delegation.endsBeforeStart': ['Hari terakhir mendahului hari pertama.', 'The last day comes before the first.'],
  'delegation.datesInOrder': ['Hari terakhir mendahului hari pertama.', 'The last day comes before the first.'],
  'delegation.past': ['Hari terakhirnya sudah lewat.', 'Its last day has passed.'],
  'delegation.tooLong': ['Delegasi paling lama 366 hari.', 'A delegation lasts 366 days at most.'],
  'delegation.notLong': ['Delegasi paling lama 366 hari.', 'A delegation lasts 366 days at most.'],
  'delegation.self': ['Anda tidak dapat menjadi wakil Anda sendiri.', 'You cannot be your own deputy.'],
  'delegation.overlaps': ['Orang ini sudah menjadi wakil Anda pada sebagian hari itu.', 'This person is your deputy already on some of these days.'],
  'delegation.deputyUnknown': ['Akun ini tidak ada di instansi Anda atau dinonaktifkan.', 'There is no such account in your agency, or it is disabled.'],
  'delegation.deputyDelegates': ['Wakil tidak dapat mendelegasikan lagi. Minta {headName} menunjuk wakil lain.', 'A deputy cannot delegate further. Ask {headName} to name another deputy.'],
};
