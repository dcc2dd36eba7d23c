import { inputBinding } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Bar } from './bar';

interface Figures {
  readonly value: number;
  readonly max?: number;
  readonly threshold?: number | null;
  readonly lost?: number;
}

async function draw(figures: Figures): Promise<HTMLElement> {
  const inputs = { label: 'JP tercapai', max: 100, threshold: null, lost: 0, ...figures };
  const fixture: ComponentFixture<Bar> = TestBed.createComponent(Bar, {
    bindings: Object.entries(inputs).map(([name, value]) => inputBinding(name, () => value)),
  });
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('Bar', () => {
  it('fills what is reached, ticks the threshold and hatches what is lost', async () => {
    const bar = await draw({ value: 24, max: 40, threshold: 32, lost: 4 });
    expect(bar.querySelector('i')?.style.width).toBe('60%');
    expect(bar.querySelector('b')?.style.left).toBe('80%');
    expect(bar.querySelector<HTMLElement>('.lost')?.style.width).toBe('10%');
    expect(bar.getAttribute('role')).toBe('img');
    expect(bar.getAttribute('aria-label')).toBe('JP tercapai');
  });

  it.each([
    ['more than the whole', { value: 50, max: 40 }, '100%'],
    ['less than nothing', { value: -1, max: 40 }, '0%'],
    ['a part of nothing', { value: 0, max: 0 }, '0%'],
  ])('never runs over with %s', async (_, figures, width) => {
    expect((await draw(figures)).querySelector('i')?.style.width).toBe(width);
  });

  it('never hatches over what is reached', async () => {
    const bar = await draw({ value: 30, max: 40, lost: 20 });
    expect(bar.querySelector<HTMLElement>('.lost')?.style.width).toBe('25%');
  });

  it('draws neither tick nor hatching when there is none', async () => {
    const bar = await draw({ value: 30 });
    expect(bar.querySelector('b')).toBeNull();
    expect(bar.querySelector('.lost')).toBeNull();
  });

  it('ticks a threshold of zero', async () => {
    expect((await draw({ value: 30, threshold: 0 })).querySelector('b')?.style.left).toBe('0%');
  });
});
