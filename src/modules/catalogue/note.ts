/** What the catalogue has to say of a record that comes in; codecs have their own sentences for the form. */
export type CatalogueNote =
  | { readonly code: 'title-missing' }
  | { readonly code: 'nothing-described' }
  | { readonly code: 'row-without-title' }
  | { readonly code: 'sums-row' }
  | { readonly code: 'deleted-at-source' }
  | { readonly code: 'not-bibliographic'; readonly format: string }
  | { readonly code: 'isbn-wrong'; readonly found: string }
  | { readonly code: 'number-too-long'; readonly number: string }
  | { readonly code: 'numbers-expanded'; readonly range: string }
  | { readonly code: 'copies-unclear'; readonly found: string }
  | { readonly code: 'copies-differ'; readonly said: number; readonly numbered: number }
  | { readonly code: 'copy-known'; readonly number: string }
  | { readonly code: 'copies-known'; readonly count: number }
  | { readonly code: 'barcode-taken'; readonly barcode: string }
