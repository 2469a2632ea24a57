import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

/** Until when a certificate is good; throws when it or its key cannot be read, or they do not belong together. */
export function certificateEnd(tls: { readonly cert: string; readonly key: string }): Date {
  const cert = readFileSync(tls.cert)
  createSecureContext({ cert, key: readFileSync(tls.key) })
  return new Date(new X509Certificate(cert).validTo)
}
