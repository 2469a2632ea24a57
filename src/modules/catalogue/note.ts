/** What importing itself has to say of a record; the codec has its own sentences for the form. */
export type ImportNote =
  | { readonly code: 'no-title' }
  | { readonly code: 'deleted-at-source' }
  | { readonly code: 'no-record-read' }
  | { readonly code: 'isbn-wrong'; readonly found: string }
  | { readonly code: 'number-too-long'; readonly number: string }
  | { readonly code: 'copy-known'; readonly number: string }
  | { readonly code: 'barcode-taken'; readonly barcode: string }
