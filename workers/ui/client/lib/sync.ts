/** Asks the browser to wake the service worker when the signal is back, where it can. */
export async function askForSync(): Promise<void> {
  const ready = await navigator.serviceWorker?.getRegistration();
  const sync = ready && 'sync' in ready ? (ready.sync as { register(tag: string): Promise<void> }) : null;
  await sync?.register('kanal-send').catch(() => {});
}
