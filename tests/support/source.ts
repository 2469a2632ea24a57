import { builtinModules } from 'node:module'
import { parseSync, Visitor } from 'oxc-parser'

/** What a source file takes from elsewhere: the modules it imports, and the clock, chance or Node globals it uses. */
export interface SourceReading {
  /** Specifiers as written. `null` stands for an `import()` whose name is computed, so nobody can check it. */
  readonly imports: (string | null)[]
  /** Names such as `Date.now` or `process`, as they would be searched for. */
  readonly impure: string[]
}

const globals = new Set('Buffer clearTimeout crypto fetch globalThis process queueMicrotask require'.split(' '))
for (const timer of ['setTimeout', 'setInterval', 'setImmediate']) globals.add(timer)

/** Members that read the clock, chance, or the time zone and ICU tables of the process. */
const members = new Set(
  ['Date.now', 'Math.random', 'performance.now', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours'].concat(
    ['getMinutes', 'getTimezoneOffset', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
    ['setFullYear', 'setMonth', 'setDate', 'setHours', 'setMinutes'],
  ),
)

export const isNodeBuiltin = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier)

/** Reads one TypeScript file. Throws when it does not parse, for a file nobody can read cannot be trusted. */
export function readSource(fileName: string, text: string): SourceReading {
  const { program, errors } = parseSync(fileName, text)
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message ?? 'does not parse'}`)
  const imports: (string | null)[] = []
  const impure: string[] = []
  const merelyNames = new Set<unknown>() // identifiers that are property names, not references
  const nameOf = (node: { type: string }): string =>
    node.type === 'Identifier' && 'name' in node ? String(node.name) : ''
  const take = (node: { type: string } | null): void => {
    if (node === null) return
    if (node.type === 'Literal' && 'value' in node) imports.push(String(node.value))
    else imports.push(null)
  }
  const property = (node: { computed: boolean; key: unknown }): void => {
    if (!node.computed) merelyNames.add(node.key)
  }

  new Visitor({
    ImportDeclaration: node => take(node.source),
    ExportNamedDeclaration: node => take(node.source),
    ExportAllDeclaration: node => take(node.source),
    ImportExpression: node => take(node.source),
    TSImportType: node => take(node.source),
    TSExternalModuleReference: node => take(node.expression),
    MetaProperty: node => {
      if (node.meta.name === 'import') impure.push('import.meta')
    },
    NewExpression: node => {
      const callee = nameOf(node.callee)
      // One argument converts a value; none reads the clock, several read the process's time zone.
      if (callee === 'Date' && node.arguments.length !== 1) impure.push('new Date()')
      if (callee === 'URL' && node.arguments[1]?.type === 'MemberExpression') {
        const [target] = node.arguments
        if (target?.type === 'Literal' && /\.[jt]sx?$/.test(String(target.value))) take(target)
      }
    },
    CallExpression: node => {
      const callee = nameOf(node.callee)
      if (callee === 'Date') impure.push('Date()')
      if (callee === 'require') take(node.arguments[0] ?? null)
    },
    MemberExpression: node => {
      if (!node.computed) merelyNames.add(node.property)
      const name = nameOf(node.property)
      const whole = `${nameOf(node.object)}.${name}`
      if (members.has(whole)) impure.push(whole)
      else if (members.has(name)) impure.push(name)
    },
    Property: property,
    MethodDefinition: property,
    PropertyDefinition: property,
    TSPropertySignature: property,
    TSMethodSignature: property,
    Identifier: node => {
      if (globals.has(node.name) && !merelyNames.has(node)) impure.push(node.name)
    },
  }).visit(program)
  return { imports, impure }
}
