import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

/** No page at this address. */
@Component({
  selector: 'j-not-found-page',
  imports: [EmptyState, MatButton, PageHeader, RouterLink, TranslocoPipe],
  template: `<j-page-header [heading]="'platform.notFound.title' | transloco" />
    <j-empty-state
      icon="search"
      [heading]="'platform.notFound.heading' | transloco"
      [text]="'platform.notFound.text' | transloco"
    >
      <a matButton="filled" routerLink="/">{{ 'platform.fault.home' | transloco }}</a>
    </j-empty-state>`,
})
export class NotFoundPage {}

/** The page exists, but none of the reader's roles covers it. */
@Component({
  selector: 'j-forbidden-page',
  imports: [EmptyState, MatButton, PageHeader, RouterLink, TranslocoPipe],
  template: `<j-page-header [heading]="'platform.forbidden.title' | transloco" />
    <j-empty-state
      icon="lock"
      [heading]="'platform.forbidden.heading' | transloco"
      [text]="'platform.forbidden.text' | transloco"
    >
      <a matButton="filled" routerLink="/">{{ 'platform.fault.home' | transloco }}</a>
    </j-empty-state>`,
})
export class ForbiddenPage {}
