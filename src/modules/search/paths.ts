export const paths = {
  search: '/tim-kiem',
  api: '/api/search',
  suggest: '/api/suggest',
} as const
