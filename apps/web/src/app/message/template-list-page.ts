import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyChoice } from '../agency';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { MessageApi } from './message-api';
import { eventKey, eventPath } from './message.looks';
import { templateOwner } from './template-owner';

/** Every event that people are told of, and which texts were written for it. */
@Component({
  selector: 'j-template-list-page',
  imports: [AgencyChoice, Banner, Card, Icon, Moment, PageHeader, RouterLink, StateChip, TranslocoPipe],
  template: `<j-page-header [heading]="'message.template.title' | transloco">
      @if (owner.isNational()) {
        <j-agency-choice
          headerActions
          [optional]="true"
          [agencyId]="owner.agencyId() ?? ''"
          (chosen)="owner.choose($event)"
        />
      }
    </j-page-header>
    <p class="muted">
      {{
        (owner.agencyId() === '' ? 'message.template.introNational' : 'message.template.intro') | transloco
      }}
    </p>
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    <j-card [flush]="true">
      <ul [attr.aria-busy]="resource.isLoading()">
        @for (row of rows(); track row.event) {
          <li>
            <a [routerLink]="eventPath(row.event)" queryParamsHandling="preserve">
              <span>
                <b>{{ eventKey(row.event) | transloco }}</b>
                @if (row.changedAt) {
                  <span class="sub">{{
                    'message.template.changedAt' | transloco: { moment: (row.changedAt | moment: zone) }
                  }}</span>
                }
              </span>
              @if (row.own > 0) {
                <j-chip tone="info" icon="pencil">{{
                  'message.template.own' | transloco: { count: row.own }
                }}</j-chip>
              }
              <j-icon name="right" [size]="16" />
            </a>
          </li>
        }
      </ul>
    </j-card>`,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    a {
      display: flex;
      gap: var(--s3);
      align-items: center;
      min-height: 56px;
      padding: var(--s2) var(--s5);
      color: inherit;
      text-decoration: none;
    }

    a:hover {
      background: var(--sunken);
    }

    a > span {
      display: grid;
      margin-right: auto;
    }

    p {
      margin: 0;
    }
  `,
})
export class TemplateListPage {
  protected readonly owner = templateOwner();
  protected readonly resource = inject(MessageApi).templates(this.owner.agencyId);
  private readonly state = loaded(this.resource);
  protected readonly rows = computed(() => this.state.value() ?? []);
  protected readonly problem = this.state.problem;
  protected readonly zone = deviceZone();
  protected readonly eventKey = eventKey;
  protected readonly eventPath = eventPath;
}
