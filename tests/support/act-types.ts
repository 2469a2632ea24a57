import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

function* walk(node: Node, around: readonly Node[] = []): Generator<{ node: Node; around: readonly Node[] }> {
  yield { node, around }
  for (const child of children(node)) yield* walk(child, [node, ...around])
}

const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '')
const textOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null

/** What an act needs: an object with these members is one, wherever it is written. */
const members = ['id', 'type', 'version', 'actor', 'occurredAt', 'payload']

function typeOfAct(node: Node): Node | null {
  if (node.type !== 'ObjectExpression') return null
  const properties = children(node).filter(child => child.type === 'Property')
  const names = properties.map(property => nameOf(property['key']))
  if (!members.every(name => names.includes(name))) return null
  const value = properties[names.indexOf('type')]?.['value']
  return isNode(value) ? value : null
}

/**
 * The types of all acts that a file writes down: literals, constants of the file, and what the file's own calls give to
 * a function that takes the type. Throws at any other way, for a type that nobody can read cannot be given a name.
 */
export function actTypesIn(fileName: string, text: string): string[] {
  const { program, errors } = parseSync(fileName, text)
  if (errors.length > 0) throw new Error(`${fileName} does not parse`)
  const all = [...walk(program as unknown as Node)]

  const unreadable = (node: Node): never => {
    throw new Error(`${fileName}: an act of a type that cannot be read (${node.type} ${nameOf(node)})`)
  }
  const constant = (name: string): string | null =>
    all
      .map(({ node }) =>
        node.type === 'VariableDeclarator' && nameOf(node['id']) === name ? textOf(node['init']) : null,
      )
      .find(value => value !== null) ?? null

  /** Every text that an expression may be, read in the functions around it. */
  function values(node: Node, around: readonly Node[]): string[] {
    const literal = textOf(node)
    if (literal !== null) return [literal]
    if (node.type === 'TemplateLiteral') {
      const [before, after] = (node['quasis'] as Node[]).map(part => (part['value'] as { cooked: string }).cooked)
      const [inner, ...more] = node['expressions'] as Node[]
      if (inner === undefined || more.length > 0) return unreadable(node)
      return values(inner, around).map(value => `${before}${value}${after}`)
    }
    if (node.type !== 'Identifier') return unreadable(node)
    const fixed = constant(nameOf(node))
    return fixed === null ? given(node, around) : [fixed]
  }

  function given(name: Node, around: readonly Node[]): string[] {
    for (const [depth, outer] of around.entries()) {
      const parameters = Array.isArray(outer['params']) ? (outer['params'] as Node[]) : []
      const at = parameters.findIndex(parameter => nameOf(parameter) === nameOf(name))
      if (at === -1) continue
      const declared = around[depth + 1]
      const called = nameOf(outer['id']) || nameOf(declared?.['id'])
      const calls = all.filter(({ node }) => node.type === 'CallExpression' && nameOf(node['callee']) === called)
      return calls.flatMap(call => {
        const argument = (call.node['arguments'] as Node[])[at]
        return argument === undefined ? unreadable(name) : values(argument, call.around)
      })
    }
    return unreadable(name)
  }

  const types = all.flatMap(({ node, around }) => {
    const type = typeOfAct(node)
    return type === null ? [] : values(type, around)
  })
  const performs = all.some(({ node }) => node.type === 'CallExpression' && nameOf(node['callee']) === 'perform')
  if (performs && types.length === 0) throw new Error(`${fileName} performs an act that is not written in it`)
  return types
}

/** The types of all acts that the program performs; `platform` only carries them. */
export function actTypes(): string[] {
  const root = join(import.meta.dirname, '../../src')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('platform'),
  )
  return [...new Set(files.flatMap(name => actTypesIn(name, readFileSync(join(root, name), 'utf8'))))].sort()
}
