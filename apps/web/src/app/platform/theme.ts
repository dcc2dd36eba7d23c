import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { deviceStorage } from './device-storage';

export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system wishes; kept on the device. */
@Service()
export class ThemeService {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal<Theme>('system');

  readonly theme = this.current.asReadonly();

  start(): void {
    const stored = deviceStorage.read('theme');
    this.show(stored === 'light' || stored === 'dark' ? stored : 'system');
  }

  choose(theme: Theme): void {
    deviceStorage.write('theme', theme === 'system' ? null : theme);
    this.show(theme);
  }

  private show(theme: Theme): void {
    this.current.set(theme);
    if (theme === 'system') this.root.removeAttribute('data-theme');
    else this.root.setAttribute('data-theme', theme);
  }
}
