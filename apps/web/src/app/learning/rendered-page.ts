import { Component, ViewEncapsulation, input } from '@angular/core';

/** A page as the server rendered and cleaned it. What the server lets through is checked once more by the framework. */
@Component({
  selector: 'j-rendered-page',
  template: `<div class="rendered" [innerHTML]="html()"></div>`,
  encapsulation: ViewEncapsulation.None,
  styles: `
    .rendered {
      max-width: 70ch;
      font-size: var(--t-m);
      line-height: 1.65;
      color: var(--text);
    }
    .rendered > :first-child {
      margin-top: 0;
    }
    .rendered > :last-child {
      margin-bottom: 0;
    }
    .rendered h2 {
      margin: var(--s6) 0 var(--s2);
    }
    .rendered h3,
    .rendered h4 {
      margin: var(--s5) 0 var(--s1);
    }
    .rendered p,
    .rendered ul,
    .rendered ol {
      margin: 0 0 var(--s4);
    }
    .rendered ul,
    .rendered ol {
      padding-left: 1.4em;
    }
    .rendered li + li {
      margin-top: var(--s1);
    }
    .rendered blockquote {
      margin: var(--s5) 0;
      padding: var(--s3) var(--s4);
      border-left: 4px solid var(--primary);
      border-radius: 0 var(--radius) var(--radius) 0;
      background: var(--primary-soft);
    }
    .rendered blockquote p:last-child {
      margin: 0;
    }
    .rendered .table-scroll {
      overflow-x: auto;
      margin: 0 0 var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .rendered table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--t-s);
      line-height: 1.5;
    }
    .rendered th,
    .rendered td {
      padding: var(--s2) var(--s3);
      text-align: left;
      vertical-align: top;
      min-width: 8em;
    }
    .rendered th {
      background: var(--canvas);
      color: var(--ink);
    }
    .rendered tbody tr {
      border-top: 1px solid var(--line);
    }
    .rendered .right {
      text-align: right;
      min-width: 4em;
    }
    .rendered .center {
      text-align: center;
    }
    .rendered img {
      max-width: 100%;
      height: auto;
    }
    .rendered code {
      padding: 1px 5px;
      border-radius: 4px;
      background: var(--canvas);
      font-size: 0.92em;
    }
    .rendered pre {
      overflow-x: auto;
      padding: var(--s3);
      border-radius: var(--radius);
      background: var(--canvas);
    }
  `,
})
export class RenderedPage {
  readonly html = input.required<string>();
}
