import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ControlContainer, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { GrantRequest } from '@jenjang/shared/identity';
import { TranslocoPipe } from '@jsverse/transloco';
import { map, startWith, switchMap } from 'rxjs';
import { loaded } from '../platform/loaded';
import { AppProblem } from '../platform/problem';
import { SignInStore } from '../platform/sign-in-store';
import { Field, FieldControl } from '../ui/field';
import { PlaceApi } from './place-api';
import { type GrantableRole, grantableRoles, missingTarget, scopesOfRole, unitGroups } from './place.rules';

/** The controls of one role grant. */
export type GrantGroup = FormGroup<{
  role: FormControl<string>;
  scope: FormControl<string>;
  agencyId: FormControl<string>;
  unitId: FormControl<string>;
  cohortId: FormControl<string>;
}>;

/** Key of the label of a field of an account or one of its grants, by its path in the form. */
export function fieldLabelKey(path: string): string {
  return labelKeys[path.split('.').at(-1) ?? ''] ?? 'account.title';
}

const labelKeys: Readonly<Record<string, string>> = {
  displayName: 'account.create.name',
  login: 'account.create.login',
  role: 'account.grant.role',
  scope: 'account.grant.scope',
  agencyId: 'account.grant.agency',
  unitId: 'account.grant.unit',
  cohortId: 'account.grant.cohort',
};

/** A grant to be filled in. What the scope does not need is left empty, and so left out of the request. */
export function newGrant(): GrantGroup {
  const control = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });
  return new FormGroup({
    role: control(),
    scope: control('agency'),
    agencyId: control(),
    unitId: control(),
    cohortId: control(),
  });
}

/**
 * Refuses grants whose scope lacks its target, beside the very field; the server would only know that the two do
 * not match. `pathOf` says where a grant stands in the form.
 *
 * @throws AppProblem with one error for each missing target
 */
export function requireTargets(
  grants: readonly GrantRequest[],
  pathOf: (index: number) => string,
  message: string,
): void {
  const errors = grants.flatMap((grant, index) => {
    const missing = missingTarget(grant);
    return missing === null ? [] : [{ path: `${pathOf(index)}${missing}`, code: 'isNotEmpty', message }];
  });
  if (errors.length > 0) throw new AppProblem(400, 'input.invalid', null, null, errors);
}

/** A role and the place it is held in: each choice offers what follows from the one before. */
@Component({
  selector: 'j-grant-form',
  imports: [Field, FieldControl, ReactiveFormsModule, TranslocoPipe],
  // The fields belong to the form around: their ids and errors carry its path.
  viewProviders: [
    { provide: ControlContainer, useFactory: () => inject(ControlContainer, { skipSelf: true }) },
  ],
  templateUrl: './grant-form.html',
  styles: `
    :host,
    .fields {
      display: grid;
      gap: var(--s3);
    }
  `,
})
export class GrantForm {
  readonly group = input.required<GrantGroup>();

  private readonly places = inject(PlaceApi);
  private readonly signIn = inject(SignInStore);
  private readonly value = toSignal(
    toObservable(this.group).pipe(
      switchMap((group) =>
        group.valueChanges.pipe(
          startWith(null),
          map(() => group.getRawValue()),
        ),
      ),
    ),
  );
  protected readonly roles = grantableRoles;
  /** Nothing is asked about the place before the role is known. */
  protected readonly scope = computed(() => (this.value()?.role ? (this.value()?.scope ?? '') : ''));
  private readonly isNational = computed(() =>
    (this.signIn.me()?.grants ?? []).some(({ role, scope }) => role === 'admin' && scope.kind === 'national'),
  );
  /** Nobody gives what lies beyond their own reach: a national role only comes from a national admin. */
  protected readonly scopes = computed(() => {
    const role = this.roles.find((each) => each === this.value()?.role);
    return role === undefined
      ? []
      : scopesOfRole[role].filter((kind) => kind !== 'national' || this.isNational());
  });
  protected readonly needsAgency = computed(() => this.scope() === 'agency' || this.scope() === 'unit');
  private readonly agencyList = loaded(this.places.agencies(this.needsAgency));
  private readonly unitTree = loaded(
    this.places.units(() => (this.scope() === 'unit' ? (this.value()?.agencyId ?? null) : null)),
  );
  private readonly cohortList = loaded(this.places.cohorts(() => this.scope() === 'cohort'));
  protected readonly agencies = computed(() => this.agencyList.value()?.rows ?? []);
  protected readonly units = computed(() => unitGroups(this.unitTree.value() ?? []));
  protected readonly cohorts = computed(() => this.cohortList.value()?.rows ?? []);
  protected readonly problem = computed(
    () => this.agencyList.problem() ?? this.unitTree.problem() ?? this.cohortList.problem(),
  );

  /** The first scope of a role is the usual one. */
  protected chooseRole(): void {
    const role = this.group().controls.role.value as GrantableRole | '';
    this.group().patchValue({ scope: role === '' ? 'agency' : (scopesOfRole[role][0] ?? '') });
    this.chooseScope();
  }

  protected chooseScope(): void {
    this.group().patchValue({ agencyId: this.onlyAgency(), unitId: '', cohortId: '' });
  }

  protected chooseAgency(): void {
    this.group().patchValue({ unitId: '' });
  }

  /** Whoever works for one agency need not choose it. */
  private onlyAgency(): string {
    const reached = new Set(this.signIn.me()?.grants.map(({ scope }) => scope.agencyId));
    const { scope } = this.group().getRawValue();
    const [only] = [...reached];
    return (scope === 'agency' || scope === 'unit') && reached.size === 1 ? (only ?? '') : '';
  }
}
