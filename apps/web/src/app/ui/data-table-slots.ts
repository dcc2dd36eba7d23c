import { Directive, TemplateRef, inject, input } from '@angular/core';

interface RowContext<Row> {
  readonly $implicit: Row;
}

/** How one column draws its cell: `<ng-template jCell="name" [jCellOf]="rows" let-row>`. `jCellOf` only lends its type. */
@Directive({ selector: 'ng-template[jCell]' })
export class Cell<Row> {
  /** Key of the column. */
  readonly jCell = input.required<string>();
  readonly jCellOf = input<readonly Row[]>([]);
  readonly template = inject<TemplateRef<RowContext<Row>>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_cell: Cell<Row>, context: unknown): context is RowContext<Row> {
    return context !== null;
  }
}

/** Buttons at the end of each row: `<ng-template jRowActions [jRowActionsOf]="rows" let-row>`. */
@Directive({ selector: 'ng-template[jRowActions]' })
export class RowActions<Row> {
  readonly jRowActionsOf = input<readonly Row[]>([]);
  readonly template = inject<TemplateRef<RowContext<Row>>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _actions: RowActions<Row>,
    context: unknown,
  ): context is RowContext<Row> {
    return context !== null;
  }
}
