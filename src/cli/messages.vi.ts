/** Help of one command: a line for the list, then the lines of its own page. */
export interface CommandHelp {
  readonly summary: string
  readonly details: readonly string[]
}

const help = {
  serve: {
    summary: 'Khởi động Bậc Thang (như npm start)',
    details: [
      'Dừng bằng Ctrl-C. Thiết lập qua biến môi trường:',
      '  DATA_DIR        thư mục dữ liệu (mặc định: var trong thư mục chương trình)',
      '  HOST, PORT      địa chỉ và cổng (mặc định 127.0.0.1 và 3000)',
      '  DEMO=0          bắt đầu trống, không nạp tỉnh mẫu',
      '  DATABASE_URL    dùng máy chủ PostgreSQL có sẵn',
      '  PG_BIN          dùng chương trình PostgreSQL khác',
      '  TLS_CERT, TLS_KEY, TRUSTED_PROXY, METRICS_TOKEN, CONTACT_DAYS, LOG_LEVEL,',
      '  MAIL_URL, MAIL_FROM, MAIL_QUIET, PUBLIC_URL: xem docs/operating.md',
      '  --network=2g    chỉ khi phát triển: trả lời chậm như mạng 2G',
    ],
  },
  doctor: {
    summary: 'Xem còn thiếu gì, chỗ nào chưa an toàn, và lệnh để sửa',
    details: ['Mã thoát 0: mọi thứ ổn; 1: có việc cần sửa.'],
  },
  'admin create': {
    summary: 'Tạo người quản trị',
    details: [
      '  --login X   tên đăng nhập (mặc định quan-tri)',
      '  --name Y    tên hiển thị',
      'Mật khẩu được hỏi mà không hiện ra; bấm Enter, hoặc chạy trong kịch bản, thì máy tự đặt và in ra một lần.',
    ],
  },
  'import marc': {
    summary: 'Nhập biểu ghi MARC 21 (ISO 2709 hoặc MARCXML)',
    details: [
      '  --institution CODE   thư viện sở hữu (mặc định: thư viện duy nhất, hoặc TVT)',
      '  --apply              đưa vào mục lục ngay; không có thì chờ người xem lại',
      'Mỗi biểu ghi được nhận, hoặc được liệt kê kèm lý do. Chạy lại cùng tệp là làm tiếp, không nhập hai lần.',
      'Mã thoát 0: mọi biểu ghi đã nhận hoặc đã liệt kê; 1: có tệp không đọc được; 2: gõ sai.',
    ],
  },
  'import table': {
    summary: 'Nhập sách từ bảng tính (XLSX, CSV, TSV)',
    details: [
      '  --institution CODE   thư viện sở hữu (mặc định: thư viện duy nhất, hoặc TVT)',
      '  --sheet NAME         trang tính nào (mặc định: trang đầu)',
      '  --coding NAME        bảng mã khi máy đoán sai: tcvn3, vni, windows-1258, windows-1252, unicode',
      '  --header-row N       dòng đầu đề; 0 nếu bảng không có (mặc định: máy đoán)',
      '  --columns "A=B;…"    cột mang đầu đề A là loại B, thay cho máy đoán; B để trống là bỏ qua;',
      '                       cột không có đầu đề thì A là số thứ tự của nó',
      '  --apply              đưa vào ngay; không có thì chờ người xem lại',
      'Các cột được hiểu thế nào thì in ra trước khi đọc; nói bằng --columns thì được nhớ cho lần sau.',
    ],
  },
  'import objects': {
    summary: 'Nhập hiện vật từ bảng tính hoặc JSON từng dòng',
    details: ['Tùy chọn như import table; nơi sở hữu mặc định là bảo tàng duy nhất, hoặc BTT.'],
  },
  'import status': {
    summary: 'Xem các lô, hoặc một lô',
    details: ['BATCH là mã lô, hoặc mấy chữ đầu của mã.'],
  },
  'import apply': {
    summary: 'Đưa một lô đã xem lại vào mục lục, hoặc vào sổ hiện vật',
    details: ['Ngắt giữa chừng thì chạy lại để làm tiếp.'],
  },
  'import withdraw': {
    summary: 'Rút cả một lô khỏi mục lục, hoặc khỏi sổ hiện vật',
    details: ['Ngắt giữa chừng thì chạy lại để làm tiếp. Cuốn đang cho mượn thì ở lại.'],
  },
  'index rebuild': {
    summary: 'Dựng lại chỉ mục tìm kiếm',
    details: ['Khi Bậc Thang đang chạy, việc này do máy chủ làm, lệnh chỉ theo dõi.'],
  },
  'index status': { summary: 'Xem chỉ mục tìm kiếm', details: [] },
  'search eval': {
    summary: 'Chấm điểm việc tìm trên một bộ câu hỏi có sẵn đáp án',
    details: [
      '  DOCS        các tài liệu, mỗi dòng một JSON {id, kind, title, text, lang}',
      '  QUERIES     các câu hỏi, mỗi dòng một JSON {qid, slice, q}',
      '  QRELS       đáp án kiểu TREC: câu hỏi, 0, tài liệu, bậc (mặc định: qrels.tsv cạnh QUERIES; không có thì chỉ đo thời gian)',
      '  --run FILE  ghi lại các kết quả, mỗi dòng {qid, hits}, để chấm bằng công cụ khác',
      'Chỉ mục được dựng trong bộ nhớ từ DOCS; không mở và không đổi dữ liệu nào. Mỗi câu hỏi lấy 100 kết quả đầu.',
      'Mã thoát 0: đã đo xong; 1: có tệp không đọc được; 2: gõ sai.',
    ],
  },
  'figures rebuild': { summary: 'Tính lại mọi số liệu từ các lượt đã ghi', details: [] },
  'figures freeze': {
    summary: 'Khóa số liệu của một năm đã qua; không ghi năm thì xem các năm',
    details: [
      'Khóa rồi thì không ghi thêm, không hoàn tác được lượt nào của năm ấy, và không mở lại được.',
      'Số người khác nhau của năm được tính và giữ lại; khóa bí mật để nhận ra ai là ai bị hủy.',
    ],
  },
  backup: {
    summary: 'Sao lưu mọi thứ vào một tệp .tar',
    details: ['Máy chủ cứ chạy. Tệp có dữ liệu cá nhân, xin cất nơi an toàn.'],
  },
  restore: {
    summary: 'Khôi phục từ tệp sao lưu',
    details: [
      '  --force   thay dữ liệu đang có; dữ liệu ấy được tự sao lưu vào DATA_DIR/backups trước',
      'Cần dừng Bậc Thang trước. Bị ngắt giữa chừng thì dữ liệu cũ vẫn nguyên.',
    ],
  },
  'demo load': { summary: 'Nạp tỉnh mẫu', details: ['Cần dừng Bậc Thang trước.'] },
  'demo remove': {
    summary: 'Bỏ tỉnh mẫu, bắt đầu trống',
    details: ['  --force   thay cả những gì đã nhập thêm; tất cả được tự sao lưu trước', 'Cần dừng Bậc Thang trước.'],
  },
} as const satisfies Record<string, CommandHelp>

export const vi = {
  name: 'Bậc Thang',
  help: help as Record<keyof typeof help, CommandHelp>,
  usage: 'Cách dùng',
  commands: 'Các lệnh',
  helpOfEach: 'Thêm --help sau mỗi lệnh để xem kỹ hơn; --lang=en for English.',
  unknownCommand: (typed: string, nearest: string | null) =>
    `Không có lệnh “${typed}”.${nearest === null ? ' Xem các lệnh: npm run bac-thang -- --help' : ` Có phải: ${nearest}`}`,
  wrongUsage: (why: string, usage: string) => `${why} Cách dùng: ${usage}`,
  unknownOption: (option: string) => `Không có tùy chọn ${option}.`,
  optionNeedsValue: (option: string) => `Tùy chọn ${option} cần một giá trị.`,
  tooFewNames: 'Còn thiếu tên sau lệnh.',
  tooManyNames: 'Thừa chữ sau lệnh.',
  interrupted: 'Đã dừng theo yêu cầu.',
  unforeseen: (why: string, log: string) => `Có lỗi chưa lường trước: ${why}. Chi tiết ở ${log}.`,
  failure: {
    'port-taken': (_host: string, port: number) =>
      `Cổng ${port} đang có chương trình khác dùng. Mời đặt cổng khác, ví dụ: PORT=${port + 1} npm start`,
    'port-forbidden': (_host: string, port: number) =>
      `Không được phép mở cổng ${port}. Mời dùng cổng từ 1024 trở lên, ví dụ: PORT=3000 npm start`,
    'host-unknown': (host: string, _port: number) =>
      `Máy này không có địa chỉ HOST=${host}. Mời dùng HOST=127.0.0.1, hoặc HOST=0.0.0.0 cho mạng nội bộ.`,
    tls: (why: string) => `Không dùng được TLS_CERT và TLS_KEY: ${why}. Mời kiểm tra hai tệp ấy.`,
    openDemo: (host: string) =>
      `Tài khoản mẫu chỉ để dùng trên máy này, nên không mở HOST=${host} khi có tỉnh mẫu. Mời bỏ HOST, hoặc bắt đầu trống bằng DEMO=0 (nếu đã nạp: npm run bac-thang -- demo remove).`,
  },
  upgrade: {
    backingUp: (from: number, to: number) => `Nâng cấp cơ sở dữ liệu từ bước ${from} lên bước ${to}; sao lưu trước…`,
    backedUp: (path: string) => `Đã sao lưu vào ${path}`,
  },
  serve: {
    ready: (url: string, state: 'demo' | 'no-administrator' | 'ready'): readonly string[] => [
      `Bậc Thang đang chạy: ${url}`,
      ...(state === 'demo'
        ? ['Dữ liệu mẫu, không phải số liệu thật. Tài khoản mẫu: tai-khoan-mau.txt trong thư mục dữ liệu.']
        : state === 'ready'
          ? []
          : ['Tạo người quản trị đầu tiên: npm run bac-thang -- admin create']),
      'Dừng bằng Ctrl-C.',
    ],
    stopping: 'Đang dừng…',
    stopped: 'Đã dừng. Dữ liệu đã được ghi trọn.',
  },
  progress: {
    perSecond: (rate: string) => `${rate}/giây`,
    left: (time: string) => `còn ${time}`,
  },
  job: {
    gone: 'Không thấy việc ấy nữa. Mời chạy lại lệnh.',
    failed: (why: string) => `Việc chưa xong: ${why}`,
    done: 'Xong.',
    goesOn: 'Thôi theo dõi; máy chủ vẫn làm tiếp.',
  },
  backup: {
    writing: (what: string, size: string) => `Đang ghi ${what} · ${size}`,
    written: (path: string, size: string, rows: string, files: string) =>
      `Đã sao lưu vào ${path}: ${size}, ${rows} dòng, ${files} tệp.`,
    missing: (names: readonly string[]) =>
      `Thiếu hoặc hỏng ${names.length} tệp trong thư mục dữ liệu, nên không có trong bản sao lưu: ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}`,
    keepSafe: 'Tệp có dữ liệu cá nhân: xin chép sang nơi khác và cất an toàn.',
  },
  restore: {
    checking: (size: string) => `Đang kiểm tra bản sao lưu · ${size}`,
    loading: (table: string, rows: string) => `Đã nạp ${table} · ${rows} dòng`,
    backedUp: (path: string) => `Dữ liệu hiện có đã được sao lưu vào ${path}`,
    erasedAgain: (people: string) => `Đã xóa lại dữ liệu của ${people} người đã được xóa sau lúc sao lưu.`,
    oldKept: (path: string) => `Dữ liệu của bản PostgreSQL cũ còn ở ${path}; xóa khi không cần nữa.`,
    restored: (createdAt: string, rows: string, files: string) =>
      `Đã khôi phục bản sao lưu ${createdAt}: ${rows} dòng, ${files} tệp, đúng bằng lúc sao lưu. Ai cũng cần đăng nhập lại.`,
  },
  index: {
    unit: 'mục',
    rebuilding: 'Đang dựng chỉ mục',
    byServer: 'Bậc Thang đang chạy, máy chủ sẽ dựng lại chỉ mục.',
    rebuilt: (documents: string) => `Đã dựng lại chỉ mục: ${documents} mục.`,
    status: (documents: string, terms: string, memory: string) =>
      `Chỉ mục có ${documents} mục, ${terms} từ, dùng ${memory} bộ nhớ.`,
    snapshot: (size: string, at: string) => `Bản lưu trên đĩa: ${size}, ghi lúc ${at}.`,
    noSnapshot: 'Chưa có bản lưu trên đĩa; máy chủ tự ghi khi chạy.',
  },
  searchEval: {
    unit: 'câu hỏi',
    indexing: 'Đang dựng chỉ mục',
    indexed: (documents: string) => `Chỉ mục trong bộ nhớ có ${documents} tài liệu.`,
    asking: 'Đang hỏi',
    slice: 'nhóm',
    queries: 'số câu',
    macro: 'TRUNG BÌNH CÁC NHÓM',
    latency: (queries: string, p50: string, p99: string, most: string) =>
      `${queries} câu hỏi, mỗi câu 100 kết quả đầu, tổng số và các bộ lọc: p50 ${p50} ms, p99 ${p99} ms, lâu nhất ${most} ms.`,
    noJudgements: 'Không có đáp án (QRELS), nên chỉ đo thời gian.',
    notJudged: (queries: string) => `Không chấm ${queries} câu hỏi vì không có đáp án.`,
    noneJudged: 'Không câu hỏi nào có đáp án. Mời xem lại QUERIES và QRELS có cùng một bộ không.',
    noQueries: (path: string) => `${path} không có câu hỏi nào.`,
    unreadable: (path: string, why: string) => `Không đọc được ${path} (${why}).`,
    unwritable: (path: string, why: string) => `Không ghi được ${path} (${why}).`,
    badLine: (path: string, line: number) =>
      `Dòng ${line} của ${path} không đúng dạng. Xem dạng các tệp: npm run bac-thang -- search eval --help`,
    twice: (path: string, id: string) => `Tài liệu ${id} có hai lần trong ${path}.`,
    runWritten: (path: string) => `Đã ghi các kết quả vào ${path}`,
  },
  figures: {
    computing: 'Đang tính lại số liệu…',
    computed: (facts: string) => `Đã tính lại số liệu từ ${facts} lượt đã ghi.`,
    noSuchYear: (typed: string) => `“${typed}” không phải là một năm. Viết đủ bốn chữ số, ví dụ 2025.`,
    noYears: 'Chưa ghi lượt nào.',
    yearLine: (year: number, facts: string, frozenOn: string | null) =>
      `${year}: ${facts} lượt đã ghi · ${frozenOn === null ? 'chưa khóa' : `đã khóa ngày ${frozenOn}`}`,
    frozen: (year: number) => `Đã khóa số liệu năm ${year}. Số người khác nhau trong năm:`,
    peopleLine: (verb: string, people: string) => `  ${verb}: ${people} người`,
    noPeople: '  Không có lượt nào gắn với người.',
  },
  admin: {
    defaultName: 'Quản trị',
    askPassword: (least: number) => `Mật khẩu (ít nhất ${least} ký tự; Enter để máy tự đặt): `,
    askAgain: 'Gõ lại mật khẩu: ',
    passwordShort: (least: number) => `Mật khẩu cần ít nhất ${least} ký tự.`,
    passwordsDiffer: 'Hai lần gõ không giống nhau. Mời chạy lại lệnh.',
    loginOdd:
      'Tên đăng nhập có từ 2 đến 40 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối, gạch dưới. Ví dụ: --login nguyen-an',
    loginTaken: (login: string) => `Đã có người dùng tên đăng nhập ${login}. Mời chọn tên khác: --login …`,
    created: (login: string) => `Đã tạo người quản trị ${login}.`,
    password: (password: string) => `Mật khẩu (chỉ hiện một lần): ${password}`,
    next: 'Lần đầu đăng nhập, máy sẽ hướng dẫn bật bảo vệ hai bước.',
  },
  import: {
    unit: 'biểu ghi',
    reading: (file: string) => `Đang đọc ${file}`,
    noSuchFile: (file: string, why: string) => `Không đọc được tệp ${file} (${why}).`,
    noInstitution: (codes: readonly string[]) =>
      codes.length === 0
        ? 'Chưa có thư viện hay bảo tàng nào để nhận. Mời lập nơi ấy trước, hoặc nạp tỉnh mẫu: npm run bac-thang -- demo load'
        : `Có nhiều nơi nhận được, mời chọn một bằng --institution: ${codes.join(', ')}`,
    unknownInstitution: (code: string, codes: readonly string[]) =>
      `Không có đơn vị mang mã ${code}. Các mã đang có: ${codes.join(', ')}`,
    unknownBatch: (typed: string) => `Không có lô nào mang mã ${typed}. Xem các lô: npm run bac-thang -- import status`,
    manyBatches: (typed: string) => `Có nhiều lô bắt đầu bằng ${typed}. Mời gõ thêm mã.`,
    seenBefore: (id: string) => `Tệp này đã nhập trước đây, tiếp tục lô ${id}.`,
    byOther: 'Tiến trình khác đang làm việc này; lệnh theo dõi, và làm tiếp nếu tiến trình ấy dừng.',
    applying: (file: string) => `Đang đưa ${file} vào`,
    withdrawing: (file: string) => `Đang rút ${file}`,
    withdrawnLine: (file: string, records: string) => `${file}: đã rút ${records} biểu ghi.`,
    fileLine: (file: string, n: Counts) =>
      `${file}: ${n.records} biểu ghi · mới ${n.fresh} · trùng ${n.same} · nghi trùng ${n.doubtful} · để lại ${n.problem}`,
    appliedLine: (applied: string, items: string) => `  Đã vào ${applied} biểu ghi, thêm ${items} bản.`,
    leftOut: 'Để lại, kèm lý do:',
    leftOutLine: (file: string, number: string, reason: string, title: string) =>
      `  ${file} · biểu ghi ${number} · ${reason}${title === '' ? '' : ` · ${title}`}`,
    leftOutMore: (more: string, batch: string) =>
      `  … và ${more} biểu ghi nữa. Danh sách đầy đủ của từng lô: npm run bac-thang -- import status ${batch}`,
    batchLine: (id: string, state: string, file: string) => `${id}  ${state}  ${file}`,
    noBatches: 'Chưa có lô nào.',
    next: (id: string) => `Xem lại rồi đưa vào: npm run bac-thang -- import apply ${id}`,
    total: (records: string, seconds: string, perSecond: string) =>
      `Tổng cộng ${records} biểu ghi trong ${seconds} (${perSecond} biểu ghi/giây).`,
    columns: (file: string) => `${file}: các cột được hiểu như sau`,
    passedOver: '(bỏ qua)',
    wrongRow: (row: string) => `--header-row cần một số dòng, như 1; không phải “${row}”.`,
    wrongColumns: (pair: string) =>
      `Không có cột nào như “${pair}”. Viết --columns "Tên sách=title;Ghi chú=", đúng như đầu đề trong bảng.`,
    readOtherwise: (file: string, batch: string) =>
      `${file}: tệp này đã được đọc với các cột khác. Muốn đọc lại như vừa gõ: npm run bac-thang -- import withdraw ${batch}, rồi chạy lại lệnh này.`,
    columnsHelp: (names: readonly string[]) => `Các loại cột: ${names.join(', ')}.`,
    untitledLine: (count: string) => `  Cần nhan đề: ${count} biểu ghi.`,
    states: {
      mapping: 'chờ xem các cột',
      staging: 'đang đọc',
      staged: 'chờ xem lại',
      applying: 'đang nhập',
      applied: 'đã nhập',
      withdrawing: 'đang rút',
      withdrawn: 'đã rút',
      failed: 'không đọc được',
    },
  },
  demo: {
    already: 'Tỉnh mẫu đã có sẵn.',
    holdsData: 'Thư mục dữ liệu đã có dữ liệu thật, nên không nạp tỉnh mẫu vào. Mời dùng DATA_DIR khác.',
    loaded: 'Đã nạp tỉnh mẫu.',
    none: 'Ở đây không có tỉnh mẫu.',
    needsForce:
      'Bỏ tỉnh mẫu là xóa mọi dữ liệu ở đây, kể cả những gì nhập thêm. Đồng ý thì thêm --force; tất cả sẽ được tự sao lưu trước.',
    removed: (path: string) => `Đã bỏ tỉnh mẫu. Dữ liệu cũ được sao lưu ở ${path}`,
  },
}

/** Numbers already written as people read them. */
export interface Counts {
  readonly records: string
  readonly fresh: string
  readonly same: string
  readonly doubtful: string
  readonly problem: string
}
