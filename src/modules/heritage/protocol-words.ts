/** Why things that a word names are kept back until the institution has asked those whose they are. */
export type ProtocolReason = 'ritual-book' | 'ritual-person' | 'rite' | 'altar' | 'image-of-worship' | 'the-dead'

export interface ProtocolWord {
  readonly phrase: string
  readonly reason: ProtocolReason
}

const words = (reason: ProtocolReason, phrases: string): ProtocolWord[] =>
  phrases.split('|').map(phrase => ({ phrase, reason }))

/**
 * Words of things that not everybody may see everywhere: of the peoples of Lào Cai first (the Dao's ritual books and
 * paintings are shown to the initiated only, a shaman's tools belong to his spirits), then in English, as registers of
 * other museums have them. Circular 04/2025/TT-BVHTTDL knows heritage of restricted use; who may see it, its community says.
 * Whatever bears a word too much waits for a person; whatever bears one too little has been shown.
 */
export const protocolWords: readonly ProtocolWord[] = [
  ...words('ritual-book', 'sách cúng|sách cổ|sách lễ|sách thầy|sách nôm dao|sách nôm tày|bùa|phù chú|sớ|thần chú'),
  ...words('ritual-book', 'ritual book|ritual manuscript|talisman|amulet|incantation|spell'),
  ...words(
    'ritual-person',
    'thầy cúng|thầy mo|thầy tào|thầy then|thầy pụt|ông mo|bà then|bà mo|thầy lang|thầy phù thủy',
  ),
  ...words('ritual-person', 'shaman|shamans|shamanic|shamanism|sorcerer|priest’s vestment'),
  ...words(
    'rite',
    'nghi lễ|nghi thức|cấp sắc|lễ cúng|đồ cúng|đồ lễ|đồ tế|tế lễ|tế khí|cúng|pút tồng|tủ cải|lên đồng|hầu đồng|giải hạn',
  ),
  ...words('rite', 'ritual|rituals|sacred|ceremonial|sacrificial|initiation rite|votive|fetish'),
  ...words('altar', 'bàn thờ|bát hương|hương án|bài vị|đồ thờ|thờ cúng|nơi thờ|ban thờ|ma nhà|xử ca'),
  ...words('altar', 'altar|altarpiece|shrine|reliquary|tabernacle'),
  ...words('image-of-worship', 'tranh thờ|tượng thờ|mặt nạ thầy|tam thanh|ngọc hoàng|mặt nạ nghi'),
  ...words('image-of-worship', 'cult image|idol|spirit figure|ancestor figure|ritual mask'),
  ...words(
    'the-dead',
    'tang lễ|đám ma|tang ma|đồ tùy táng|tùy táng|hài cốt|quan tài|mộ táng|nhà mồ|trống tang|chỉ đường',
  ),
  ...words('the-dead', 'funerary|burial|grave goods|human remains|coffin|mortuary|skull'),
]
