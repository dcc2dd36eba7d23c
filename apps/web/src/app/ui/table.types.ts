/** A column of `<j-data-table>`. */
export interface TableColumn<Row> {
  /** Names the cell template `jCell` and, when sortable, the value of `sort`. */
  readonly key: string;
  readonly heading: string;
  /** Small text under the heading, such as a threshold: `min. 80%`. */
  readonly note?: string;
  readonly sortable?: boolean;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Any CSS width. */
  readonly width?: string;
  /** Text of the cell when no `jCell` template is given. */
  readonly text?: (row: Row) => string | number | null | undefined;
}

/** What a list shows: kept in the URL, so that going back, reloading and sharing keep it. */
export interface TableState {
  readonly q: string;
  /** Column key, a leading minus for descending; empty for the list's own order. */
  readonly sort: string;
  readonly page: number;
  readonly size: number;
  /** Further filters by their name in the URL. */
  readonly filters: Readonly<Record<string, string>>;
}

/** A filter in words, removable. */
export interface FilterTag {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}
