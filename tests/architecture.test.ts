import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { describe, it } from 'node:test'
import { isNodeBuiltin, readSource } from './support/source.ts'

const modules = (
  'places institutions people notices participation visits media search imports catalogue circulation heritage exhibitions ' +
  'activities assistance agreements courses passport giving plan honours exchange'
).split(' ')

/** The rooms of the house in their one order: each may use only those before it. */
const rooms = 'kernel standards platform site'.split(' ').concat(
  modules.map(name => `modules/${name}`),
  ['app', 'app.ts', 'cli', 'main.ts'],
)

/** The folders that a room may have; rooms that are not named here keep what folders they like. */
const foldersOf: Record<string, readonly string[]> = {
  kernel: [],
  standards:
    'marc dublin-core lido oai-pmh sru iiif xapi open-badges icalendar sip2 opds vietqr table json-lines'.split(' '),
  platform: 'config database backup journal http jobs files print mail clock log'.split(' '),
  site: ['islands'],
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
const isStore = (path: string): boolean => /(^|[/-])store\.ts$/.test(path)

/** `src/modules/places/unit.ts` is in `modules/places`, `src/app.test.ts` in `app.ts`; undefined is in no room. */
function roomOf(path: string): string | undefined {
  const [top = '', second = ''] = path
    .replace(/\.test(?=\.tsx?$)/, '')
    .replace(/^src\//, '')
    .split('/')
  const room = top === 'modules' ? `modules/${second}` : top
  return path.startsWith('src/') && rooms.includes(room) ? room : undefined
}

/** What is wrong with one import of `from`, in words; undefined when nothing is. */
function wrongImport(from: string, room: string, specifier: string | null): string | undefined {
  const pure = room === 'kernel' || room === 'standards'
  if (specifier === null) return 'import() of a computed name, which nobody can check'
  if (pure && isNodeBuiltin(specifier)) return `${room} uses Node: ${specifier}`
  if (!specifier.startsWith('.')) return undefined
  const target = posix.join(posix.dirname(from), specifier)
  const targetRoom = roomOf(target)
  if (targetRoom === undefined) return `imports ${target}, which is in no room of src/`
  if (isTest(target)) return `imports the test ${target}`
  if (rooms.indexOf(targetRoom) > rooms.indexOf(room)) return `imports upward: ${target}`
  if (targetRoom !== room && targetRoom.startsWith('modules/') && target !== `src/${targetRoom}/index.ts`)
    return `reaches into another module: ${target}`
  if (target === 'src/platform/database/sql.ts' && room !== 'platform' && !isStore(from))
    return 'writes SQL, which only a store.ts or …-store.ts may'
  return undefined
}

/** Every breach of the house's order in one file, `path` being relative to the repository and with slashes. */
function breaches(path: string, text: string): string[] {
  const room = roomOf(path)
  if (room === undefined) return [`${path}: is in no room of src/`]
  const folder = path.split('/').slice(2, -1)[0]
  const allowed = foldersOf[room]
  if (folder !== undefined && allowed?.includes(folder) === false)
    return [`${path}: no list names the folder ${folder}`]
  if (isTest(path)) return []
  const { imports, impure } = readSource(path, text)
  const found = imports.map(specifier => wrongImport(path, room, specifier)).filter(wrong => wrong !== undefined)
  if (room === 'kernel' || room === 'standards') found.push(...impure.map(name => `${room} uses ${name}`))
  return found.map(wrong => `${path}: ${wrong}`)
}

describe('the order of the house', () => {
  it('holds in every file of src/', () => {
    const root = join(import.meta.dirname, '..')
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => `src/${name.split(sep).join('/')}`)
    assert.ok(files.length > 50, `only ${files.length} files were read: is this the right folder?`)
    assert.deepEqual(
      files.flatMap(path => breaches(path, readFileSync(join(root, path), 'utf8'))),
      [],
    )
  })
})

describe('the reader of imports', () => {
  const caught: [why: string, path: string, text: string, words: string][] = [
    ['an upward import', 'src/kernel/a.ts', `import { b } from '../platform/log.ts'`, 'upward'],
    ['an upward type', 'src/site/a.ts', `import type { Place } from '../modules/places/index.ts'`, 'upward'],
    ['a later module', 'src/modules/places/a.ts', `import { x } from '../people/index.ts'`, 'upward'],
    ['one over many lines', 'src/site/a.ts', `import {\n  // it's here\n  b,\n} from '../app.ts'`, 'upward'],
    ['a side effect', 'src/modules/plan/a.ts', `import '../../main.ts'`, 'upward'],
    ['a re-export', 'src/platform/a.ts', `export { a as b } from '../cli/serve.ts'`, 'upward'],
    ['a re-export of all', 'src/platform/a.ts', `export * from '../cli/serve.ts'`, 'upward'],
    ['a dynamic import', 'src/app.ts', `const a = await import('./main.ts')`, 'upward'],
    ['a computed import', 'src/app.ts', 'const a = await import(`./${name}.ts`)', 'computed'],
    ['an import inside a type', 'src/site/a.ts', `type A = import('../app.ts').App`, 'upward'],
    ['a worker by its address', 'src/site/a.ts', `new Worker(new URL('../app.ts', import.meta.url))`, 'upward'],
    ['require', 'src/site/a.ts', `const a = require('../app.ts')`, 'upward'],
    ['a deep import', 'src/modules/plan/a.ts', `import { x } from '../places/store.ts'`, 'reaches into'],
    ['a deep import by app', 'src/app.ts', `import { x } from './modules/places/routes.ts'`, 'reaches into'],
    ['an unknown module', 'src/modules/utils/a.ts', '', 'no room'],
    ['an unknown folder', 'src/platform/helpers/a.ts', '', 'no list names'],
    ['a test in an unknown folder', 'src/kernel/helpers/a.test.ts', '', 'no list names'],
    ['a file outside the tree', 'src/helpers.ts', '', 'no room'],
    ['an import out of src', 'src/cli/a.ts', `import { x } from '../../tests/support/database.ts'`, 'no room'],
    ['an imported test', 'src/cli/a.ts', `import { x } from './b.test.ts'`, 'imports the test'],
    ['Node', 'src/standards/marc/a.ts', `import { createHash } from 'node:crypto'`, 'uses Node'],
    ['Node without its prefix', 'src/kernel/a.ts', `import fs from 'fs'`, 'uses Node'],
    ['a Node global', 'src/standards/marc/a.ts', 'const a = Buffer.from(b)', 'uses Buffer'],
    ['crypto', 'src/kernel/a.ts', 'const id = crypto.randomUUID()', 'uses crypto'],
    ['import.meta', 'src/kernel/a.ts', 'const a = import.meta.url', 'uses import.meta'],
    ['the clock', 'src/kernel/a.ts', 'const now = Date.now()', 'uses Date.now'],
    ['the clock by new', 'src/kernel/a.ts', 'const now = new Date()', 'uses new Date()'],
    ['the clock by call', 'src/kernel/a.ts', 'const now = Date()', 'uses Date()'],
    ['the stopwatch', 'src/kernel/a.ts', 'const t = performance.now()', 'uses performance.now'],
    ['the zone of the process', 'src/kernel/a.ts', 'const year = day.getFullYear()', 'uses getFullYear'],
    ['chance', 'src/kernel/a.ts', 'const die = Math.random()', 'uses Math.random'],
    ['SQL in a page', 'src/modules/plan/pages.tsx', `import { sql } from '../../platform/database/sql.ts'`, 'SQL'],
  ]
  for (const [why, path, text, words] of caught) {
    it(`catches ${why}`, () =>
      assert.match(breaches(path, text).join('\n'), new RegExp(`^${path}: .*${escape(words)}`)))
  }

  it('lets the house be as it is meant', () => {
    const text = `// import { x } from '../../main.ts'
      import { ok } from '../../kernel/result.ts'
      import { sql } from '../../platform/database/sql.ts'
      import { placeName } from '../places/index.ts'
      import { loan } from './loan.ts'
      import { Hono } from 'hono'
      const words = "import('../../main.ts')"`
    assert.deepEqual(breaches('src/modules/circulation/hold-store.ts', text), [])
    assert.deepEqual(breaches('src/kernel/a.ts', `const a = { process: 1, crypto }.process`), [
      'src/kernel/a.ts: kernel uses crypto',
    ])
    assert.deepEqual(breaches('src/kernel/a.ts', `const day = new Date(0).getUTCFullYear()`), [])
    assert.deepEqual(breaches('src/kernel/a.test.ts', `import 'node:fs'; import '../app.ts'`), [])
  })

  it('refuses a file that does not parse', () => assert.throws(() => breaches('src/app.ts', 'import { from')))
})

function escape(words: string): string {
  return words.replace(/[.()]/g, '\\$&')
}
