/// <reference lib="webworker" />
import { OfflineWorker } from './worker';

/** The service worker: wires the browser's events to {@link OfflineWorker}. */
declare const self: ServiceWorkerGlobalScope;
/** Files of the first pages; put in by the build (`vite.config.ts`). */
declare const FILES_OF_THIS_BUILD: readonly string[];

const worker = new OfflineWorker({
  shelves: caches,
  fetch: (request) => fetch(request),
  scope: self.registration.scope,
  files: FILES_OF_THIS_BUILD,
});

// No skipWaiting: a page that is open keeps the files of its own build until it is closed.
self.addEventListener('install', (event) => event.waitUntil(worker.install()));
self.addEventListener('activate', (event) =>
  event.waitUntil(worker.activate().then(() => self.clients.claim())),
);
self.addEventListener('fetch', (event) => {
  const answer = worker.answer(event.request);
  if (answer) event.respondWith(answer);
});
