import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  DevicePack,
  KioskSessionChoice,
  ParcelAnswer,
  PrepareDeviceRequest,
  SendParcelRequest,
} from '@jenjang/shared/kiosk';
import { firstValueFrom } from 'rxjs';
import { mayBeSignedOut } from '../platform/problem';

/** A kiosk works signed out too: nobody is asked to sign in over it, the page says what waits for it. */
const context = new HttpContext().set(mayBeSignedOut, true);

/** The server as a device knows it. Rejects with an AppProblem. */
@Service()
export class DeviceApi {
  private readonly http = inject(HttpClient);

  choices(on: string): Promise<readonly KioskSessionChoice[]> {
    return firstValueFrom(
      this.http.get<KioskSessionChoice[]>('/api/v1/devices/sessions', { params: { on }, context }),
    );
  }

  prepare(request: PrepareDeviceRequest): Promise<{ readonly id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/v1/devices', request, { context }));
  }

  pack(deviceId: string): Promise<DevicePack> {
    return firstValueFrom(this.http.get<DevicePack>(`/api/v1/devices/${deviceId}/pack`, { context }));
  }

  send(deviceId: string, parcel: SendParcelRequest): Promise<ParcelAnswer> {
    return firstValueFrom(
      this.http.post<ParcelAnswer>(`/api/v1/devices/${deviceId}/batches`, parcel, { context }),
    );
  }
}
