import type { Words } from './messages.ts'
import type { Counts } from './messages.vi.ts'

export const en: Words = {
  name: 'Bậc Thang',
  help: {
    serve: {
      summary: 'Start Bậc Thang (as npm start)',
      details: [
        'Stop with Ctrl-C. Settings are environment variables:',
        '  DATA_DIR        data folder (default: var in the program folder)',
        '  HOST, PORT      address and port (default 127.0.0.1 and 3000)',
        '  DEMO=0          start empty, without the demonstration province',
        '  DATABASE_URL    use a PostgreSQL server of your own',
        '  PG_BIN          use other PostgreSQL programs',
        '  TLS_CERT, TLS_KEY, TRUSTED_PROXY, METRICS_TOKEN, CONTACT_DAYS, LOG_LEVEL,',
        '  MAIL_URL, MAIL_FROM, MAIL_QUIET, PUBLIC_URL: see docs/operating.md',
        '  --network=2g    development only: answers as slowly as 2G',
      ],
    },
    doctor: {
      summary: 'What is missing or unsafe, and the command that mends it',
      details: ['Exit code 0: all well; 1: something must be mended.'],
    },
    'admin create': {
      summary: 'Create an administrator',
      details: [
        '  --login X   login (default quan-tri)',
        '  --name Y    name shown',
        'The password is asked without echo; with Enter, or in a script, it is made and printed once.',
      ],
    },
    'import marc': {
      summary: 'Import MARC 21 records (ISO 2709 or MARCXML)',
      details: [
        '  --institution CODE   owning library (default: the only one, or TVT)',
        '  --apply              into the catalogue at once; otherwise somebody reviews first',
        'Every record is taken or listed with its reason. The same file again goes on; nothing comes in twice.',
        'Exit code 0: every record taken or listed; 1: a file could not be read; 2: wrong usage.',
      ],
    },
    'import table': {
      summary: 'Import books from a spreadsheet (XLSX, CSV, TSV)',
      details: [
        '  --institution CODE   owning library (default: the only one, or TVT)',
        '  --sheet NAME         which sheet (default: the first)',
        '  --coding NAME        the coding where the guess is wrong: tcvn3, vni, windows-1258, windows-1252, unicode',
        '  --header-row N       row of the headings; 0 for none (default: guessed)',
        '  --columns "A=B;…"    the column headed A means B, instead of the guess; an empty B passes it over;',
        '                       without a heading A is the number of the column',
        '  --apply              taken in at once; otherwise somebody reviews first',
        'How the columns are understood is printed before reading; what --columns says is remembered.',
      ],
    },
    'import objects': {
      summary: 'Import objects from a spreadsheet or JSON lines',
      details: ['Options as of import table; the owner is the only museum, or BTT.'],
    },
    'import status': { summary: 'Show the batches, or one', details: ['BATCH is its id, or the beginning of it.'] },
    'import apply': {
      summary: 'Put a reviewed batch into the catalogue, or the register of objects',
      details: ['Cut off, it goes on when run again.'],
    },
    'import withdraw': {
      summary: 'Take a whole batch out of the catalogue, or the register of objects',
      details: ['Cut off, it goes on when run again. Copies on loan stay.'],
    },
    'index rebuild': {
      summary: 'Build the search index again',
      details: ['Beside a running server the server does it, and this watches.'],
    },
    'index status': { summary: 'Show the search index', details: [] },
    'search eval': {
      summary: 'Score the search on questions whose answers are known',
      details: [
        '  DOCS        documents, a line of JSON each: {id, kind, title, text, lang}',
        '  QUERIES     queries, a line of JSON each: {qid, slice, q}',
        '  QRELS       judgements as TREC has them: query, 0, document, grade (default: qrels.tsv beside QUERIES; without it only times)',
        '  --run FILE  write the answers, a line {qid, hits} each, for other scorers',
        'The index is built in memory from DOCS; no data are opened or changed. Of each query the first 100 hits are taken.',
        'Exit code 0: measured; 1: a file could not be read; 2: wrong usage.',
      ],
    },
    'figures rebuild': { summary: 'Compute all figures again from the recorded facts', details: [] },
    'figures freeze': {
      summary: 'Freeze the figures of a year that is over; without a year, list the years',
      details: [
        'From then on nothing of that year can be recorded or undone, and there is no way back.',
        'The number of different people is counted and kept; the secret that tells who was who is destroyed.',
      ],
    },
    backup: {
      summary: 'Back everything up into one .tar file',
      details: ['The server may run. The file holds personal data: keep it safe.'],
    },
    restore: {
      summary: 'Restore from a backup',
      details: [
        '  --force   replace existing data, which are backed up into DATA_DIR/backups first',
        'Stop Bậc Thang first. Interrupted, the old data stay as they were.',
      ],
    },
    'demo load': { summary: 'Load the demonstration province', details: ['Stop Bậc Thang first.'] },
    'demo remove': {
      summary: 'Remove the demonstration, start empty',
      details: ['  --force   also what was entered since; all is backed up first', 'Stop Bậc Thang first.'],
    },
  },
  usage: 'Usage',
  commands: 'Commands',
  helpOfEach: 'Add --help after a command for more; --lang=vi cho tiếng Việt.',
  unknownCommand: (typed, nearest) =>
    `There is no command “${typed}”.${nearest === null ? ' See them: npm run bac-thang -- --help' : ` Did you mean: ${nearest}`}`,
  wrongUsage: (why, usage) => `${why} Usage: ${usage}`,
  unknownOption: option => `There is no option ${option}.`,
  optionNeedsValue: option => `The option ${option} needs a value.`,
  tooFewNames: 'A name is missing after the command.',
  tooManyNames: 'Too many words after the command.',
  interrupted: 'Stopped as asked.',
  unforeseen: (why, log) => `Something unforeseen failed: ${why}. Details in ${log}.`,
  failure: {
    'port-taken': (_host, port) => `Another program uses port ${port}. Choose another, as: PORT=${port + 1} npm start`,
    'port-forbidden': (_host, port) => `Port ${port} may not be opened. Use 1024 or above, as: PORT=3000 npm start`,
    'host-unknown': host =>
      `This machine has no address HOST=${host}. Use HOST=127.0.0.1, or HOST=0.0.0.0 for the local network.`,
    tls: why => `TLS_CERT and TLS_KEY cannot be used: ${why}. Check the two files.`,
    openDemo: host =>
      `Demonstration accounts are for this machine only, so HOST=${host} is refused while they exist. Leave HOST out, or start empty with DEMO=0 (if already loaded: npm run bac-thang -- demo remove).`,
  },
  upgrade: {
    backingUp: (from, to) => `Upgrading the database from step ${from} to ${to}; backing up first…`,
    backedUp: path => `Backed up into ${path}`,
  },
  serve: {
    ready: (url, state) => [
      `Bậc Thang is running: ${url}`,
      ...(state === 'demo'
        ? ['Demonstration data, no real figures. The accounts: tai-khoan-mau.txt in the data folder.']
        : state === 'ready'
          ? []
          : ['Create the first administrator: npm run bac-thang -- admin create']),
      'Stop with Ctrl-C.',
    ],
    stopping: 'Stopping…',
    stopped: 'Stopped. All data are written.',
  },
  progress: {
    perSecond: rate => `${rate}/s`,
    left: time => `${time} left`,
  },
  job: {
    gone: 'That job is no longer there. Run the command again.',
    failed: why => `Not done: ${why}`,
    done: 'Done.',
    goesOn: 'No longer watching; the server goes on.',
  },
  backup: {
    writing: (what, size) => `Writing ${what} · ${size}`,
    written: (path, size, rows, files) => `Backed up into ${path}: ${size}, ${rows} rows, ${files} files.`,
    missing: names =>
      `${names.length} files are missing or spoilt in the data folder and so not in the backup: ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}`,
    keepSafe: 'The file holds personal data: copy it elsewhere and keep it safe.',
  },
  restore: {
    checking: size => `Checking the backup · ${size}`,
    loading: (table, rows) => `Loaded ${table} · ${rows} rows`,
    backedUp: path => `The present data were backed up into ${path}`,
    erasedAgain: people => `${people} people who were erased after the backup are erased again.`,
    oldKept: path => `The data of the older PostgreSQL are still in ${path}; delete them when no longer needed.`,
    restored: (createdAt, rows, files) =>
      `Restored the backup of ${createdAt}: ${rows} rows, ${files} files, exactly as backed up. Everybody signs in again.`,
  },
  index: {
    unit: 'documents',
    rebuilding: 'Building the index',
    byServer: 'Bậc Thang is running; the server builds the index.',
    rebuilt: documents => `The index was built again: ${documents} documents.`,
    status: (documents, terms, memory) => `The index has ${documents} documents, ${terms} terms, uses ${memory}.`,
    snapshot: (size, at) => `On the disk: ${size}, written at ${at}.`,
    noSnapshot: 'Nothing on the disk yet; the server writes it while it runs.',
  },
  searchEval: {
    unit: 'queries',
    indexing: 'Indexing',
    indexed: documents => `The index in memory holds ${documents} documents.`,
    asking: 'Asking',
    slice: 'slice',
    queries: 'queries',
    macro: 'MEAN OF SLICES',
    latency: (queries, p50, p99, most) =>
      `${queries} queries, each the first 100 hits, total and filters: p50 ${p50} ms, p99 ${p99} ms, longest ${most} ms.`,
    noJudgements: 'There are no judgements (QRELS), so only times are measured.',
    notJudged: queries => `Not scored, having no judgements: ${queries} queries.`,
    noneJudged: 'No query has a judgement. Do QUERIES and QRELS belong together?',
    noQueries: path => `${path} holds no queries.`,
    unreadable: (path, why) => `${path} cannot be read (${why}).`,
    unwritable: (path, why) => `${path} cannot be written (${why}).`,
    badLine: (path, line) =>
      `Line ${line} of ${path} is not as expected. What the files hold: npm run bac-thang -- search eval --help`,
    twice: (path, id) => `Document ${id} stands twice in ${path}.`,
    runWritten: path => `Answers written to ${path}`,
  },
  figures: {
    computing: 'Computing the figures…',
    computed: facts => `The figures were computed from ${facts} recorded facts.`,
    noSuchYear: typed => `“${typed}” is no year. Write its four digits, as 2025.`,
    noYears: 'Nothing has been recorded yet.',
    yearLine: (year, facts, frozenOn) =>
      `${year}: ${facts} recorded facts · ${frozenOn === null ? 'open' : `frozen on ${frozenOn}`}`,
    frozen: year => `The figures of ${year} are frozen. Different people in that year:`,
    peopleLine: (verb, people) => `  ${verb}: ${people} people`,
    noPeople: '  Nothing in it belongs to a person.',
  },
  admin: {
    defaultName: 'Quản trị',
    askPassword: least => `Password (at least ${least} characters; Enter to have one made): `,
    askAgain: 'The password again: ',
    passwordShort: least => `A password needs at least ${least} characters.`,
    passwordsDiffer: 'The two differ. Run the command again.',
    loginOdd: 'A login has 2 to 40 characters: small letters without marks, digits, dot, hyphen, underscore.',
    loginTaken: login => `The login ${login} is taken. Choose another: --login …`,
    created: login => `Created the administrator ${login}.`,
    password: password => `Password (shown once): ${password}`,
    next: 'At the first sign-in the second factor is set up.',
  },
  import: {
    unit: 'records',
    reading: file => `Reading ${file}`,
    noSuchFile: (file, why) => `${file} cannot be read (${why}).`,
    noInstitution: codes =>
      codes.length === 0
        ? 'There is no library or museum for it yet. Create one first, or load the demonstration: npm run bac-thang -- demo load'
        : `Several institutions could take it, choose one by --institution: ${codes.join(', ')}`,
    unknownInstitution: (code, codes) => `No institution has the code ${code}. There are: ${codes.join(', ')}`,
    unknownBatch: typed => `No batch is named ${typed}. See them: npm run bac-thang -- import status`,
    manyBatches: typed => `Several batches begin with ${typed}. Type more of the id.`,
    seenBefore: id => `This file came in before; going on with batch ${id}.`,
    byOther: 'Another process is doing this; watching, and going on with it should that process end.',
    applying: file => `Taking ${file} in`,
    withdrawing: file => `Withdrawing ${file}`,
    withdrawnLine: (file, records) => `${file}: ${records} records withdrawn.`,
    fileLine: (file, n: Counts) =>
      `${file}: ${n.records} records · new ${n.fresh} · same ${n.same} · doubtful ${n.doubtful} · left out ${n.problem}`,
    appliedLine: (applied, items) => `  ${applied} records taken in, ${items} copies added.`,
    leftOut: 'Left out, and why:',
    leftOutLine: (file, number, reason, title) =>
      `  ${file} · record ${number} · ${reason}${title === '' ? '' : ` · ${title}`}`,
    leftOutMore: (more, batch) =>
      `  … and ${more} more. The full list of each batch: npm run bac-thang -- import status ${batch}`,
    batchLine: (id, state, file) => `${id}  ${state}  ${file}`,
    noBatches: 'No batch yet.',
    next: id => `Review, then take it in: npm run bac-thang -- import apply ${id}`,
    total: (records, seconds, perSecond) => `${records} records in ${seconds} (${perSecond} records/s).`,
    columns: file => `${file}: its columns are understood so`,
    passedOver: '(passed over)',
    wrongRow: row => `--header-row takes the number of a row, as 1; not “${row}”.`,
    wrongColumns: pair =>
      `There is no column as “${pair}”. Write --columns "Tên sách=title;Ghi chú=", with the headings of the table.`,
    readOtherwise: (file, batch) =>
      `${file}: this file was read with other columns. To read it as you typed: npm run bac-thang -- import withdraw ${batch}, then this command again.`,
    columnsHelp: names => `Columns are: ${names.join(', ')}.`,
    untitledLine: count => `  Needing a title: ${count} records.`,
    states: {
      mapping: 'columns to be reviewed',
      staging: 'being read',
      staged: 'to be reviewed',
      applying: 'being applied',
      applied: 'applied',
      withdrawing: 'being withdrawn',
      withdrawn: 'withdrawn',
      failed: 'unreadable',
    },
  },
  demo: {
    already: 'The demonstration is loaded already.',
    holdsData: 'The data folder holds real data; the demonstration is not loaded into it. Use another DATA_DIR.',
    loaded: 'The demonstration was loaded.',
    none: 'There is no demonstration here.',
    needsForce:
      'Removing the demonstration deletes all data here, also what was entered since. To agree, add --force; all is backed up first.',
    removed: path => `The demonstration was removed. The old data are backed up in ${path}`,
  },
}
