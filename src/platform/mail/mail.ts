/** One message to one address, in plain text. */
export interface Letter {
  /** Stays the same when the same letter goes out again, so that mail programs show it once. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** BCP-47 tag of the text. */
  readonly language: string
  /** Where one click ends letters of this kind (RFC 8058); null for an answer to what the person just did. */
  readonly leave: string | null
}

/** Takes a letter on. */
export interface Mail {
  /** A file of this machine, or a mail server. */
  readonly kind: 'folder' | 'server'
  /** Throws `MailRefused` when it was not taken. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** Why a letter was not taken, without the address and without what the server says, which may name it. */
export class MailRefused extends Error {
  /** `550` of a server, `ECONNREFUSED` of the network, … */
  readonly reason: string
  /** Trying again would change nothing: the address is wrong. */
  readonly forGood: boolean
  constructor(reason: string, forGood: boolean) {
    super(`mail was not taken: ${reason}`)
    this.reason = reason
    this.forGood = forGood
  }
}

/** Where letters come from and go. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password of the server: a secret. Null keeps letters as files. */
  readonly url: string | null
  /** `Thư viện tỉnh <thu-vien@example.vn>` or the address alone. */
  readonly from: string
}
