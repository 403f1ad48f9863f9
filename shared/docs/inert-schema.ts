/**
 * The editor's binding makes nodes and marks by `schema.node` and `schema.mark`, and deletes from the
 * room whatever these throw over. So here they throw over nothing that says anything: what is not
 * known becomes something inert, and what does not fit is made to fit, or is inert as a whole.
 */
import { type Attrs, Mark, MarkType, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { isInertName, sourceOf } from './inert'
import { isObject } from './loose-node'

/** Of unknown marks that are told apart. */
const mostMarks = 500

/** `learns`: for an editor, whose schema then knows the marks it met. */
export function inertSchema(schema: Schema, { learns }: { learns: boolean }): Schema {
  const node = schema.node.bind(schema)
  schema.node = (type, attrs, content, marks) =>
    typeof type === 'string' && Array.isArray(content)
      ? madeOf(schema, type, attrs ?? null, content)
      : node(type, attrs, content, marks)
  const mark = schema.mark.bind(schema)
  const met = new Map<string, MarkType>()
  schema.mark = (type, attrs) => {
    if (typeof type !== 'string' || type in schema.marks) return mark(type, attrs)
    const name = met.size < mostMarks ? type : 'inert'
    const unknown = met.get(name) ?? unknownMark(schema, name, met.size)
    met.set(name, unknown)
    if (learns) Object.assign(schema.marks, { [name]: unknown })
    return unknown.create(attrs)
  }
  const markFromJson = schema.markFromJSON.bind(schema)
  if (learns) {
    schema.markFromJSON = (json) => {
      const name: unknown = json?.type
      const isUnknown = typeof name === 'string' && !(name in schema.marks)
      return isUnknown ? schema.mark(name, json.attrs) : markFromJson(json)
    }
  }
  return schema
}

function madeOf(schema: Schema, name: string, attrs: Attrs | null, children: Node[]): Node {
  const type = schema.nodes[name]
  if (!type || isInertName(name)) return inertOf(schema, name, attrs, children)
  const fitting = children.map((child) => fitted(type, child))
  try {
    return type.createChecked(attrs, fitting)
  } catch (error) {
    // Nobody misses an empty list; the binding clears it away.
    if (!(error instanceof RangeError && fitting.some(saysSomething))) throw error
    return filled(type, attrs, fitting) ?? inertOf(schema, name, attrs, children)
  }
}

function inertOf(schema: Schema, name: string, attrs: Attrs | null, children: Node[]): Node {
  const isKept = isInertName(name) && isObject(attrs?.source)
  const source = isKept
    ? attrs?.source
    : { type: name, attrs: { ...attrs }, content: children.map(sourceOf) }
  return (schema.nodes.inertBlock as NodeType).create({ source })
}

/** In a line of text stands nothing but what may stand in a line. */
function fitted(type: NodeType, child: Node): Node {
  if (!type.inlineContent) return child
  if (child.isInline) return child.mark(type.allowedMarks(child.marks))
  const { inertInline } = type.schema.nodes
  // The binding knows it by this very object, which was made just now and stands nowhere yet.
  if (isInertName(child.type.name)) return Object.assign(child, { type: inertInline })
  return (inertInline as NodeType).create({ source: sourceOf(child) })
}

const saysSomething = (node: Node): boolean => node.isLeaf || node.children.some(saysSomething)

/** With what is missing around them: the line a list item begins with. */
function filled(type: NodeType, attrs: Attrs | null, children: Node[]): Node | null {
  const node = type.createAndFill(attrs, children)
  try {
    return node && type.createChecked(attrs, node.content)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Named as it is in the room, so that the binding leaves it there. */
function unknownMark(schema: Schema, name: string, place: number): MarkType {
  const spec = { inclusive: false, toDOM: () => ['span', { 'data-inert-mark': '' }, 0] }
  const type: MarkType = Reflect.construct(MarkType, [name, 1000 + place, schema, spec])
  type.create = (attrs) => Reflect.construct(Mark, [type, isObject(attrs) ? attrs : {}])
  return Object.assign(type, { excluded: [type] })
}
