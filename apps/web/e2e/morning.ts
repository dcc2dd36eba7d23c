import { expect, type APIResponse, type Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { day, zone } from './days.js';

/** A session that began a moment ago, in a cohort of its own. */
export interface Morning {
  readonly cohortId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly participants: number;
}

const clock = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

/** Plans it through the API as the organiser of the page, with the demo's participant and two others in it. */
export async function planMorning(page: Page, participant: Page): Promise<Morning> {
  const ask = async (path: string): Promise<never> =>
    (await (await page.request.get(`/api/v1/${path}`)).json()) as never;
  const send = (path: string, data: object): Promise<APIResponse> =>
    page.request.post(`/api/v1/${path}`, { data });
  const me = (await (await participant.request.get('/api/v1/auth/me')).json()) as {
    account: { personId: string };
  };
  const [running] = ((await ask('cohorts?state=running')) as { rows: { id: string }[] }).rows;
  const model: { agency: { id: string }; curriculum: { id: string; lessonHours: number } } = await ask(
    `cohorts/${running?.id ?? ''}`,
  );
  const others: { rows: { personId: string }[] } = await ask(
    `cohorts/${running?.id ?? ''}/participants?size=5`,
  );
  const run = Date.now().toString(36).toUpperCase();
  const made = await send('cohorts', {
    agencyId: model.agency.id,
    curriculumId: model.curriculum.id,
    code: `PAGI-${run}`,
    name: `Uji Presensi ${run}`,
    ordinal: 1,
    mode: 'onsite',
    startsOn: day(),
    endsOn: day(),
    zone,
    venueName: 'Aula Cemara',
    venueCity: 'Samarinda',
    capacity: 20,
  });
  const { id: cohortId } = (await made.json()) as { id: string };
  const { phases, version }: { phases: { id: string }[]; version: number } = await ask(`cohorts/${cohortId}`);
  const title = `Pembukaan ${run}`;
  const now = Date.now();
  const from = clock(new Date(now - 5 * 60_000));
  const to = clock(new Date(now + 150 * 60_000));
  const session = await send(`cohorts/${cohortId}/sessions`, {
    phaseId: phases[0]?.id,
    title,
    startsAt: `${day()}T${from > clock(new Date(now)) ? '00:00' : from}`,
    endsAt: `${day()}T${to < from ? '23:59' : to}`,
    zone,
    venue: 'Aula Cemara',
    lessonHours: model.curriculum.lessonHours,
    mandatory: true,
    facilitatorIds: [],
  });
  const { id: sessionId } = (await session.json()) as { id: string };
  await page.request.put(`/api/v1/cohorts/${cohortId}/signatories`, {
    data: {
      version,
      signatories: [{ name: 'Penguji Cemara', position: 'Kepala Balai', nip: null, rank: null }],
    },
  });
  await send(`cohorts/${cohortId}/state`, { state: 'enrolling' });
  const personIds = [
    me.account.personId,
    ...others.rows
      .map(({ personId }) => personId)
      .filter((id) => id !== me.account.personId)
      .slice(0, 2),
  ];
  expect((await send(`cohorts/${cohortId}/participants`, { personIds })).status()).toBeLessThan(300);
  return { cohortId, sessionId, title, participants: personIds.length };
}

/** What the square on the projector says, read as a camera would: dark and light, with a quiet border. */
export async function readSquare(page: Page): Promise<string> {
  const square = page.getByRole('img', { name: /^Kode QR presensi/ });
  const size = Number((await square.getAttribute('viewBox'))?.split(' ')[2]);
  const dark = [...((await square.locator('path').getAttribute('d')) ?? '').matchAll(/M(\d+) (\d+)/g)];
  const scale = 4;
  const edge = (size + 8) * scale;
  const data = new Uint8Array(edge * edge * 4).fill(255);
  for (const [, x, y] of dark) {
    for (let n = 0; n < scale * scale; n += 1) {
      const column = (Number(x) + 4) * scale + (n % scale);
      const row = (Number(y) + 4) * scale + Math.floor(n / scale);
      data.fill(0, (row * edge + column) * 4, (row * edge + column) * 4 + 3);
    }
  }
  return decodeQR({ width: edge, height: edge, data });
}
