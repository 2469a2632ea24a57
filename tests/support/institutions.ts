import { type InstitutionsPort, loadInstitutions, noInstitutionsPort } from '../../src/modules/institutions/index.ts'
import { loadPlaces } from '../../src/modules/places/index.ts'
import { newId } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { placeFiles } from './places.ts'

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
]
const weekdays = { 1: day, 2: day, 3: day, 4: day, 5: day }

/** A small network: two provincial libraries that became one with two sites, its branches, and what stands beside them. */
export const smallNetwork = {
  institutions: [
    {
      code: 'TVT',
      kind: 'provincial-library',
      name: { vi: 'Thư viện tỉnh Lào Cai', en: 'Lào Cai Provincial Library' },
      about: 'Thư viện công cộng của tỉnh.',
      contacts: [
        { kind: 'phone', value: '0214 3820 000' },
        { kind: 'zalo', value: '0912 345 678' },
      ],
      hours: { weekly: weekdays, exceptions: [{ kind: 'lunar', month: 1, day: 1, spans: [] }] },
      languages: ['vi', 'hmn'],
      accessibility: 'Có dốc cho xe lăn.',
      equipment: [{ what: 'Máy tính', count: 24 }],
      policy: { loanDays: 21, maxLoans: 5 },
      validFrom: '2025-07-01',
      facilities: [
        { name: 'Cơ sở 1', place: '02647', address: 'Số 1 đường Mẫu' },
        { name: 'Cơ sở 2', place: '04252', address: 'Số 2 phố Mẫu' },
      ],
    },
    {
      code: 'TVLC',
      kind: 'provincial-library',
      name: 'Thư viện tỉnh Lào Cai (đến 2025)',
      validFrom: '1991-10-01',
      validTo: '2025-06-30',
      became: [{ code: 'TVT', on: '2025-07-01', kind: 'merge' }],
    },
    {
      code: 'TVYB',
      kind: 'provincial-library',
      name: 'Thư viện tỉnh Yên Bái',
      validFrom: '1991-10-01',
      validTo: '2025-06-30',
      became: [{ code: 'TVT', on: '2025-07-01', kind: 'merge' }],
    },
    {
      code: 'CAMDUONG',
      kind: 'commune-library',
      name: 'Thư viện phường Cam Đường',
      parent: 'TVT',
      hours: { weekly: weekdays, exceptions: [] },
      policy: { maxLoans: 3 },
      validFrom: '2012-05-01',
      facilities: [{ place: '02671', placeBefore: '02671', address: 'Cạnh trụ sở phường' }],
      sharesRoofWith: ['HTCD'],
    },
    {
      code: 'TUSACH',
      kind: 'book-case',
      name: 'Tủ sách tổ dân phố 7',
      parent: 'CAMDUONG',
      validFrom: '2020-01-01',
      facilities: [{ place: '02671' }],
    },
    {
      code: 'HTCD',
      kind: 'community-learning-centre',
      name: 'Trung tâm học tập cộng đồng phường Cam Đường',
      hours: { weekly: { 6: [{ from: '18:00', to: '21:00' }] }, exceptions: [] },
      validFrom: '2012-05-01',
      facilities: [{ place: '02671' }],
    },
    {
      code: 'BT',
      kind: 'museum',
      name: 'Bảo tàng tỉnh',
      validFrom: '2025-07-01',
      facilities: [{ place: '02647' }],
    },
  ],
} as const

/** The places of the province and the small network in them. */
export async function loadSmallNetwork(db: Db, port: InstitutionsPort = noInstitutionsPort): Promise<void> {
  await db.transaction(async tx => {
    await loadPlaces(tx, placeFiles())
    await loadInstitutions(tx, { id: newId() }, smallNetwork, port)
  })
}
