/**
 * What a board says as soon as it is there, and its windows with it: fetched beside its code, and together,
 * for each that is waited for alone draws all of it anew, and React then holds the page back for a while.
 */
export const boardWords = [
  'boards',
  'board-columns',
  'board-lanes',
  'board-moves',
  'board-commands',
  'board-copies',
  'board-fast',
  'board-views',
  'board-rules',
  'board-feeds',
  'board-exchange',
  'card',
  'card-comments',
  'card-history',
  'column-cards',
  'learning',
  'outcomes',
] as const
