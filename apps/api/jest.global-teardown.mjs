import { stopTestServer } from '../../tools/jest-postgres.mjs';

export default async function teardown() {
  await stopTestServer();
}
