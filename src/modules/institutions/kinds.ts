/** What an institution is for; filters and figures group by it. */
export type Family = 'library' | 'museum' | 'culture' | 'learning' | 'partner'

export interface Kind {
  readonly id: string
  readonly family: Family
  readonly vi: string
  readonly en: string
  /** Kept by private persons, associations or companies (row E1 of the plan). */
  readonly nonPublic: boolean
}

const kind = <Id extends string>(id: Id, family: Family, vi: string, en: string, nonPublic = false) => ({
  id,
  family,
  vi,
  en,
  nonPublic,
})

/**
 * Every kind of place in the network, from the province down to a book-case in a village; rows B1, B2 and E1 of the
 * plan. The names are those of the Library Law (46/2019/QH14), the cultural heritage law and local usage.
 */
export const kinds = [
  kind('provincial-library', 'library', 'Thư viện tỉnh', 'Provincial library'),
  kind('district-library', 'library', 'Thư viện huyện (đến 2025)', 'District library (until 2025)'),
  kind('commune-library', 'library', 'Thư viện xã, phường', 'Commune library'),
  kind('book-case', 'library', 'Tủ sách', 'Book-case'),
  kind('mobile-library', 'library', 'Thư viện lưu động', 'Mobile library'),
  kind('school-library', 'library', 'Thư viện trường học', 'School library'),
  kind('university-library', 'library', 'Thư viện trường đại học, cao đẳng', 'University or college library'),
  kind('special-library', 'library', 'Thư viện chuyên ngành', 'Special library'),
  kind('armed-forces-library', 'library', 'Thư viện lực lượng vũ trang', 'Armed forces library'),
  kind('community-library', 'library', 'Thư viện cộng đồng', 'Community library', true),
  kind('private-library', 'library', 'Thư viện tư nhân phục vụ cộng đồng', 'Private library open to the public', true),
  kind('museum', 'museum', 'Bảo tàng công lập', 'Public museum'),
  kind('private-museum', 'museum', 'Bảo tàng ngoài công lập', 'Private museum', true),
  kind('traditional-house', 'museum', 'Nhà truyền thống', 'Local history room'),
  kind('culture-centre', 'culture', 'Trung tâm văn hóa', 'Culture centre'),
  kind('commune-culture-house', 'culture', 'Nhà văn hóa xã, phường', 'Commune culture house'),
  kind('village-culture-house', 'culture', 'Nhà văn hóa thôn, tổ dân phố', 'Village culture house'),
  kind('post-culture-point', 'culture', 'Điểm bưu điện – văn hóa xã', 'Post-office culture point'),
  kind('youth-centre', 'culture', 'Trung tâm hoạt động thanh thiếu nhi', 'Youth centre'),
  kind('community-learning-centre', 'learning', 'Trung tâm học tập cộng đồng', 'Community learning centre'),
  kind('continuing-education-centre', 'learning', 'Trung tâm giáo dục thường xuyên', 'Continuing education centre'),
  kind('school', 'learning', 'Trường học', 'School'),
  kind('agency', 'partner', 'Cơ quan quản lý', 'Authority'),
  kind('association', 'partner', 'Hội, đoàn thể', 'Association', true),
  kind('partner', 'partner', 'Đơn vị phối hợp', 'Partner', true),
] as const

export type KindId = (typeof kinds)[number]['id']

const byId = new Map<string, Kind>(kinds.map(entry => [entry.id, entry]))

export const isKindId = (text: string): text is KindId => byId.has(text)

export const kindOf = (id: KindId): Kind => byId.get(id) ?? kinds[0]
