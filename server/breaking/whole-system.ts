/**
 * Everything that can happen to the whole system, in an order a seed decides: real server
 * processes, their Postgres and Redis, and many small scenes of people who write, plan cards, go
 * offline, lose and get their rights, while nodes are killed, disks are full and roads are bad. A
 * model knows who may do what and what was written, and in the end all of it must hold.
 */
import { postgresRoomStore } from '../db/postgres-room-store'
import { scrub } from '../db/scrub'
import { sharedSquashThread } from '../db/squash-thread'
import { acts, rightActs } from './system-acts'
import { requireKept, requireListed, requirePromises } from './system-promises'
import { leaveAll, newScene, type Scene } from './system-scene'
import { openStage, type Stage } from './system-stage'
import { troubles, untilWell } from './system-troubles'
import { workAll } from './system-work'

export type SystemWish = {
  nodes: number
  /** Small ones, each with a seed of its own. */
  scenes: number
  /** In each scene. */
  people: number
  /** One trouble each, and one change of rights in every scene. */
  rounds: number
  seed: number
  say(line: string): void
}

export type SystemResult = {
  /** Updates. */
  acknowledged: number
  /** The longest it took until somebody who lost a right was out of their rooms, milliseconds. */
  slowestOutMs: number
}

/** Throws naming the promise that was broken. */
export async function playSystem(wish: SystemWish): Promise<SystemResult> {
  const stage = await openStage(wish.nodes, wish.seed)
  const scenes: Scene[] = []
  try {
    for (let nth = 0; nth < wish.scenes; nth++) {
      scenes.push(await newScene(stage, { people: wish.people, seed: wish.seed * 1000 + nth }))
    }
    const stop = workAll(scenes)
    try {
      for (let round = 1; round <= wish.rounds; round++) await playRound(stage, scenes, wish)
    } finally {
      stop()
    }
    const acknowledged = await requireAll(stage, scenes)
    return { acknowledged, slowestOutMs: Math.max(0, ...stage.outAfterMs) }
  } finally {
    await Promise.allSettled(scenes.flatMap(({ cast }) => cast.map(leaveAll)))
    await stage.close()
  }
}

async function playRound(stage: Stage, scenes: readonly Scene[], { say }: SystemWish) {
  const trouble = stage.plan.pick(Object.keys(troubles))
  say(trouble)
  await Promise.all([
    troubles[trouble]?.(stage),
    inEach(scenes, (scene) => act(scene, acts)),
    squashSome(stage, scenes),
  ])
  await untilWell(stage)
  await inEach(scenes, (scene) => act(scene, rightActs))
}

async function act(scene: Scene, some: Record<string, (scene: Scene) => Promise<unknown>>) {
  const name = scene.plan.pick(Object.keys(some))
  scene.story.push(name)
  await some[name]?.(scene)
}

/** As two more nodes would, at the same moment as the others (S11). */
async function squashSome({ database, plan }: Stage, scenes: readonly Scene[]) {
  const log = { warn: () => undefined, error: () => undefined }
  const stores = [1, 2].map(() => postgresRoomStore(database.pool, { log }))
  const { doc, board } = plan.pick(scenes).ids
  // Postgres may be away.
  await Promise.allSettled(stores.flatMap((store) => [doc, board].map((id) => store.squash(id))))
}

async function requireAll(stage: Stage, scenes: readonly Scene[]): Promise<number> {
  const acknowledged = await inEach(scenes, requirePromises)
  await inEach(scenes, ({ cast }) => Promise.all(cast.map(leaveAll)))
  await inEach(scenes, requireListed)
  await Promise.all(stage.nodes.map(({ process }) => process.kill()))
  await Promise.all(stage.nodes.map(({ process }) => process.start()))
  await inEach(scenes, requireKept)
  await requireUndamaged(stage)
  return acknowledged.reduce((sum, some) => sum + some, 0)
}

async function requireUndamaged({ database }: Stage) {
  const told: string[] = []
  await scrub({
    pool: database.pool,
    thread: sharedSquashThread(),
    mends: false,
    tell: (sentence) => told.push(sentence),
    untilSettled: async () => undefined,
  })
  if (told.length > 0) throw new Error(`Scrub: ${told.join(' ')}`)
}

/** Whatever goes wrong is told with the scene it went wrong in. */
function inEach<T>(scenes: readonly Scene[], work: (scene: Scene) => Promise<T>): Promise<T[]> {
  return Promise.all(
    scenes.map((scene) =>
      work(scene).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : error
        const story = scene.story.join('; ')
        throw new Error(`Scene ${scene.seed} (${story}): ${why}`, { cause: error })
      }),
    ),
  )
}
