import { startTestServer } from '../../tools/jest-postgres.mjs';

/** Starts a throw-away PostgreSQL, migrates a template and clones it for each worker. Sets JENJANG_TEST_SERVER. */
export default async function setup(globalConfig) {
  const server = await startTestServer({ workers: globalConfig.maxWorkers });
  process.env.JENJANG_TEST_SERVER = server.url('tpl');
}
