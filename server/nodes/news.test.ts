import { expect, test } from 'vitest'
import { TestClock } from '../testing/test-clock'
import { NewsDesk, readNews } from './news'

function desk() {
  const calls: string[] = []
  let isAway = false
  const news = new NewsDesk({
    node: 'me',
    signals: {
      async call(text) {
        if (isAway) throw new Error('away')
        calls.push(text)
      },
    },
    clock: new TestClock(),
    onTrouble: () => undefined,
  })
  const goAway = () => {
    isAway = true
  }
  return { news, calls, goAway }
}

test('[S5] a change of rights made in the last moment of a node is told before it ends', async () => {
  const { news, calls } = desk()
  news.tell({ kind: 'access', change: { personIds: ['ben'] } })
  expect(calls).toEqual([])
  await news.tellRest()
  expect(calls.map(readNews)).toEqual([
    { from: 'me', news: [{ kind: 'access', change: { personIds: ['ben'] } }] },
  ])
})

test('[S15] a database that is away does not keep a node from ending', async () => {
  const { news, calls, goAway } = desk()
  goAway()
  news.tell({ kind: 'deaf' })
  await news.tellRest()
  expect(calls).toEqual([])
})
