/** Several nodes of one server, looked at as one. */
import type { Memory } from './child-process'
import type { Running } from './targets'

type Node = Omit<Running, 'remove'>

/** People take turns at at least one node: the nth joins through the nth, round and round. */
export function sideBySide(nodes: readonly Node[], remove: Running['remove']): Running {
  return {
    address: (nth, room) => (nodes[nth % nodes.length] as Node).address(nth, room),
    cpuMicros: () => nodes.map((node) => node.cpuMicros()).reduce(sumOrNull, 0),
    memory: async () => (await Promise.all(nodes.map((node) => node.memory()))).reduce(sum),
    watchPeak() {
      const peaks = nodes.map((node) => node.watchPeak())
      return () => peaks.map((peak) => peak()).reduce(sumOrNull, 0)
    },
    remove,
  }
}

const sumOrNull = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

const sum = (a: Memory, b: Memory): Memory => ({
  heapUsed: a.heapUsed + b.heapUsed,
  external: a.external + b.external,
  rss: a.rss + b.rss,
})
