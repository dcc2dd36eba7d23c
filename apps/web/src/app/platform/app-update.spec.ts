import { TestBed } from '@angular/core/testing';
import { SwUpdate, type VersionEvent } from '@angular/service-worker';
import { describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { AppUpdate } from './app-update';

function anUpdate(isEnabled = true) {
  const versionUpdates = new Subject<Pick<VersionEvent, 'type'>>();
  const unrecoverable = new Subject<object>();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: SwUpdate, useValue: { isEnabled, versionUpdates, unrecoverable } }],
  });
  return { update: TestBed.inject(AppUpdate), versionUpdates, unrecoverable };
}

describe('a new version', () => {
  it('is announced when it lies ready, not while it is being fetched, and may wait', () => {
    const { update, versionUpdates } = anUpdate();
    versionUpdates.next({ type: 'VERSION_DETECTED' });
    versionUpdates.next({ type: 'NO_NEW_VERSION_DETECTED' });
    expect(update.ready()).toBe(false);
    versionUpdates.next({ type: 'VERSION_READY' });
    expect(update.ready()).toBe(true);
    update.dismiss();
    expect(update.ready()).toBe(false);
  });

  it('is asked for when the stored one is broken', () => {
    const { update, unrecoverable } = anUpdate();
    unrecoverable.next({});
    expect(update.ready()).toBe(true);
  });

  it('is never announced where no worker runs', () => {
    const { update, versionUpdates } = anUpdate(false);
    versionUpdates.next({ type: 'VERSION_READY' });
    expect(update.ready()).toBe(false);
  });
});
