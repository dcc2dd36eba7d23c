import { Component, inject, input } from '@angular/core';
import type { PreviewTemplateRequest } from '@jenjang/shared/message';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { MessageApi } from './message-api';

/** A text as its reader will see it, filled with examples; or what keeps it from being filled. */
@Component({
  selector: 'j-template-look',
  imports: [Banner, TranslocoPipe],
  template: `<h3>{{ 'message.template.locale.' + request().locale | transloco }}</h3>
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    } @else if (look(); as look) {
      @if (look.unknown.length > 0) {
        <j-banner tone="bad">{{
          'message.compose.unknown' | transloco: { names: look.unknown.join(', ') }
        }}</j-banner>
      }
      @if (look.strayBrace) {
        <j-banner tone="bad">{{ 'message.compose.strayBrace' | transloco }}</j-banner>
      }
      <div class="sample" [attr.lang]="look.locale">
        <p>
          <b>{{ look.subject }}</b>
        </p>
        <p class="text">{{ look.body }}</p>
      </div>
    }`,
  styles: `
    :host {
      display: block;
    }

    h3 {
      margin: 0 0 var(--s2);
      font-size: var(--t-s);
    }

    .sample {
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--sunken);
    }

    p {
      margin: 0 0 var(--s2);
    }

    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class TemplateLook {
  readonly request = input.required<PreviewTemplateRequest>();
  private readonly state = loaded(inject(MessageApi).previewText(this.request));
  protected readonly look = this.state.value;
  protected readonly problem = this.state.problem;
}
