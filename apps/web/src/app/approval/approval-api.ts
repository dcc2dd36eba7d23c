import {
  HttpClient,
  HttpContext,
  HttpHeaders,
  type HttpResourceRef,
  httpResource,
} from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ApprovalAnswer,
  ApprovalDecision,
  ApprovalLinkRow,
  ApprovalOpening,
  ApprovalsWaiting,
  ApproverChoice,
  MadeApprovalLink,
} from '@jenjang/shared/approval';
import { firstValueFrom } from 'rxjs';
import { mayBeSignedOut } from '../platform/problem';

/** Approving nominees, and the links that ask for it. Resources are to be made where `inject` may be called. */
@Service()
export class ApprovalApi {
  private readonly http = inject(HttpClient);

  /** Opens a link. The first browser of a link that was sent is bound to it; any other browser or link needs the approver's NIP. */
  open(token: string, nip?: string): Promise<ApprovalOpening> {
    return this.post(`/api/v1/approvals/${token}/open`, nip === undefined ? {} : { nip });
  }

  decideByLink(token: string, decisions: readonly ApprovalDecision[]): Promise<readonly ApprovalAnswer[]> {
    return this.post(`/api/v1/approvals/${token}/decide`, { decisions });
  }

  /** People who wait for the reader, by cohort. */
  waiting(): HttpResourceRef<readonly ApprovalsWaiting[] | undefined> {
    return httpResource<readonly ApprovalsWaiting[]>(() => '/api/v1/approvals');
  }

  decide(
    cohortId: string,
    decisions: readonly ApprovalDecision[],
    key: string,
  ): Promise<readonly ApprovalAnswer[]> {
    const headers = new HttpHeaders({ 'Idempotency-Key': key });
    const url = `/api/v1/cohorts/${cohortId}/approvals`;
    return firstValueFrom(this.http.post<readonly ApprovalAnswer[]>(url, { decisions }, { headers }));
  }

  approvers(cohortId: string): HttpResourceRef<readonly ApproverChoice[] | undefined> {
    return httpResource<readonly ApproverChoice[]>(() => `/api/v1/cohorts/${cohortId}/approvers`);
  }

  links(cohortId: string): HttpResourceRef<readonly ApprovalLinkRow[] | undefined> {
    return httpResource<readonly ApprovalLinkRow[]>(() => `/api/v1/cohorts/${cohortId}/approval-links`);
  }

  createLink(cohortId: string, approverId: string): Promise<MadeApprovalLink> {
    const url = `/api/v1/cohorts/${cohortId}/approval-links`;
    return firstValueFrom(this.http.post<MadeApprovalLink>(url, { approverId }));
  }

  async revokeLink(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/approval-links/${id}/revoke`, {}));
  }

  private post<Answer>(url: string, body: object): Promise<Answer> {
    const context = new HttpContext().set(mayBeSignedOut, true);
    return firstValueFrom(this.http.post<Answer>(url, body, { context }));
  }
}
