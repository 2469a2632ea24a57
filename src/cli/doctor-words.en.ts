import type { doctorVi } from './doctor-words.vi.ts'

export const doctorEn: typeof doctorVi = {
  node: version => `Node ${version}.`,
  nodeOld: version => `Node ${version} works, but has had no security fixes since April 2026. Node 24 is better.`,
  notStarted: dataDir => `No data in ${dataDir}: Bậc Thang has not been started yet.`,
  folder: dataDir => `Data folder ${dataDir}: writable, readable by its owner only.`,
  folderClosed: dataDir => `${dataDir} cannot be written.`,
  folderOpen: (dataDir, mode) => `Others on this machine can read ${dataDir} (mode ${mode}).`,
  disk: free => `${free} free on the disk.`,
  diskLow: free => `Only ${free} free on the disk. Make room before it is full.`,
  diskMend: 'df -h; du -sh var/*',
  database: major => `PostgreSQL ${major} answers.`,
  migrations: through => `The database is at step ${through}, as the program expects.`,
  migrationsPending: (from, to) =>
    `The database is at step ${from}, the program needs ${to}: the next start backs up and upgrades by itself.`,
  serving: (pid, address) => `Running: process ${pid}${address === '' ? '' : `, ${address}`}.`,
  notServing: 'The server is not running now.',
  index: size => `The search index is saved on the disk (${size}).`,
  noIndex: 'The search index is not saved yet; the server builds it from the database.',
  demo: 'The demonstration province is loaded, open to this machine only.',
  demoOpen: accounts =>
    `There are ${accounts} demonstration accounts while the machine is open to others (HOST or TRUSTED_PROXY): whoever saw the start may enter.`,
  noAdministrator: 'There is no administrator yet.',
  administrators: count => `Administrators: ${count}.`,
  secondFactor: 'All accounts of staff have a second factor.',
  noSecondFactor: count => `${count} accounts of staff have no second factor; they are asked at the next sign-in.`,
  loopback: host => `Only this machine can reach it (HOST=${host}).`,
  behindProxy: proxy => `Behind the reverse proxy ${proxy}.`,
  proxyBypassed: host =>
    `TRUSTED_PROXY is set, but HOST=${host} is open to the network too. With the proxy on this machine, use HOST=127.0.0.1.`,
  tls: until => `The TLS certificate is good until ${until}.`,
  tlsEnding: until => `The TLS certificate ends on ${until}.`,
  tlsMend: 'see docs/operating.md, TLS',
  tlsBroken: why => `TLS_CERT and TLS_KEY cannot be used: ${why}.`,
  plain: host =>
    `Open to the network (HOST=${host}) without encryption: passwords can be read on the way, camera and push do not work.`,
  backup: days => (days === 0 ? 'Last backup: today.' : `Last backup: ${days} days ago.`),
  backupOld: days => `The last backup is ${days} days old.`,
  noBackup: 'There is no backup yet.',
  clock: at => `The clock says ${at}.`,
  clockBehind: (at, newest) =>
    `The clock (${at}) is behind the newest recorded act (${newest}). Dates of loans will be wrong.`,
  clockMend: 'timedatectl set-ntp true',
  allWell: 'All well.',
  toMend: count => `To mend: ${count}.`,
  mend: command => `Mend: ${command}`,
}
