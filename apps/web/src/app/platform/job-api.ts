import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { JobView } from '@jenjang/shared/job';
import { Observable, catchError, firstValueFrom, retry, switchMap, takeWhile, timer } from 'rxjs';
import { hasEnded } from './job.rules';

const pollEvery = 2_000;

/** Jobs: follow one, stop one, try one again. */
@Service()
export class JobApi {
  private readonly http = inject(HttpClient);

  /** The job now and after every change until it has ended: live events, or polling where they do not get through. */
  follow(id: string): Observable<JobView> {
    return this.listen(id).pipe(
      catchError(() => this.poll(id)),
      takeWhile((job) => !hasEnded(job.state), true),
    );
  }

  async cancel(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/jobs/${id}/cancel`, {}));
  }

  async retry(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/api/v1/jobs/${id}/retry`, {}));
  }

  private listen(id: string): Observable<JobView> {
    return new Observable((subscriber) => {
      const source = new EventSource(`/api/v1/jobs/${id}/events`);
      source.onmessage = (event: MessageEvent<string>) => subscriber.next(JSON.parse(event.data) as JobView);
      source.onerror = () => subscriber.error(new Error('no live events'));
      return () => source.close();
    });
  }

  private poll(id: string): Observable<JobView> {
    return timer(0, pollEvery).pipe(
      switchMap(() => this.http.get<JobView>(`/api/v1/jobs/${id}`)),
      retry({ count: 5, delay: pollEvery, resetOnSuccess: true }),
    );
  }
}
