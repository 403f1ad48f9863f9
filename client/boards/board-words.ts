/** What a board says as soon as it is there: fetched beside its code, and together, for each that is waited for alone draws all of it anew. */
export const boardWords = [
  'boards',
  'board-columns',
  'board-lanes',
  'board-commands',
  'board-fast',
  'board-views',
  'board-rules',
  'board-feeds',
  'board-exchange',
  'card',
  'card-comments',
  'learning',
  'outcomes',
  'files',
  'offline',
  'sync',
] as const
