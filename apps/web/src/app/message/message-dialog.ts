import { Component, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Moment } from '../ui/format-pipes';
import { MessageApi } from './message-api';
import { codeKey, eventKey } from './message.looks';

/** One message as it was written, and every try to deliver it. */
@Component({
  selector: 'j-message-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    TranslocoPipe,
  ],
  providers: [provideTranslocoScope('message')],
  template: `<h2 mat-dialog-title>{{ message()?.subject || ('message.log' | transloco) }}</h2>
    <mat-dialog-content>
      @if (problem(); as words) {
        <j-banner tone="bad">{{ words }}</j-banner>
      }
      @if (message(); as message) {
        <p class="sub">
          {{ message.name }} · {{ 'message.channel.' + message.channel | transloco }}
          {{ message.address ?? '' }} · {{ eventKey(message.event) | transloco }}
        </p>
        @if (message.body === null) {
          <p class="muted">{{ 'message.secret' | transloco }}</p>
        } @else if (message.body !== '') {
          <p class="text">{{ message.body }}</p>
        }
        @if (message.missing.length > 0) {
          <j-banner tone="warn">{{
            'message.code.placeholder' | transloco: { names: message.missing.join(', ') }
          }}</j-banner>
        }
        <h3>{{ 'message.tries' | transloco }}</h3>
        <ol>
          @for (each of message.tries; track $index) {
            <li>
              <b>{{ 'message.outcome.' + each.outcome | transloco }}</b>
              <span class="sub">{{ each.at | moment: zone }}</span>
              @if (codeKey(each.code); as key) {
                <span>{{ key | transloco }}</span>
              }
              @if (each.detail) {
                <code>{{ each.detail }}</code>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'message.noTries' | transloco }}</li>
          }
        </ol>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close>{{ 'message.close' | transloco }}</button>
    </mat-dialog-actions>`,
  styles: `
    .text {
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--sunken);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    ol {
      display: grid;
      gap: var(--s2);
      padding-left: var(--s5);
    }

    li > span,
    code {
      display: block;
    }

    code {
      font-size: var(--t-xs);
      overflow-wrap: anywhere;
    }
  `,
})
export class MessageDialog {
  private readonly api = inject(MessageApi);
  private readonly data = inject<{ id: string; zone: Zone }>(MAT_DIALOG_DATA);
  private readonly state = loaded(resource({ loader: () => this.api.one(this.data.id) }));
  protected readonly zone = this.data.zone;
  protected readonly message = this.state.value;
  protected readonly problem = this.state.problem;
  protected readonly codeKey = codeKey;
  protected readonly eventKey = eventKey;
}
