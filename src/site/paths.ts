export const sitePaths = {
  offline: '/ngoai-tuyen',
  worker: '/service-worker.js',
  deskWorker: '/sw.js',
  manifest: '/manifest.webmanifest',
  assets: '/assets',
} as const
