/** What a doc says as soon as it is there, fetched beside its code. */
export const docWords = [
  'docs',
  'blocks',
  'comments',
  'emoji',
  'exchange',
  'find',
  'references',
  'suggestions',
] as const
