import { TestBed } from '@angular/core/testing';
import { FormArray, FormControl, FormGroup } from '@angular/forms';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { FormSubmission, messageOf } from './form';
import { LocaleService } from './locale';
import { AppProblem } from './problem';
import { provideTranslations } from './translations';

class Signatory {
  @IsString() @MinLength(3) name!: string;
}

class CohortRequest {
  @IsString() @MaxLength(10) name!: string;
  @IsInt() @Min(1) seats!: number;
  @IsOptional() @IsString() note?: string;
  @ValidateNested({ each: true }) @Type(() => Signatory) signatories!: Signatory[];
}

function text(value: string): FormControl<string> {
  return new FormControl(value, { nonNullable: true });
}

function aForm(change: { name?: string; seats?: number; signatory?: string } = {}) {
  return new FormGroup({
    name: text(change.name ?? 'Angkatan I'),
    seats: new FormControl<number | null>(change.seats ?? 112),
    note: text(''),
    signatories: new FormArray([new FormGroup({ name: text(change.signatory ?? 'Lembayung') })]),
  });
}

function submissionOf(form: FormGroup): FormSubmission<CohortRequest> {
  return TestBed.runInInjectionContext(() => new FormSubmission(form, () => Promise.resolve(CohortRequest)));
}

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: provideTranslations('id') });
  await TestBed.inject(LocaleService).start();
});

describe('FormSubmission', () => {
  it('sends what the request class accepts, without what was left empty', async () => {
    const sent: CohortRequest[] = [];
    const accepted = await submissionOf(aForm()).submit((request) => Promise.resolve(sent.push(request)));
    expect(accepted).toBe(true);
    expect(JSON.parse(JSON.stringify(sent))).toEqual([
      { name: 'Angkatan I', seats: 112, signatories: [{ name: 'Lembayung' }] },
    ]);
  });

  it.each([
    ['a missing text', { name: '' }, 'name', 'Wajib diisi.'],
    ['a text too long', { name: 'Angkatan XXXVIII' }, 'name', 'Terlalu panjang, maksimum 10 karakter.'],
    ['a figure too small', { seats: 0 }, 'seats', 'Terlalu kecil, minimum 1.'],
    ['a nested field', { signatory: 'L' }, 'signatories.0.name', 'Terlalu pendek, minimum 3 karakter.'],
  ])('keeps %s back and says so at the field and in the summary', async (_, change, path, message) => {
    const form = aForm(change);
    const submission = submissionOf(form);
    let calls = 0;
    expect(await submission.submit(() => Promise.resolve(calls++))).toBe(false);
    expect(calls).toBe(0);
    expect(submission.errors()).toEqual([{ path, message }]);
    expect(messageOf(form.get(path)!)).toBe(message);
  });

  it('words the fields in the reader’s language', async () => {
    await TestBed.inject(LocaleService).choose('en');
    const submission = submissionOf(aForm({ name: '' }));
    await submission.submit(() => Promise.resolve());
    expect(submission.errors()).toEqual([{ path: 'name', message: 'Required.' }]);
  });

  it('forgets a problem as soon as the field is corrected', async () => {
    const form = aForm({ name: '' });
    await submissionOf(form).submit(() => Promise.resolve());
    form.controls.name.setValue('Angkatan II');
    expect(messageOf(form.controls.name)).toBeNull();
  });

  it('writes the server’s problems to the fields they name, and the others to the summary', async () => {
    const form = aForm();
    const submission = submissionOf(form);
    const errors = [
      { path: 'name', code: 'conflict.duplicate', message: 'Nama ini sudah dipakai.' },
      { path: 'venue', code: 'isNotEmpty', message: 'Wajib diisi.' },
    ];
    const refused = new AppProblem(400, 'input.invalid', 'Ada isian yang perlu diperbaiki.', 'r', errors);
    expect(await submission.submit(() => Promise.reject(refused))).toBe(false);
    expect(messageOf(form.controls.name)).toBe('Nama ini sudah dipakai.');
    expect(submission.errors()).toEqual([
      { path: 'name', message: 'Nama ini sudah dipakai.' },
      { path: '', message: 'Wajib diisi.' },
    ]);
    expect(submission.problem()).toBe(refused);
  });

  it('does not hold an old refusal of the server against an unchanged field', async () => {
    const form = aForm();
    const submission = submissionOf(form);
    const errors = [{ path: 'name', code: 'conflict.duplicate', message: 'Nama ini sudah dipakai.' }];
    await submission.submit(() => Promise.reject(new AppProblem(409, 'x', 'x', 'r', errors)));
    expect(await submission.submit(() => Promise.resolve())).toBe(true);
    expect(messageOf(form.controls.name)).toBeNull();
  });

  it('says a refusal without fields in the server’s words', async () => {
    const submission = submissionOf(aForm());
    const stale = new AppProblem(409, 'conflict.stale', 'Data ini sudah diubah orang lain.', 'r');
    await submission.submit(() => Promise.reject(stale));
    expect(submission.errors()).toEqual([{ path: '', message: 'Data ini sudah diubah orang lain.' }]);
  });

  it('takes a double click for one', async () => {
    const submission = submissionOf(aForm());
    let calls = 0;
    const send = (): Promise<unknown> => Promise.resolve(calls++);
    expect(await Promise.all([submission.submit(send), submission.submit(send)])).toEqual([true, false]);
    expect(calls).toBe(1);
    expect(submission.busy()).toBe(false);
  });
});
