import type { DevicePack } from '@jenjang/shared/kiosk';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptDevice, KeptMark } from './device.types';

interface DeviceSchema extends DBSchema {
  keep: { key: 'device'; value: KeptDevice };
  names: { key: 'pack'; value: DevicePack };
  marks: { key: string; value: KeptMark };
}

/** What is on the disk when a page is opened. */
export interface Kept {
  readonly device: KeptDevice | null;
  readonly pack: DevicePack | null;
  /** In the order in which they were said. */
  readonly marks: readonly KeptMark[];
}

/**
 * The disk of a kiosk: what it is, whom it knows, what it said. Words are written through to the disk before they are
 * shown, so that closing the browser or losing power takes none. `names` is the only place of names.
 */
export class DeviceDisk {
  private readonly database: Promise<IDBPDatabase<DeviceSchema>> = openDB<DeviceSchema>('jenjang-kiosk', 1, {
    upgrade: (database) => {
      database.createObjectStore('keep');
      database.createObjectStore('names');
      database.createObjectStore('marks', { keyPath: 'id' });
    },
  });

  async read(): Promise<Kept> {
    const database = await this.database;
    const [device, pack, marks] = await Promise.all([
      database.get('keep', 'device'),
      database.get('names', 'pack'),
      database.getAll('marks'),
    ]);
    const inOrder = marks.toSorted((a, b) => a.place - b.place);
    return { device: device ?? null, pack: pack ?? null, marks: inOrder };
  }

  async keepDevice(device: KeptDevice): Promise<void> {
    await (await this.database).put('keep', device, 'device');
  }

  async keepPack(pack: DevicePack): Promise<void> {
    await (await this.database).put('names', pack, 'pack');
  }

  async keepMarks(marks: readonly KeptMark[]): Promise<void> {
    const write = (await this.database).transaction('marks', 'readwrite', { durability: 'strict' });
    await Promise.all([...marks.map((mark) => write.store.put(mark)), write.done]);
  }

  async dropMarks(ids: readonly string[]): Promise<void> {
    const write = (await this.database).transaction('marks', 'readwrite', { durability: 'strict' });
    await Promise.all([...ids.map((id) => write.store.delete(id)), write.done]);
  }

  /** Names and the key go; what still has to be sent stays, signed and without names. */
  async wipeNames(): Promise<void> {
    const { marks } = await this.read();
    await this.dropMarks(marks.filter(({ answer }) => answer !== null).map(({ id }) => id));
    const database = await this.database;
    await Promise.all([database.clear('names'), database.clear('keep')]);
  }
}
