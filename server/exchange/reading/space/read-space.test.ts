import { describe, expect, it } from 'vitest'
import { makePng } from '../../../testing/make-picture'
import { packed, read, tree, written } from '../../../testing/read-packs'

describe('a backup of a space of Confluence, as XML', () => {
  const object = (kind: string, id: number, ...inside: string[]) =>
    `<object class="${kind}" package="com.atlassian"><id name="id">${id}</id>${inside.join('')}</object>`
  const property = (name: string, value: string) =>
    `<property name="${name}"><![CDATA[${value}]]></property>`
  const reference = (name: string, id: number | string) =>
    `<property name="${name}" class="X"><id name="id">${id}</id></property>`
  const list = (name: string, id: number) =>
    `<collection name="${name}"><element class="X"><id name="id">${id}</id></element></collection>`
  const body = (id: number, storage: string) =>
    object('BodyContent', id, property('body', storage.replaceAll(']]>', ']] >')))
  const page = (id: number, title: string, ...more: string[]) =>
    object('Page', id, property('title', title), property('contentStatus', 'current'), ...more)
  const macro = (name: string, inside: string) =>
    `<ac:structured-macro ac:name="${name}">${inside}</ac:structured-macro>`
  const rich = (inside: string) => `<ac:rich-text-body>${inside}</ac:rich-text-body>`
  const code = `<ac:parameter ac:name="language">java</ac:parameter><ac:plain-text-body><![CDATA[if (a < b && c[0]) {}]]></ac:plain-text-body>`
  const home = [
    `<p>See <ac:link><ri:page ri:content-title="Plan &amp; more" /><ac:plain-text-link-body><![CDATA[the plan]]></ac:plain-text-link-body></ac:link>, <ac:link><ri:user ri:userkey="u1" /></ac:link>&nbsp;and <ac:link><ri:page ri:content-title="Gone" /></ac:link></p>`,
    macro('note', rich('<p>Careful</p>')),
    macro('code', code),
    macro('expand', `<ac:parameter ac:name="title">More</ac:parameter>${rich('<p>inside</p>')}`),
    '<ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>until <time datetime="2026-11-30" /></ac:task-body></ac:task></ac:task-list>',
    '<p><ac:image ac:width="120" ac:alt="press"><ri:attachment ri:filename="p.png" /></ac:image></p>',
    macro('toc', ''),
    macro('jira', '<ac:parameter ac:name="key">A-1</ac:parameter>'),
  ].join('')
  const entities = (...objects: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?><hibernate-generic datetime="2026-11-26 10:00:00">${objects.join('\n')}</hibernate-generic>`

  it('has its pages as they are now, their tree, files, macros and comments', async () => {
    const found = await read(
      await packed({
        'entities.xml': entities(
          page(1, 'Home', list('bodyContents', 11), property('position', '0')),
          page(2, 'Plan & more', reference('parent', 1), list('bodyContents', 12)),
          page(3, 'Home', reference('originalVersion', 1), list('bodyContents', 13)),
          object('Page', 4, property('title', 'Old'), property('contentStatus', 'deleted')),
          body(11, home),
          body(
            12,
            '<p>We <ac:inline-comment-marker ac:ref="x">ship it</ac:inline-comment-marker> soon</p>',
          ),
          body(13, '<p>before</p>'),
          object(
            'Attachment',
            5,
            property('title', 'p.png'),
            reference('containerContent', 1),
            property('version', '2'),
          ),
          `<object class="ConfluenceUserImpl"><id name="key">u1</id>${property('name', 'amara')}</object>`,
          object(
            'Comment',
            6,
            reference('containerContent', 2),
            list('bodyContents', 16),
            list('contentProperties', 7),
            property('creationDate', '2026-11-20 10:00:00.000'),
            reference('creator', 'u1'),
          ),
          object(
            'Comment',
            8,
            reference('containerContent', 2),
            reference('parent', 6),
            list('bodyContents', 18),
            property('creationDate', '2026-11-20 11:00:00.000'),
          ),
          object(
            'ContentProperty',
            7,
            property('name', 'inline-original-selection'),
            property('stringValue', 'ship it'),
          ),
          body(16, '<p>When?</p>'),
          body(18, '<p>Friday</p>'),
        ),
        'attachments/1/5/1': 'an earlier one',
        'attachments/1/5/2': makePng(9, 9),
        'exportDescriptor.properties': 'exportType=space',
      }),
    )
    expect(found.kind).toBe('confluence')
    expect(tree(found)).toEqual(['Home', 'Plan & more < Home'])
    expect(written(found, 'Home')).toBe(
      'See [the plan](/docs/Plan & more), amara\u00a0and Gone\n\n> [!WARNING]\n> Careful\n\n```java\nif (a < b && c[0]) {}\n```\n\n<details>\n<summary>More</summary>\n\ninside\n\n</details>\n\n- [x] done\n- [ ] until 2026-11-30\n\n<figure><img src="/api/files/p.png" alt="press" width="120"></figure>',
    )
    expect(found.docs[1]?.comments).toEqual([
      {
        quote: 'ship it',
        before: '',
        after: '',
        isAnchored: true,
        resolved: false,
        comments: [
          { author: 'amara', at: '2026-11-20T10:00:00.000Z', text: 'When?' },
          { author: '', at: '2026-11-20T11:00:00.000Z', text: 'Friday' },
        ],
      },
    ])
    expect(found.skipped).toEqual([
      { name: 'Home: jira', why: 'unknown-kind' },
      { name: 'Gone', why: 'missing' },
    ])
  })

  it('of before its fourth version keeps its words, and that is said', async () => {
    const found = await read(
      await packed({
        'entities.xml': entities(
          page(1, 'Old', list('bodyContents', 2)),
          body(2, 'h1. Head\n\n* one'),
        ),
      }),
    )
    expect(written(found, 'Old')).toBe('h1. Head\n\n\\* one')
    expect(found.skipped).toEqual([{ name: 'Old', why: 'wiki-markup' }])
  })

  it('cannot make more of itself than it is', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><hibernate-generic><object class="Page"><id>1</id><property name="title">&b;&f;</property></object></hibernate-generic>'
    await expect(read(await packed({ 'entities.xml': bomb }))).rejects.toMatchObject({
      details: { fields: [{ field: 'file', problem: 'damaged' }] },
    })
  })
})
