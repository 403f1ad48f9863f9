/** What one visitor asks for of a kind in ten seconds: quick fingers, and what waited on a device, are far below. */
export const inAWhile = { most: 60, windowMs: 10_000 } as const
