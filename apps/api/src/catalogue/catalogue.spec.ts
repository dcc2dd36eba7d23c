import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { curriculumProblems, sumLessonHours, wordCurriculumProblem } from '@jenjang/shared';
import { programmeTemplates } from './catalogue.js';
import { readPage } from './catalogue.content.js';
import { drawHandout } from './handout.pdf.js';

describe.each(programmeTemplates.map((template) => [template.code, template] as const))('%s', (_, template) => {
  it('may be published as it stands', () => {
    const modules = template.modules.map(({ title, lessonHours, activities }) => ({ title, lessonHours, activities: activities.length, requiredActivities: activities.length }));
    expect(curriculumProblems({ ...template, modules }).filter(({ blocking }) => blocking).map((problem) => wordCurriculumProblem(problem, 'id'))).toEqual([]);
    expect(sumLessonHours(template.modules)).toBe(template.lessonHours);
  });

  it('has pages with a title and something to read', async () => {
    for (const activity of template.modules.flatMap(({ activities }) => activities)) {
      if (activity.kind !== 'page') continue;
      const { title, body } = await readPage(activity);
      expect(title.length).toBeLessThanOrEqual(120);
      expect(body.split(/\s+/).length).toBeGreaterThan(80);
    }
  });
});

it('draws the handout to the same bytes each time, as a PDF of one page', async () => {
  const [one, other] = [await drawHandout(), await drawHandout()];
  expect(createHash('sha256').update(one).digest('hex')).toBe(createHash('sha256').update(other).digest('hex'));
  expect(one.subarray(0, 5).toString()).toBe('%PDF-');
  expect(one.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  expect(one.length).toBeLessThan(60_000);
});
