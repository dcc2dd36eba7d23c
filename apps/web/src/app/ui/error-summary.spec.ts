import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type FieldError, showProblems } from '../platform/form';
import { LocaleService } from '../platform/locale';
import { provideTranslations } from '../platform/translations';
import { ErrorSummary } from './error-summary';
import { Field, FieldControl } from './field';

@Component({
  selector: 'j-form-under-test',
  imports: [ErrorSummary, Field, FieldControl, ReactiveFormsModule],
  template: `<j-error-summary [errors]="errors()" [labels]="{ name: 'Nama' }" />
    <form [formGroup]="form">
      <j-field label="Nama" hint="Tanpa gelar"><input jControl formControlName="name" /></j-field>
    </form>`,
})
class FormUnderTest {
  readonly errors = signal<readonly FieldError[]>([]);
  readonly form = new FormGroup({ name: new FormControl('') });
}

async function draw() {
  const fixture = TestBed.createComponent(FormUnderTest);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const page = fixture.componentInstance;
  const fail = async (): Promise<void> => {
    page.errors.set(showProblems(page.form, [{ path: 'name', code: 'isNotEmpty', message: 'Wajib diisi.' }]));
    await fixture.whenStable();
  };
  return { fixture, page, fail, element: fixture.nativeElement as HTMLElement };
}

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: provideTranslations('id') });
  await TestBed.inject(LocaleService).start();
});

describe('ErrorSummary', () => {
  it('draws nothing while there is nothing to correct', async () => {
    const { element } = await draw();
    expect(element.querySelector('[role=alert]')).toBeNull();
  });

  it('takes the focus on every failed attempt', async () => {
    const { element, fail } = await draw();
    await fail();
    const summary = element.querySelector<HTMLElement>('[role=alert]');
    expect(document.activeElement).toBe(summary);
    element.querySelector('input')?.focus();
    await fail();
    expect(document.activeElement).toBe(summary);
  });

  it('leads to the field, which says the same', async () => {
    const { element, fail } = await draw();
    await fail();
    const link = element.querySelector('a');
    expect(link?.textContent).toBe('Nama: Wajib diisi.');
    link?.click();
    const input = element.querySelector('input')!;
    expect(document.activeElement).toBe(input);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent.trim())).toEqual([
      'Tanpa gelar',
      'Wajib diisi.',
    ]);
  });

  it('ties the label to the field', async () => {
    const { element } = await draw();
    expect(element.querySelector('label')?.control).toBe(element.querySelector('input'));
  });

  it('says without a link what no field is to blame for', async () => {
    const { element, page, fixture } = await draw();
    page.errors.set([{ path: '', message: 'Kursi penuh.' }]);
    await fixture.whenStable();
    expect(element.querySelector('a')).toBeNull();
    expect(element.querySelector('li')?.textContent.trim()).toBe('Kursi penuh.');
  });

  it('lets the field forget its error when it is corrected', async () => {
    const { element, page, fail, fixture } = await draw();
    await fail();
    page.form.setValue({ name: 'Cemara Senja' });
    await fixture.whenStable();
    expect(element.querySelector('input')?.getAttribute('aria-invalid')).toBeNull();
  });
});
