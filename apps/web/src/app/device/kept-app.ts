interface WorkerManifest {
  readonly assetGroups: readonly { readonly urls: readonly string[] }[];
}

/** Whether everything that the kiosk needs lies in this browser, so that it opens without a network. */
export async function appIsKept(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return false;
  const answer = await fetch('/ngsw.json', { headers: { 'ngsw-bypass': 'true' } });
  if (!answer.ok) return false;
  const { assetGroups } = (await answer.json()) as WorkerManifest;
  const kept = await Promise.all((assetGroups[0]?.urls ?? []).map((url) => caches.match(url)));
  return kept.length > 0 && kept.every((found) => found !== undefined);
}
