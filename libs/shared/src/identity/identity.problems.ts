import type { ProblemWords } from '../platform/problem.labels.js';

export const identityProblems: ProblemWords = {
  'account.loginOnce': ['Nama pengguna ini sudah dipakai.', 'This login is already taken.'],
  'account.personIdKey': ['Orang ini sudah mempunyai akun.', 'This person already has an account.'],
  'roleGrant.once': ['Peran ini sudah dimiliki dalam lingkup yang sama.', 'This role is already held within the same scope.'],
  'roleGrant.scopeTarget': ['Lingkup dan sasarannya tidak cocok.', 'The scope and its target do not match.'],
  'roleGrant.lastAdminStays': ['Admin nasional terakhir tidak dapat dicabut.', 'The last national admin cannot be removed.'],
  'oauth.invalidClient': ['Klien atau rahasianya tidak cocok.', 'The client or its secret does not match.'],
  'oauth.invalidScope': ['Cakupan yang diminta tidak diberikan kepada klien ini.', 'A requested scope is not granted to this client.'],
  'job.notFailed': ['Hanya pekerjaan yang gagal atau dibatalkan yang dapat diulang.', 'Only failed or cancelled jobs can be repeated.'],
};
