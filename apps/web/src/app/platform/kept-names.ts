/** Databases that keep names of people for use without a network, each in a store called `names`. */
const databases = ['jenjang-kiosk'];

/** Empties what this browser keeps of names. What waits to be sent holds none and stays. */
export async function forgetNames(): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  const known = new Set((await indexedDB.databases()).map(({ name }) => name));
  await Promise.all(databases.filter((name) => known.has(name)).map(emptyNames));
}

function emptyNames(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error(`cannot open ${name}`));
    opening.onsuccess = () => {
      const writing = opening.result.transaction('names', 'readwrite');
      writing.objectStore('names').clear();
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      writing.onerror = () => reject(writing.error ?? new Error(`cannot empty ${name}`));
    };
  });
}
