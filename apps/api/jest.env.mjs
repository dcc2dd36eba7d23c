import os from 'node:os';
import path from 'node:path';

process.env.DATABASE_URL = (process.env.JENJANG_TEST_SERVER ?? '').replace('/tpl', `/w${process.env.JEST_WORKER_ID ?? '1'}`);
process.env.JENJANG_DATA = path.join(os.tmpdir(), `jenjang-test-${process.ppid}-${process.env.JEST_WORKER_ID ?? '1'}`);
process.env.SECRET_KEY = 'a-key-for-tests-only-0123456789abcdef';
process.env.PUBLIC_URL = 'https://cek.contoh.example';
process.env.LOG_LEVEL ??= 'silent';
